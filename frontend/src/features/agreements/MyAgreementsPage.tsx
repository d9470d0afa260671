import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { agreementKindLabels } from '@/i18n/agreementLabels';
import { formatRelative } from '@/i18n/format';
import { BilingualText } from '@/ui/BilingualText';
import { LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Panel, Row, Soft } from '@/ui/Panel';
import { Tag } from '@/ui/Tag';
import { Between } from './Signing';
import { MyAgreementsDocument, type OwnAgreementCardFragment } from './agreements.gql';
import { AgreementStatusTag } from './tags';

/** Agreements of the reader's organisations, drafts included. */
export function MyAgreementsPage() {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({ query: MyAgreementsDocument, variables: { after }, requestPolicy: 'cache-and-network' });
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Thỏa thuận của tôi`}>
          <Trans>Thỏa thuận của tôi</Trans>
        </PageHeading>
        <Lead>
          <Trans>Từ bản nháp đầu tiên đến khi hoàn thành: hai bên lần lượt sửa, cùng ký, rồi theo dõi các mốc.</Trans>
        </Lead>
      </PageHead>
      <Answer result={result} retry={retry}>
        {({ agreements }) =>
          agreements.nodes.length === 0 ? (
            <EmptyState
              title={<Trans>Chưa có thỏa thuận nào</Trans>}
              action={
                <LinkButton to="/goi-y">
                  <Trans>Xem gợi ý kết nối</Trans>
                </LinkButton>
              }
            >
              <Trans>Soạn thỏa thuận từ một kết nối mà hai bên đã đồng ý, hoặc từ đề xuất được chọn.</Trans>
            </EmptyState>
          ) : (
            <Stack>
              {agreements.nodes.map((agreement) => (
                <AgreementRow key={agreement.id} agreement={agreement} />
              ))}
              <LoadMore shown={agreements.nodes.length} total={agreements.totalCount} hasMore={agreements.pageInfo.hasNextPage} busy={result.fetching} onMore={() => setAfter(agreements.pageInfo.endCursor)} />
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

function AgreementRow({ agreement }: { agreement: OwnAgreementCardFragment }) {
  const { i18n } = useLingui();
  const { viewerSide, turn, negotiation, signedBy } = agreement;
  const waits = viewerSide !== null && ((negotiation === 'EDITING' && turn === viewerSide) || (negotiation === 'SIGNING' && !signedBy?.includes(viewerSide)));
  return (
    <Panel>
      <Row spread>
        <h2>
          <Link to="/thoa-thuan-cua-toi/$id" params={{ id: agreement.id }}>
            <BilingualText value={agreement.title} />
          </Link>
        </h2>
        <Row>
          {waits && (
            <Tag tone="warning" icon="clock">
              {negotiation === 'SIGNING' ? <Trans>Chờ bên bạn ký</Trans> : <Trans>Lượt của bên bạn</Trans>}
            </Tag>
          )}
          <AgreementStatusTag status={agreement.status} />
        </Row>
      </Row>
      <p>
        <Between agreement={agreement} />
      </p>
      <Soft>
        {i18n._(agreementKindLabels[agreement.kind])} {agreement.number}
        {agreement.updatedAt && <>, {formatRelative(agreement.updatedAt)}</>}
      </Soft>
    </Panel>
  );
}
