import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { appError, describe, isAbsent } from '@/app/errors';
import type { OutcomeReviewVerdict } from '@/graphql-types';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Panel, Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Skeleton } from '@/ui/Skeleton';
import { Record } from './EvaluationPage';
import { ReviewFacts } from './Outcome';
import { AnswerOutcomeReviewDocument, OutcomeReviewByIdDocument, OutcomeReviewsDocument, type OutcomeReviewByIdQuery, type OutcomeReviewWholeFragment } from './evaluations.gql';
import { verdictLabels } from '@/i18n/evaluationLabels';

const outline = <Skeleton blocks={['6rem', '6rem']} />;

/** Requests to review outcomes, for those of the alliance who answer them. */
export function OutcomeReviewsPage() {
  const { t } = useLingui();
  const [waiting, retry] = useQuery({ query: OutcomeReviewsDocument, variables: { waiting: true }, requestPolicy: 'cache-and-network' });
  const [answered, again] = useQuery({ query: OutcomeReviewsDocument, variables: { waiting: false }, requestPolicy: 'cache-and-network' });
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Đề nghị xem xét lại`}>
          <Trans>Đề nghị xem xét lại kết quả</Trans>
        </PageHeading>
        <Lead>
          <Trans>Do người không tham gia đánh giá trả lời.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <Answer result={waiting} retry={retry} skeleton={outline}>
          {({ outcomeReviews }) =>
            outcomeReviews.length === 0 ? <EmptyState title={<Trans>Không có đề nghị nào đang chờ</Trans>} /> : <ReviewList reviews={outcomeReviews} />
          }
        </Answer>
        <Section title={<Trans>Đã trả lời</Trans>}>
          <Answer result={answered} retry={again} skeleton={outline}>
            {({ outcomeReviews }) => (outcomeReviews.length === 0 ? <Soft><Trans>Chưa có.</Trans></Soft> : <ReviewList reviews={outcomeReviews} />)}
          </Answer>
        </Section>
      </Stack>
    </Page>
  );
}

function ReviewList({ reviews }: { reviews: readonly OutcomeReviewWholeFragment[] }) {
  return reviews.map(({ id, need, organization, dueAt, decidedAt }) => (
    <Panel key={id}>
      <h3>
        <Link to="/quan-tri/xem-xet-lai/$id" params={{ id }}>
          <BilingualText value={need.title} />
        </Link>
      </h3>
      <Soft>
        {localized(organization.legalName).text} · {decidedAt ? <Trans>Trả lời {formatDateTime(decidedAt)}</Trans> : <Trans>Trả lời trước {formatDateTime(dueAt)}</Trans>}
      </Soft>
    </Panel>
  ));
}

/** One request with the record that it is about. */
export function OutcomeReviewPage({ id }: { id: string }) {
  const [result, retry] = useQuery({ query: OutcomeReviewByIdDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const review = result.data?.outcomeReview;
  if (review) return <Loaded review={review} />;
  if (isAbsent(result) || (result.data && !result.fetching && !result.stale)) return <NotFoundPage />;
  return (
    <Page>
      <Answer result={{ ...result, data: undefined }} retry={retry} skeleton={outline}>
        {() => null}
      </Answer>
    </Page>
  );
}

function Loaded({ review }: { review: NonNullable<OutcomeReviewByIdQuery['outcomeReview']> }) {
  const { t, i18n } = useLingui();
  const [verdict, setVerdict] = useState<OutcomeReviewVerdict | null>(null);
  const [, answer] = useMutation(AnswerOutcomeReviewDocument);
  const of = localized(review.need.title);
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Đề nghị xem xét lại`}>
          <Trans>Đề nghị xem xét lại của {localized(review.organization.legalName).text}</Trans>
        </PageHeading>
        <Lead lang={of.lang}>
          <Link to="/nhu-cau/$id" params={{ id: review.need.id }}>
            {of.text}
          </Link>
        </Lead>
      </PageHead>
      <Stack>
        <ReviewFacts review={review} />
        {review.viewerCanAnswer && (
          <Row>
            <Button tone="primary" onClick={() => setVerdict('FOUNDED')}>
              <Trans>Có căn cứ</Trans>
            </Button>
            <Button onClick={() => setVerdict('UNFOUNDED')}>
              <Trans>Không có căn cứ</Trans>
            </Button>
          </Row>
        )}
        {review.evaluation && <Record evaluation={review.evaluation} />}
      </Stack>
      <ReasonDialog
        open={verdict !== null}
        title={<Trans>Trả lời đề nghị: {verdict && i18n._(verdictLabels[verdict])}</Trans>}
        reasonLabel={<Trans>Trả lời</Trans>}
        reasonHint={<Trans>Bên dự và cơ quan đọc trả lời này trong thư và ở trang của mình.</Trans>}
        action={<Trans>Gửi trả lời</Trans>}
        onClose={() => setVerdict(null)}
        onConfirm={async (text) => {
          if (!verdict) return null;
          const { error } = await answer({ input: { reviewId: review.id, verdict, answer: text } });
          if (error) return describe(appError(error), i18n);
          announce(t`Đã gửi trả lời`);
          setVerdict(null);
          return null;
        }}
      >
        <p>
          <Trans>Quyết định của cơ quan không tự thay đổi: khi đề nghị có căn cứ, cơ quan xử lý theo trả lời của Liên minh.</Trans>
        </p>
      </ReasonDialog>
    </Page>
  );
}
