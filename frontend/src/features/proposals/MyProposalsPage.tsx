import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { InvitationsToPropose } from '@/features/consortia';
import { localized } from '@/i18n/bilingual';
import { formatDateTime, formatRelative } from '@/i18n/format';
import { BilingualText } from '@/ui/BilingualText';
import { LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Panel, Row, Soft } from '@/ui/Panel';
import { ProposalStatusTag } from '@/ui/WorkStatusTag';
import { MyProposalsDocument } from './proposals.gql';

export function MyProposalsPage() {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({ query: MyProposalsDocument, variables: { statuses: null, after }, requestPolicy: 'cache-and-network' });
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Đề xuất của tôi`}>
          <Trans>Đề xuất của tôi</Trans>
        </PageHeading>
        <Lead>
          <Trans>Đề xuất mà tổ chức của bạn đang soạn hoặc đã nộp. Trước hạn nộp, ngoài tổ chức bạn không ai biết chúng tồn tại.</Trans>
        </Lead>
      </PageHead>
      <InvitationsToPropose />
      <Answer result={result} retry={retry}>
        {({ proposals }) =>
          proposals.nodes.length === 0 ? (
            <EmptyState
              title={<Trans>Chưa có đề xuất nào</Trans>}
              action={
                <LinkButton to="/goi-y" search={{}} tone="primary">
                  <Trans>Xem nhu cầu phù hợp</Trans>
                </LinkButton>
              }
            >
              <Trans>Từ một nhu cầu đang tiếp nhận, chọn «Soạn đề xuất». Bản nháp tự lưu và hiện ở đây.</Trans>
            </EmptyState>
          ) : (
            <Stack>
              {proposals.nodes.map((proposal) => {
                const { id, need } = proposal;
                const title = <BilingualText value={need.title} />;
                return (
                  <Panel key={id}>
                    <Row spread>
                      <h2>
                        {proposal.viewerCan.includes('EDIT') ? (
                          <Link to="/de-xuat/$id/soan" params={{ id }}>
                            {title}
                          </Link>
                        ) : (
                          <Link to="/de-xuat/$id" params={{ id }} search={{}}>
                            {title}
                          </Link>
                        )}
                      </h2>
                      <ProposalStatusTag status={proposal.status} />
                    </Row>
                    <Soft>
                      {localized(need.organization.legalName).text}
                      {need.closesAt && (
                        <>
                          {' · '}
                          <Trans>
                            hạn nộp {formatDateTime(need.closesAt)} ({formatRelative(need.closesAt)})
                          </Trans>
                        </>
                      )}
                      {proposal.submittedAt && (
                        <>
                          {' · '}
                          <Trans>nộp lúc {formatDateTime(proposal.submittedAt)}</Trans>
                        </>
                      )}
                    </Soft>
                  </Panel>
                );
              })}
              <LoadMore
                shown={proposals.nodes.length}
                total={proposals.totalCount}
                hasMore={proposals.pageInfo.hasNextPage}
                busy={result.fetching}
                onMore={() => setAfter(proposals.pageInfo.endCursor)}
              />
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}
