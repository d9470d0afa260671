import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { appError, describe } from '@/app/errors';
import { localized } from '@/i18n/bilingual';
import { formatDateTime, formatNumber } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { Section } from '@/ui/Page';
import { Notice, Row, Soft, TableBox } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Fact, SummaryList } from '@/ui/SummaryList';
import styles from './Evaluations.module.css';
import { Formula } from './PublishedCriteria';
import { ProposalOutcomeDocument, RequestOutcomeReviewDocument, type OutcomeReviewWholeFragment } from './evaluations.gql';
import { formatScore } from './figures';
import { verdictLabels } from '@/i18n/evaluationLabels';

/** On a decided proposal: its scores with the arithmetic, who was selected and why, and the one request for review. */
export function Outcome({ proposalId }: { proposalId: string }) {
  const { t, i18n } = useLingui();
  const [result, retry] = useQuery({ query: ProposalOutcomeDocument, variables: { id: proposalId }, requestPolicy: 'cache-and-network' });
  const [asking, setAsking] = useState(false);
  const [, request] = useMutation(RequestOutcomeReviewDocument);
  const outcome = result.data?.proposal?.evaluation;
  if (!outcome) return null;
  return (
    <Section title={<Trans>Kết quả đánh giá theo tiêu chí</Trans>}>
      <SummaryList>
        <Fact name={<Trans>Tổng điểm</Trans>}>{formatScore(outcome.total)}</Fact>
        <Fact name={<Trans>Xếp hạng</Trans>}>
          {outcome.rank && (
            <Trans>
              {formatNumber(outcome.rank)} trên {formatNumber(outcome.bids)}
            </Trans>
          )}
        </Fact>
        <Fact name={<Trans>Bên được chọn</Trans>}>{outcome.winner && localized(outcome.winner.legalName).text}</Fact>
        <Fact name={<Trans>Tổng điểm của bên được chọn</Trans>}>{outcome.winnerTotal !== null && formatScore(outcome.winnerTotal)}</Fact>
      </SummaryList>
      {outcome.notHighest && (
        <Notice tone="warning">
          <p>
            <Trans>Bên được chọn không đứng đầu xếp hạng. Lý do: {outcome.reason}</Trans>
          </p>
        </Notice>
      )}
      <TableBox label={t`Điểm theo từng tiêu chí`}>
        <table className={styles['table']}>
          <caption>
            <Trans>Điểm theo từng tiêu chí</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Tiêu chí</Trans>
              </th>
              <th scope="col" className={styles['number']}>
                <Trans>Trọng số</Trans>
              </th>
              <th scope="col" className={styles['number']}>
                <Trans>Điểm</Trans>
              </th>
              <th scope="col" className={styles['number']}>
                <Trans>Trọng số × điểm ÷ 100</Trans>
              </th>
              <th scope="col">
                <Trans>Ghi chú</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {outcome.lines.map((line) => {
              const criterion = outcome.criteria.find(({ id }) => id === line.criterionId);
              return (
                <tr key={line.criterionId}>
                  <th scope="row">{criterion && <BilingualText value={criterion.name} />}</th>
                  <td className={styles['number']}>{line.weight} %</td>
                  <td className={styles['number']}>{formatScore(line.score)}</td>
                  <td className={styles['number']}>{formatScore(line.points)}</td>
                  <td>{line.note ?? '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
      <Formula price={outcome.criteria.some(({ kind }) => kind === 'PRICE')} />
      {outcome.review && <ReviewFacts review={outcome.review} />}
      {outcome.viewerCanAsk && outcome.reviewUntil && (
        <>
          <p>
            <Trans>Bạn có thể đề nghị Liên minh xem xét lại một lần, đến {formatDateTime(outcome.reviewUntil)}.</Trans>
          </p>
          <Row>
            <Button onClick={() => setAsking(true)}>
              <Trans>Đề nghị xem xét lại</Trans>
            </Button>
          </Row>
        </>
      )}
      <ReasonDialog
        open={asking}
        title={<Trans>Đề nghị xem xét lại kết quả</Trans>}
        reasonLabel={<Trans>Điều cần xem xét và lý do</Trans>}
        reasonHint={<Trans>Một người của Liên minh không tham gia đánh giá sẽ trả lời trong 15 ngày. Mỗi bên dự đề nghị một lần.</Trans>}
        action={<Trans>Gửi đề nghị</Trans>}
        onClose={() => setAsking(false)}
        onConfirm={async (text) => {
          const { error } = await request({ input: { proposalId, request: text } });
          if (error) return describe(appError(error), i18n);
          announce(t`Đã gửi đề nghị xem xét lại`);
          setAsking(false);
          retry({ requestPolicy: 'network-only' });
          return null;
        }}
      />
    </Section>
  );
}

/** What was asked, until when it is answered, and the answer. */
export function ReviewFacts({ review }: { review: OutcomeReviewWholeFragment }) {
  const { i18n } = useLingui();
  return (
    <Notice tone={review.verdict === null ? 'accent' : 'positive'}>
      <strong>
        <Trans>Đề nghị xem xét lại, {formatDateTime(review.askedAt)}</Trans>
      </strong>
      <p>{review.request}</p>
      {review.verdict === null ? (
        <Soft>
          <Trans>Liên minh trả lời trước {formatDateTime(review.dueAt)}.</Trans>
        </Soft>
      ) : (
        <>
          <strong>
            <Trans>Trả lời: {i18n._(verdictLabels[review.verdict])}</Trans>
          </strong>
          <p>{review.answer}</p>
        </>
      )}
    </Notice>
  );
}
