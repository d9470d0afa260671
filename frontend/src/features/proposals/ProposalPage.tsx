import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { appError, describe, isAbsent } from '@/app/errors';
import { ConsortiumPanel } from '@/features/consortia';
import { BeginAgreement } from '@/features/agreements';
import { Outcome } from '@/features/evaluations';
import { AttachmentsShown, SectionsShown } from '@/features/proposal-content';
import type { ProposalDecision, ProposalStatus } from '@/graphql-types';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { localeLabels } from '@/i18n/accountLabels';
import { moneyInWords } from '@/i18n/money';
import { announce } from '@/ui/Announcer';
import { Button, LinkButton } from '@/ui/Button';
import { Lead, Page, PageHead, Section, Split } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice, Panel, Row } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Skeleton } from '@/ui/Skeleton';
import { ProposalStatusTag } from '@/ui/WorkStatusTag';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Countdown } from './Countdown';
import { DecideDialog } from './DecideDialog';
import { ReceiptPanel } from './ReceiptPanel';
import { ProposalByIdDocument, WithdrawProposalDocument, type ProposalByIdQuery } from './proposals.gql';

const recorded: ProposalStatus[] = ['OPENED', 'UNDER_EVALUATION', 'SHORTLISTED', 'SELECTED', 'NOT_SELECTED', 'DISQUALIFIED'];

