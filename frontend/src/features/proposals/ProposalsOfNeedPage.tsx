import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { appError, describe, isAbsent } from '@/app/errors';
import { useHasCriteria } from '@/features/evaluations';
import type { NeedOutcome, NeedStatus, ProposalDecision } from '@/graphql-types';
import { OpeningOfNeedDocument, OpeningPanel } from '@/features/openings';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { needOutcomeLabels } from '@/i18n/workLabels';
import { moneyInWords } from '@/i18n/money';
import { announce } from '@/ui/Announcer';
import { Button, LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { Option, OptionGroup } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice, Panel, Row, TableBox } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Skeleton } from '@/ui/Skeleton';
import { NeedStatusTag } from '@/ui/StatusTag';
import { ProposalStatusTag } from '@/ui/WorkStatusTag';
import { Countdown } from './Countdown';
import { DecideDialog } from './DecideDialog';
import styles from './Proposals.module.css';
import { ConcludeNeedDocument, ProposalsOfNeedDocument, StartEvaluationDocument, type ProposalWholeFragment, type ProposalsOfNeedQuery } from './proposals.gql';

type NeedWithProposals = NonNullable<ProposalsOfNeedQuery['need']>;

export function ProposalsOfNeedPage({ needId }: { needId: string }) {
  const [result, retry] = useQuery({ query: ProposalsOfNeedDocument, variables: { needId, after: null }, requestPolicy: 'cache-and-network' });
  const need = result.data?.need;
  // A step of the need moves its proposals too: they are asked again.
  if (need) return <Loaded need={need} onMoved={() => retry({ requestPolicy: 'network-only' })} />;
  if (isAbsent(result) || (result.data && !result.fetching && !result.stale)) return <NotFoundPage />;
  return (
    <Page>
      <Answer result={{ ...result, data: undefined }} retry={retry} skeleton={<Skeleton blocks={['2.75rem', '5rem', '16rem']} />}>
        {() => null}
      </Answer>
    </Page>
  );
}

const sealedIn: NeedStatus[] = ['OPEN', 'CONSULTATION'];
const openedIn: NeedStatus[] = ['CLOSED', 'EVALUATING', 'MATCHED', 'UNSUCCESSFUL', 'IN_AGREEMENT', 'COMPLETED'];

