import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { formatDateTime } from '@/i18n/format';
import { BilingualText } from '@/ui/BilingualText';
import { EmptyState } from '@/ui/EmptyState';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Panel, Row, Soft } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { MyEvaluationsDocument } from './evaluations.gql';
import { EvaluationStatusTag, MemberStatusTag, SheetTag } from './tags';

/** Evaluations in whose panel the reader sits. */
export function MyEvaluationsPage() {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: MyEvaluationsDocument, requestPolicy: 'cache-and-network' });
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Đánh giá của tôi`}>
          <Trans>Đánh giá của tôi</Trans>
        </PageHeading>
        <Lead>
          <Trans>Các tổ đánh giá mời bạn tham gia.</Trans>
        </Lead>
      </PageHead>
      <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['6rem', '6rem']} />}>
        {({ myEvaluations }) =>
          myEvaluations.length === 0 ? (
            <EmptyState title={<Trans>Chưa có lời mời nào</Trans>}>
              <Trans>Khi một cơ quan mời bạn đánh giá đề xuất, lời mời hiện ở đây và bạn nhận thư điện tử. Chuyên gia bật «nhận lời đánh giá» trong hồ sơ chuyên gia.</Trans>
            </EmptyState>
          ) : (
            <Stack>
              {myEvaluations.map(({ id, status, need, viewerSeat, scoresDueAt, viewerCan }) => (
                <Panel key={id}>
                  <Row spread>
                    <h2>
                      <Link to="/danh-gia/$needId" params={{ needId: id }}>
                        <BilingualText value={need.title} />
                      </Link>
                    </h2>
                    <Row>
                      <EvaluationStatusTag status={status} />
                      {viewerSeat && (viewerSeat.status === 'ACCEPTED' ? <SheetTag status={viewerSeat.sheet} /> : <MemberStatusTag status={viewerSeat.status} />)}
                    </Row>
                  </Row>
                  {scoresDueAt && viewerCan.includes('SCORE') && (
                    <Soft>
                      <Trans>Hạn chấm: {formatDateTime(scoresDueAt)}</Trans>
                    </Soft>
                  )}
                </Panel>
              ))}
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}
