import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation } from 'urql';
import { formatDateTime } from '@/i18n/format';
import { ruleLabels, type Rule, rulesAgainst } from '@/i18n/rules';
import { reviewKindLabels } from '@/i18n/staffLabels';
import { Button } from '@/ui/Button';
import { Paragraphs, Section } from '@/ui/Page';
import { Row, Soft } from '@/ui/Panel';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { DecisionDialog } from './DecisionDialog';
import { DecisionTag } from './Marks';
import styles from './Moderation.module.css';
import type { CaseProps } from './ReviewItem';
import { Subject } from './Subject';
import { DecideAppealDocument } from './moderation.gql';
import { Actions, ItemLayout } from './parts';
import { useSettle } from './useSettle';
import { useShortcuts } from './useShortcuts';

const rules: readonly Rule[] = ['COMPLETE', ...rulesAgainst];

export function AppealItem({ review, may, onDecided }: CaseProps) {
  const { t, i18n } = useLingui();
  const [asking, setAsking] = useState(false);
  const [, decide] = useMutation(DecideAppealDocument);
  const settle = useSettle(onDecided);
  useShortcuts(may ? { 'Ctrl+Enter': () => setAsking(true) } : {});
  const first = review.appealOf;
  return (
    <>
      <ItemLayout
        side={
          <>
            {first && (
              <Section title={<Trans>Quyết định lần đầu</Trans>}>
                <Row>
                  <span>{i18n._(reviewKindLabels[first.kind])}</span>
                  {first.decision && <DecisionTag kind={first.kind} decision={first.decision} />}
                </Row>
                <SummaryList stacked>
                  <Fact name={<Trans>Người quyết định</Trans>}>{first.decidedBy}</Fact>
                  <Fact name={<Trans>Lúc</Trans>}>{first.decidedAt && formatDateTime(first.decidedAt)}</Fact>
                  <Fact name={<Trans>Quy tắc</Trans>}>{first.rule && i18n._(ruleLabels[first.rule])}</Fact>
                  <Fact name={<Trans>Lý do</Trans>}>{first.reason && <Paragraphs text={first.reason} />}</Fact>
                </SummaryList>
                <Link to="/quan-tri" search={{ muc: first.id }}>
                  <Trans>Mở quyết định lần đầu</Trans>
                </Link>
              </Section>
            )}
            {may && (
              <Actions>
                <Button tone="primary" onClick={() => setAsking(true)}>
                  <Trans>Quyết định về khiếu nại</Trans>
                </Button>
              </Actions>
            )}
          </>
        }
      >
        <section className={styles['part']}>
          <h2>
            <Trans>Nội dung khiếu nại</Trans>
          </h2>
          {review.openedBy && <Soft>{review.openedBy}</Soft>}
          {review.openingText && <Paragraphs text={review.openingText} />}
        </section>
        <Subject review={review} />
      </ItemLayout>
      <DecisionDialog
        open={asking}
        title={<Trans>Quyết định về khiếu nại</Trans>}
        rules={rules}
        rule={first?.rule ?? null}
        tone="primary"
        decisions={[
          { value: 'UPHELD', label: t`Giữ nguyên quyết định lần đầu` },
          { value: 'OVERTURNED', label: t`Hủy quyết định lần đầu` },
        ]}
        onClose={() => setAsking(false)}
        onConfirm={async (decision, rule, reason) => {
          const { error } = await decide({ input: { reviewId: review.id, decision, rule, reason } });
          return settle(error, t`Đã quyết định về khiếu nại`);
        }}
      >
        <p>
          <Trans>Mỗi quyết định chỉ được khiếu nại một lần, nên quyết định này là cuối cùng. Hủy thì điều đã bị chặn trở lại như trước. Người khiếu nại và người quyết định lần đầu nhận thư.</Trans>
        </p>
      </DecisionDialog>
    </>
  );
}
