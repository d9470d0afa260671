import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useConfirmedMutation } from '@/features/credentials';
import { localized } from '@/i18n/bilingual';
import type { Rule } from '@/i18n/rules';
import { Button } from '@/ui/Button';
import { Paragraphs, Section } from '@/ui/Page';
import { Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Comparison } from './Comparison';
import { DecisionDialog } from './DecisionDialog';
import { MergeConsequences } from './MergeConsequences';
import type { CaseProps, ItemProps } from './ReviewItem';
import { DecideMergeDocument, MergeToReviewDocument } from './organizations.gql';
import { Actions, ItemLayout } from './parts';
import { titleOf } from './titles';
import { useSettle } from './useSettle';

const rules: Rule[] = ['MISLEADING', 'CONFLICT', 'OTHER'];

export function MergeItem({ id, other, review, may, onDecided }: ItemProps & CaseProps & { other: string }) {
  const { t } = useLingui();
  const waits = review.decidedAt === null;
  const [result, retry] = useQuery({ query: MergeToReviewDocument, variables: { from: id, into: other }, pause: !waits, requestPolicy: 'cache-and-network' });
  const [asking, setAsking] = useState<'merge' | 'reject' | null>(null);
  const [, decide] = useConfirmedMutation(DecideMergeDocument);
  const settle = useSettle(onDecided);
  const why = review.openingText && (
    <section>
      <h3>
        <Trans>Vì sao là một</Trans>
      </h3>
      {review.openedBy && <Soft>{review.openedBy}</Soft>}
      <Paragraphs text={review.openingText} />
    </section>
  );
  if (!waits) {
    return (
      <ItemLayout side={null}>
        <h2>{titleOf(review).text}</h2>
        {why}
      </ItemLayout>
    );
  }
  return (
    <Answer result={result} retry={retry}>
      {({ from, into }) => {
        if (!from || !into) return null;
        const [goes, stays] = [localized(from.legalName).text, localized(into.legalName).text];
        return (
          <>
            <ItemLayout
              side={
                <>
                  <Section title={<Trans>Nếu gộp</Trans>}>
                    <MergeConsequences />
                  </Section>
                  {may && (
                    <Actions>
                      <Button tone="primary" onClick={() => setAsking('merge')}>
                        <Trans>Gộp hai tổ chức</Trans>
                      </Button>
                      <Button tone="danger" onClick={() => setAsking('reject')}>
                        <Trans>Không gộp, kèm lý do</Trans>
                      </Button>
                    </Actions>
                  )}
                </>
              }
            >
              <h2>{titleOf(review).text}</h2>
              {why}
              <Comparison from={from} into={into} />
            </ItemLayout>
            <ReasonDialog
              open={asking === 'merge'}
              title={<Trans>Gộp hai tổ chức?</Trans>}
              action={<Trans>Gộp hai tổ chức</Trans>}
              tone="danger"
              onClose={() => setAsking(null)}
              onConfirm={async () => {
                const { error } = await decide({ input: { reviewId: review.id, decision: 'APPROVED', rule: 'DUPLICATE', reason: null } });
                return settle(error, t`Đã gộp hai tổ chức`);
              }}
            >
              <p>
                <Trans>
                  «{goes}» nhập vào «{stays}». Việc này không hoàn tác được, nên bạn sẽ được hỏi để xác nhận danh tính.
                </Trans>
              </p>
            </ReasonDialog>
            <DecisionDialog
              open={asking === 'reject'}
              title={<Trans>Không gộp</Trans>}
              rules={rules}
              decisions={[{ value: 'REJECTED', label: t`Không gộp` }]}
              onClose={() => setAsking(null)}
              onConfirm={async (decision, rule, reason) => {
                const { error } = await decide({ input: { reviewId: review.id, decision, rule, reason } });
                return settle(error, t`Đã ghi quyết định không gộp`);
              }}
            />
          </>
        );
      }}
    </Answer>
  );
}