export function ProposalPage({ id, justSubmitted }: { id: string; justSubmitted: boolean }) {
  const [result, retry] = useQuery({ query: ProposalByIdDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const proposal = result.data?.proposal;
  if (proposal) return <Loaded proposal={proposal} justSubmitted={justSubmitted} />;
  if (isAbsent(result) || (result.data && !result.fetching && !result.stale)) return <NotFoundPage />;
  return (
    <Page>
      <Answer result={{ ...result, data: undefined }} retry={retry} skeleton={<Skeleton blocks={['2.75rem', '5rem', '20rem']} />}>
        {() => null}
      </Answer>
    </Page>
  );
}

type Shown = NonNullable<ProposalByIdQuery['proposal']>;

function Loaded({ proposal, justSubmitted }: { proposal: Shown; justSubmitted: boolean }) {
  const { t, i18n } = useLingui();
  const [deciding, setDeciding] = useState<ProposalDecision | null>(null);
  const [withdrawing, setWithdrawing] = useState(false);
  const [, withdraw] = useMutation(WithdrawProposalDocument);
  const title = localized(proposal.need.title);
  const bidder = localized(proposal.organization.legalName).text;
  const lang = proposal.language === 'VI' ? 'vi' : 'en';
  const can = (action: Shown['viewerCan'][number]) => proposal.viewerCan.includes(action);
  const receipt = justSubmitted && proposal.status === 'SUBMITTED';
  const windowTitle = receipt ? t`Biên nhận đề xuất` : t`Đề xuất của ${bidder}`;
  return (
    <Page>
      <PageHead>
        <Row>
          <ProposalStatusTag status={proposal.status} />
        </Row>
        <PageHeading title={windowTitle}>{receipt ? <Trans>Đã nộp đề xuất</Trans> : <Trans>Đề xuất của {bidder}</Trans>}</PageHeading>
        <Lead>
          <Trans>
            Trả lời nhu cầu{' '}
            <Link to="/nhu-cau/$id" params={{ id: proposal.need.id }}>
              <span lang={title.lang}>{title.text}</span>
            </Link>{' '}
            của {localized(proposal.need.organization.legalName).text}
          </Trans>
        </Lead>
      </PageHead>
      <Split
        aside={
          <>
            {proposal.receipt && <ReceiptPanel proposal={proposal} />}
            <ConsortiumPanel id={proposal.id} />
            {(can('EDIT') || can('WITHDRAW')) && (
              <div className="no-print">
                <Panel>
                  {can('EDIT') && (
                    <LinkButton to="/de-xuat/$id/soan" params={{ id: proposal.id }} tone="primary">
                      <Trans>Soạn tiếp</Trans>
                    </LinkButton>
                  )}
                  {can('WITHDRAW') && (
                    <Button tone="danger" onClick={() => setWithdrawing(true)}>
                      <Trans>Rút đề xuất</Trans>
                    </Button>
                  )}
                </Panel>
              </div>
            )}
            {can('DECIDE') && (
              <div className="no-print">
                <Panel>
                  <Section title={<Trans>Quyết định</Trans>}>
                    <Row>
                      {proposal.need.status === 'EVALUATING' && (
                        <Button tone="primary" onClick={() => setDeciding('SELECTED')}>
                          <Trans>Chọn</Trans>
                        </Button>
                      )}
                      <Button tone="danger" onClick={() => setDeciding('NOT_SELECTED')}>
                        <Trans>Không chọn</Trans>
                      </Button>
                    </Row>
                  </Section>
                </Panel>
              </div>
            )}
          </>
        }
      >
        {receipt && (
          <Notice tone="positive">
            <p>
              <Trans>Đề xuất đã được niêm phong. Sau hạn, bên có nhu cầu và Liên minh cùng mở các đề xuất; bạn nhận thư điện tử khi có quyết định.</Trans>
            </p>
          </Notice>
        )}
        {proposal.status === 'SUBMITTED' && proposal.need.status !== 'CLOSED' && <Countdown closesAt={proposal.need.closesAt} />}
        {proposal.status === 'SUBMITTED' && proposal.need.status === 'CLOSED' && (
          <Notice>
            <p>
              <Trans>Nhu cầu đã hết hạn tiếp nhận. Đề xuất còn niêm phong và chờ bên có nhu cầu cùng Liên minh mở; không rút được nữa.</Trans>
            </p>
          </Notice>
        )}
        {recorded.includes(proposal.status) && (
          <p className="no-print">
            <Link to="/bien-ban-mo/$needId" params={{ needId: proposal.need.id }}>
              <Trans>Biên bản mở đề xuất</Trans>
            </Link>
          </p>
        )}
        {proposal.decisionReason && (
          <Notice tone={proposal.status === 'SELECTED' ? 'positive' : 'warning'}>
            <strong>
              {proposal.status === 'WITHDRAWN' ? (
                <Trans>Lý do rút</Trans>
              ) : (
                <Trans>Quyết định của {localized(proposal.need.organization.legalName).text}</Trans>
              )}
              {proposal.decidedAt && `, ${formatDateTime(proposal.decidedAt)}`}
            </strong>
            <p>{proposal.decisionReason}</p>
          </Notice>
        )}
        {proposal.status === 'SELECTED' && <BeginAgreement proposalId={proposal.id} />}
        {(proposal.status === 'SELECTED' || proposal.status === 'NOT_SELECTED') && <Outcome proposalId={proposal.id} />}
        <SummaryList>
          <Fact name={<Trans>Giá đề xuất</Trans>}>{proposal.price && moneyInWords(proposal.price.amount)}</Fact>
          <Fact name={<Trans>Thời gian thực hiện</Trans>}>{proposal.durationMonths && <Trans>{proposal.durationMonths} tháng</Trans>}</Fact>
          <Fact name={<Trans>Ngôn ngữ</Trans>}>{i18n._(localeLabels[proposal.language])}</Fact>
        </SummaryList>
        <SectionsShown sections={proposal.sections} lang={lang} />
        <AttachmentsShown attachments={proposal.attachments} />
      </Split>
      <DecideDialog proposal={proposal} decision={deciding} onClose={() => setDeciding(null)} />
      <ReasonDialog
        open={withdrawing}
        title={<Trans>Rút đề xuất?</Trans>}
        reasonLabel={<Trans>Lý do</Trans>}
        action={<Trans>Rút đề xuất</Trans>}
        tone="danger"
        onClose={() => setWithdrawing(false)}
        onConfirm={async (reason) => {
          const { error } = await withdraw({ input: { proposalId: proposal.id, reason } });
          if (error) return describe(appError(error), i18n);
          announce(t`Đã rút đề xuất`);
          setWithdrawing(false);
          return null;
        }}
      >
        <p>
          <Trans>Cơ quan đăng nhu cầu sẽ không đọc được đề xuất này. Trước hạn nộp, bạn có thể soạn đề xuất mới.</Trans>
        </p>
      </ReasonDialog>
    </Page>
  );
}