function Loaded({ need, onMoved }: { need: NeedWithProposals; onMoved: () => void }) {
  const { t, i18n } = useLingui();
  const [starting, start] = useMutation(StartEvaluationDocument);
  const [concluding, setConcluding] = useState(false);
  const title = localized(need.title);
  const { nodes } = need.proposals;
  const [{ data: opened, stale: asking }] = useQuery({ query: OpeningOfNeedDocument, variables: { needId: need.id }, requestPolicy: 'cache-and-network' });
  const opening = opened?.opening ?? null;
  // Until it is known whether they wait, nothing says that there are none.
  const waits = need.status === 'CLOSED' && (!opened || asking || (opening !== null && !opening.completedAt));
  const byCriteria = useHasCriteria(need.id);
  const undecided = nodes.filter(({ viewerCan }) => viewerCan.includes('DECIDE')).length;

  return (
    <Page>
      <PageHead>
        <Row>
          <NeedStatusTag status={need.status} />
        </Row>
        <PageHeading title={t`Đề xuất nhận được`}>
          <Trans>Đề xuất nhận được</Trans>
        </PageHeading>
        <Lead lang={title.lang}>
          <Link to="/nhu-cau/$id" params={{ id: need.id }}>
            {title.text}
          </Link>
        </Lead>
      </PageHead>
      <Stack>
        {sealedIn.includes(need.status) && (
          <>
            <Countdown closesAt={need.closesAt} />
            <EmptyState title={<Trans>Đề xuất đang được niêm phong</Trans>}>
              <Icon name="lock" />{' '}
              <Trans>
                Trước hạn nộp, không ai, kể cả Liên minh, biết có bao nhiêu đề xuất, của ai, nội dung gì. Sau hạn, bạn và một người của Liên minh cùng mở ở đây; tất cả mở cùng lúc.
              </Trans>
            </EmptyState>
          </>
        )}
        {need.status === 'CLOSED' && opening && !opening.completedAt && <OpeningPanel needId={need.id} opening={opening} onOpened={onMoved} />}
        {opening?.completedAt && (
          <p>
            <Link to="/bien-ban-mo/$needId" params={{ needId: need.id }}>
              <Trans>Biên bản mở đề xuất</Trans>
            </Link>
          </p>
        )}
        {byCriteria && (
          <Notice>
            <p>
              <Trans>Nhu cầu này có tiêu chí: một tổ đánh giá chấm các đề xuất, và kết quả được quyết định cho tất cả cùng lúc. Khi giấu tên, danh sách bên dưới còn trống cho đến khi tổ trưởng phê duyệt.</Trans>
            </p>
            <Row>
              <LinkButton to="/co-quan/danh-gia/$needId" params={{ needId: need.id }} tone="primary">
                <Trans>Tổ đánh giá và kết quả</Trans>
              </LinkButton>
            </Row>
          </Notice>
        )}
        {!byCriteria && need.viewerCan.includes('START_EVALUATION') && (
          <Notice>
            <p>
              <Trans>Nhu cầu đã đóng và các đề xuất đã mở. Khi bắt đầu đánh giá, các bên nộp đề xuất biết là cơ quan đang xem xét; sau đó bạn mới quyết định được.</Trans>
            </p>
            <Row>
              <Button
                tone="primary"
                busy={starting.fetching}
                onClick={async () => {
                  const { error } = await start({ input: { needId: need.id } });
                  if (error) return;
                  announce(t`Đã bắt đầu đánh giá`);
                  onMoved();
                }}
              >
                <Trans>Bắt đầu đánh giá</Trans>
              </Button>
            </Row>
            {starting.error && <p role="alert">{describe(appError(starting.error), i18n)}</p>}
          </Notice>
        )}
        {!byCriteria && need.status === 'EVALUATING' && (
          <Notice>
            <p>
              <Trans>Đang đánh giá: còn {undecided} đề xuất chưa có quyết định. Mỗi bên nộp nhận kết quả kèm lý do.</Trans>
            </p>
          </Notice>
        )}
        {need.status === 'MATCHED' && undecided > 0 && (
          <Notice tone="warning">
            <p>
              <Trans>Đã chọn một đề xuất. Còn {undecided} bên chưa nhận được kết quả: hãy ghi nhận không chọn, kèm lý do.</Trans>
            </p>
          </Notice>
        )}
        {need.statusReason && (
          <Notice tone="warning">
            <p>
              <strong>
                <Trans>Lý do, hiện công khai</Trans>
              </strong>
            </p>
            <p>{need.statusReason}</p>
          </Notice>
        )}
        {openedIn.includes(need.status) &&
          !waits &&
          !(byCriteria && nodes.length === 0) &&
          (nodes.length === 0 ? (
            <EmptyState title={<Trans>Không có đề xuất nào được nộp</Trans>}>
              <Trans>Bạn có thể kết thúc nhu cầu là «Không thành», rồi đăng lại với kết quả, kinh phí hoặc thời hạn khác.</Trans>
            </EmptyState>
          ) : (
            <ProposalTable proposals={nodes} selectable={need.status === 'EVALUATING'} onDecided={onMoved} />
          ))}
        {need.viewerCan.includes('CONCLUDE') && (
          <Panel>
            <Section title={<Trans>Kết thúc nhu cầu</Trans>}>
              <p>
                <Trans>Khi không chọn được đề xuất nào, hoặc cơ quan không còn nhu cầu. Lý do hiện công khai.</Trans>
              </p>
              <Row>
                <Button tone="danger" onClick={() => setConcluding(true)}>
                  <Trans>Kết thúc nhu cầu</Trans>
                </Button>
              </Row>
            </Section>
          </Panel>
        )}
      </Stack>
      <ConcludeDialog need={need} open={concluding} onClose={() => setConcluding(false)} onConcluded={onMoved} />
    </Page>
  );
}

