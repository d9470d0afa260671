import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { ruleLabels, rulesAgainst } from '@/i18n/rules';
import { Button } from '@/ui/Button';
import { Paragraphs, Section } from '@/ui/Page';
import { Soft } from '@/ui/Panel';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { DecisionDialog } from './DecisionDialog';
import type { CaseProps } from './ReviewItem';
import { Subject } from './Subject';
import { DecideReportDocument } from './moderation.gql';
import { Actions, ItemLayout } from './parts';
import { useSettle } from './useSettle';
import { useShortcuts } from './useShortcuts';

export function ReportItem({ review, may, onDecided }: CaseProps) {
  const { t, i18n } = useLingui();
  const [asking, setAsking] = useState(false);
  const [, decide] = useMutation(DecideReportDocument);
  const settle = useSettle(onDecided);
  useShortcuts(may ? { 'Ctrl+Enter': () => setAsking(true) } : {});
  const posting = review.need ?? review.offer;
  return (
    <>
      <ItemLayout
        side={
          <>
            <Section title={<Trans>Báo cáo</Trans>}>
              <SummaryList stacked>
                <Fact name={<Trans>Người báo</Trans>}>{review.openedBy}</Fact>
                <Fact name={<Trans>Quy tắc nêu ra</Trans>}>{review.openingRule && i18n._(ruleLabels[review.openingRule])}</Fact>
              </SummaryList>
              {review.openingText && <Paragraphs text={review.openingText} />}
              <Soft>
                <Trans>Chủ nội dung không bao giờ biết ai đã báo.</Trans>
              </Soft>
            </Section>
            {may && (
              <Actions>
                <Button tone="primary" onClick={() => setAsking(true)}>
                  <Trans>Quyết định về báo cáo</Trans>
                </Button>
              </Actions>
            )}
          </>
        }
      >
        <Subject review={review} />
      </ItemLayout>
      <DecisionDialog
        open={asking}
        title={<Trans>Quyết định về báo cáo</Trans>}
        rules={rulesAgainst}
        rule={review.openingRule}
        tone="primary"
        decisions={[
          { value: 'UPHELD', label: posting ? t`Có vi phạm: ẩn nội dung này` : t`Có vi phạm: nhắc nhở tổ chức` },
          { value: 'DISMISSED', label: t`Không có vi phạm` },
        ]}
        onClose={() => setAsking(false)}
        onConfirm={async (decision, rule, reason) => {
          const { error } = await decide({ input: { reviewId: review.id, decision, rule, reason } });
          return settle(error, t`Đã quyết định về báo cáo`);
        }}
      >
        <p>
          {posting ? (
            <Trans>Người báo được trả lời. Nếu có vi phạm, nội dung không còn hiện với người khác; tổ chức đăng nhận thư kèm lý do và có thể khiếu nại trong 30 ngày.</Trans>
          ) : (
            <Trans>Người báo được trả lời. Nếu có vi phạm, tổ chức nhận thư kèm lý do; muốn ẩn cả tổ chức thì đình chỉ là một quyết định riêng.</Trans>
          )}
        </p>
      </DecisionDialog>
    </>
  );
}
