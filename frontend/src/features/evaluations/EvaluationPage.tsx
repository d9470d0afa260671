import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { isAbsent } from '@/app/errors';
import { BeginAgreement } from '@/features/agreements';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice, Row } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { Consensus } from './Consensus';
import { MemberList } from './MemberList';
import { MemberSteps } from './MemberSteps';
import { OwnerSteps, PanelOfOwner, type Candidate } from './OwnerSteps';
import { PublishedCriteria } from './PublishedCriteria';
import { Ranking } from './Ranking';
import { Scoring } from './Scoring';
import { EvaluationByIdDocument, type EvaluationWholeFragment } from './evaluations.gql';
import { EvaluationStatusTag } from './tags';

const outline = <Skeleton blocks={['2.75rem', '5rem', '16rem']} />;

/** One evaluation: to the owner (`owner`) with the panel to be named, to a member with what is hers to do. */
export function EvaluationPage({ needId, owner }: { needId: string; owner: boolean }) {
  const [result, retry] = useQuery({ query: EvaluationByIdDocument, variables: { id: needId, owner }, requestPolicy: 'cache-and-network' });
  const evaluation = result.data?.evaluation;
  if (evaluation) return <Loaded evaluation={evaluation} candidates={evaluation.candidates ?? []} owner={owner} onMoved={() => retry({ requestPolicy: 'network-only' })} />;
  if (isAbsent(result) || (result.data && !result.fetching && !result.stale)) return <NotFoundPage />;
  return (
    <Page>
      <Answer result={{ ...result, data: undefined }} retry={retry} skeleton={outline}>
        {() => null}
      </Answer>
    </Page>
  );
}

interface LoadedProps {
  evaluation: EvaluationWholeFragment;
  candidates: readonly Candidate[];
  owner: boolean;
  onMoved: () => void;
}

function Loaded({ evaluation, candidates, owner, onMoved }: LoadedProps) {
  const { t } = useLingui();
  const selected = evaluation.bids.find((bid) => bid.selected);
  return (
    <Page>
      <EvaluationHead evaluation={evaluation} title={owner ? t`Tổ đánh giá và kết quả` : t`Đánh giá đề xuất`} />
      <Stack>
        {evaluation.lacks && (
          <Notice tone="warning">
            <p>
              <BilingualText value={evaluation.lacks} />
            </p>
          </Notice>
        )}
        {owner && selected?.proposalId && <BeginAgreement proposalId={selected.proposalId} />}
        {owner ? <OwnerSteps evaluation={evaluation} onMoved={onMoved} /> : <MemberSteps evaluation={evaluation} onMoved={onMoved} />}
        {!owner && evaluation.viewerCan.includes('SCORE') && <Scoring evaluation={evaluation} />}
        <Record evaluation={evaluation} panel={owner ? <PanelOfOwner evaluation={evaluation} candidates={candidates} /> : undefined} />
      </Stack>
    </Page>
  );
}

export function EvaluationHead({ evaluation, title }: { evaluation: EvaluationWholeFragment; title: string }) {
  const of = localized(evaluation.need.title);
  return (
    <PageHead>
      <Row>
        <EvaluationStatusTag status={evaluation.status} />
      </Row>
      <PageHeading title={title}>{title}</PageHeading>
      <Lead lang={of.lang}>
        <Link to="/nhu-cau/$id" params={{ id: evaluation.need.id }}>
          {of.text}
        </Link>
      </Lead>
    </PageHead>
  );
}

/** All that the reader may know of it; prints as the record of the evaluation. */
export function Record({ evaluation, panel }: { evaluation: EvaluationWholeFragment; panel?: ReactNode }) {
  const scored = evaluation.bids.some(({ lines }) => lines.length > 0);
  return (
    <>
      {evaluation.decidedAt && (
        <Notice tone="positive">
          <strong>
            <Trans>Quyết định ngày {formatDateTime(evaluation.decidedAt)}</Trans>
          </strong>
          <p>{evaluation.decisionReason}</p>
        </Notice>
      )}
      {evaluation.masked && scored && (
        <Notice>
          <p>
            <Trans>Tên các bên dự hiện ra khi tổ trưởng phê duyệt.</Trans>
          </p>
        </Notice>
      )}
      <Ranking evaluation={evaluation} />
      {scored && <Consensus evaluation={evaluation} />}
      <Section title={<Trans>Tổ đánh giá</Trans>}>
        <Stack>{panel ?? <MemberList panel={evaluation.panel} sheets={evaluation.status === 'SCORING'} />}</Stack>
      </Section>
      <PublishedCriteria criteria={evaluation.criteria} anonymous={evaluation.masked} />
      {scored && (
        <Row>
          <Button className="no-print" onClick={() => window.print()}>
            <Icon name="print" />
            <Trans>In biên bản đánh giá</Trans>
          </Button>
        </Row>
      )}
    </>
  );
}