function ProposalTable({ proposals, selectable, onDecided }: { proposals: ProposalWholeFragment[]; selectable: boolean; onDecided: () => void }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<{ proposal: ProposalWholeFragment; decision: ProposalDecision } | null>(null);
  return (
    <>
      <TableBox label={t`Bảng đề xuất`}>
        <table className={styles['table']}>
          <caption>
            <Trans>Đề xuất, theo thời điểm nộp</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Bên nộp</Trans>
              </th>
              <th scope="col">
                <Trans>Trạng thái</Trans>
              </th>
              <th scope="col" className={styles['number']}>
                <Trans>Giá</Trans>
              </th>
              <th scope="col" className={styles['number']}>
                <Trans>Số tháng</Trans>
              </th>
              <th scope="col">
                <Trans>Nộp lúc</Trans>
              </th>
              <th scope="col">
                <Trans>Quyết định</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {proposals
              .toSorted((a, b) => (a.submittedAt ?? '').localeCompare(b.submittedAt ?? ''))
              .map((proposal) => (
                <tr key={proposal.id}>
                  <th scope="row">
                    <Link to="/de-xuat/$id" params={{ id: proposal.id }} search={{}}>
                      {localized(proposal.organization.legalName).text}
                    </Link>
                  </th>
                  <td>
                    <ProposalStatusTag status={proposal.status} />
                  </td>
                  <td className={styles['number']}>{proposal.price ? moneyInWords(proposal.price.amount) : '–'}</td>
                  <td className={styles['number']}>{proposal.durationMonths ?? '–'}</td>
                  <td>{proposal.submittedAt ? formatDateTime(proposal.submittedAt) : '–'}</td>
                  <td>
                    {proposal.viewerCan.includes('DECIDE') ? (
                      <Row>
                        {selectable && (
                          <Button onClick={() => setAsked({ proposal, decision: 'SELECTED' })}>
                            <Trans>Chọn</Trans>
                          </Button>
                        )}
                        <Button tone="quiet" onClick={() => setAsked({ proposal, decision: 'NOT_SELECTED' })}>
                          <Trans>Không chọn</Trans>
                        </Button>
                      </Row>
                    ) : (
                      (proposal.decisionReason ?? '–')
                    )}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </TableBox>
      {asked && <DecideDialog proposal={asked.proposal} decision={asked.decision} onClose={() => setAsked(null)} onDecided={onDecided} />}
    </>
  );
}

/** Which ends are possible follows from the state: nothing is withdrawn after it has closed. */
function outcomesOf(status: NeedStatus): NeedOutcome[] {
  if (status === 'CLOSED' || status === 'EVALUATING') return ['UNSUCCESSFUL', 'CANCELLED'];
  if (status === 'OPEN' || status === 'CONSULTATION') return ['WITHDRAWN', 'CANCELLED'];
  return ['WITHDRAWN'];
}

const outcomeMeanings: Record<NeedOutcome, MessageDescriptor> = {
  WITHDRAWN: msg`Cơ quan dừng tìm giải pháp ở đây, có thể đăng lại sau.`,
  CANCELLED: msg`Cơ quan không làm việc này nữa.`,
  UNSUCCESSFUL: msg`Không có đề xuất nào đáp ứng được.`,
};

function ConcludeDialog({ need, open, onClose, onConcluded }: { need: NeedWithProposals; open: boolean; onClose: () => void; onConcluded: () => void }) {
  const { t, i18n } = useLingui();
  const outcomes = outcomesOf(need.status);
  const [chosen, setChosen] = useState<NeedOutcome | null>(null);
  const outcome = chosen && outcomes.includes(chosen) ? chosen : outcomes[0]!;
  const [, conclude] = useMutation(ConcludeNeedDocument);
  return (
    <ReasonDialog
      open={open}
      title={<Trans>Kết thúc nhu cầu</Trans>}
      reasonLabel={<Trans>Lý do</Trans>}
      reasonHint={<Trans>Hiện công khai cùng nhu cầu; các bên nộp đề xuất nhận qua thư điện tử.</Trans>}
      action={<Trans>Kết thúc nhu cầu</Trans>}
      tone="danger"
      onClose={onClose}
      onConfirm={async (reason) => {
        const { error } = await conclude({ input: { needId: need.id, outcome, reason } });
        if (error) return describe(appError(error), i18n);
        announce(t`Đã kết thúc nhu cầu`);
        onClose();
        onConcluded();
        return null;
      }}
    >
      <OptionGroup id="outcome" label={<Trans>Kết quả</Trans>}>
        {outcomes.map((value) => (
          <Option key={value} type="radio" name="outcome" checked={outcome === value} onChange={() => setChosen(value)}>
            <strong>{i18n._(needOutcomeLabels[value])}</strong>
            <br />
            {i18n._(outcomeMeanings[value])}
          </Option>
        ))}
      </OptionGroup>
    </ReasonDialog>
  );
}
