import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { appError, describe } from '@/app/errors';
import { useServerTime } from '@/app/serverClock';
import type { ReviewDecision } from '@/graphql-types';
import { fullNameOf, localized, nameOf } from '@/i18n/bilingual';
import { formatDateTime, formatList, formatMoneyRange, formatRelative } from '@/i18n/format';
import { contractTypeLabels, deliveryModelLabels, maturityLevelLabels, organizationKindLabels } from '@/i18n/labels';
import type { Rule } from '@/i18n/rules';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Row } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { VerificationTag } from '@/ui/StatusTag';
import { Fact, SummaryList } from '@/ui/SummaryList';
import type { ItemProps } from './ReviewItem';
import { DecisionDialog } from './DecisionDialog';
import { NeedToReviewDocument, ReviewNeedDocument } from './moderation.gql';
import { Actions, BothLanguages, Checks, ItemLayout } from './parts';
import { useShortcuts } from './useShortcuts';

const rules: Rule[] = ['UNCLEAR_OUTCOME', 'DUPLICATE', 'OFF_TOPIC', 'ADVERTISING', 'PERSONAL_DATA', 'OTHER'];
const twoWeeks = 14 * 24 * 3_600_000;

export function NeedItem({ id, may, onDecided }: ItemProps) {
  const { t, i18n } = useLingui();
  const [result, retry] = useQuery({ query: NeedToReviewDocument, variables: { id } });
  const now = useServerTime(null);
  const [asking, setAsking] = useState<'approve' | 'sendBack' | null>(null);
  const [, review] = useMutation(ReviewNeedDocument);
  useShortcuts(may ? { 'Ctrl+Enter': () => setAsking('approve'), 'Alt+Shift+S': () => setAsking('sendBack') } : {});

  const decide = async (decision: ReviewDecision, rule: Rule, reason: string | null) => {
    const { error } = await review({ input: { needId: id, decision, rule, reason } });
    if (error) return describe(appError(error), i18n);
    announce(decision === 'APPROVED' ? t`Đã duyệt nhu cầu` : t`Đã trả lại nhu cầu`);
    onDecided();
    return null;
  };

  return (
    <Answer result={result} retry={retry}>
      {({ need }) => {
        if (!need) return null;
        const title = localized(need.title);
        const checks = [
          { name: t`Tổ chức đã được xác thực`, good: need.organization.verification === 'VERIFIED' },
          { name: t`Có mô tả chi tiết`, good: Boolean(need.description.vi || need.description.en) },
          { name: t`Có bản tiếng Anh`, good: Boolean(need.title.en && need.summary.en) },
          { name: t`Có kinh phí dự kiến`, good: Boolean(need.budget?.min || need.budget?.max) },
          { name: t`Còn ít nhất hai tuần đến hạn`, good: need.closesAt !== null && Date.parse(need.closesAt) - now >= twoWeeks },
          { name: t`Không thấy số điện thoại hoặc thư điện tử`, good: !/[\w.]+@[\w.]+\.\w+|\b0\d{8,10}\b/.test(JSON.stringify([need.summary, need.description])) },
        ];
        return (
          <>
            <ItemLayout
              side={
                <>
                  <Checks checks={checks} />
                  {may && (
                  <Actions>
                    <Button tone="primary" onClick={() => setAsking('approve')}>
                      <Trans>Duyệt và đăng</Trans>
                    </Button>
                    <Button tone="danger" onClick={() => setAsking('sendBack')}>
                      <Trans context="action">Yêu cầu chỉnh sửa</Trans>
                    </Button>
                  </Actions>
                  )}
                </>
              }
            >
              <Row>
                <VerificationTag status={need.organization.verification} />
              </Row>
              <h2 lang={title.lang}>{title.text}</h2>
              <p>
                {localized(need.organization.legalName).text} · {i18n._(organizationKindLabels[need.organization.kind])}
              </p>
              <BothLanguages title={<Trans>Tên nhu cầu</Trans>} value={need.title} />
              <BothLanguages title={<Trans>Tóm tắt</Trans>} value={need.summary} />
              <BothLanguages title={<Trans>Mô tả</Trans>} value={need.description} />
              <SummaryList>
                <Fact name={<Trans>Địa bàn</Trans>}>{need.place && fullNameOf(need.place)}</Fact>
                <Fact name={<Trans>Lĩnh vực</Trans>}>{formatList(need.domains.map((domain) => nameOf(domain)))}</Fact>
                <Fact name={<Trans>Kinh phí</Trans>}>{need.budget && formatMoneyRange(need.budget)}</Fact>
                <Fact name={<Trans>Hình thức thực hiện</Trans>}>{need.deliveryModel && i18n._(deliveryModelLabels[need.deliveryModel])}</Fact>
                <Fact name={<Trans>Loại hợp đồng PPP</Trans>}>{need.contractType && i18n._(contractTypeLabels[need.contractType])}</Fact>
                <Fact name={<Trans>Mức trưởng thành hướng tới</Trans>}>
                  {need.maturityTarget && i18n._(maturityLevelLabels[need.maturityTarget as 1 | 2 | 3])}
                </Fact>
                <Fact name={<Trans>Hạn tiếp nhận</Trans>}>{need.closesAt && `${formatDateTime(need.closesAt)} (${formatRelative(need.closesAt)})`}</Fact>
              </SummaryList>
            </ItemLayout>
            <ReasonDialog
              open={asking === 'approve'}
              title={<Trans>Duyệt và đăng nhu cầu?</Trans>}
              action={<Trans>Duyệt và đăng</Trans>}
              onClose={() => setAsking(null)}
              onConfirm={() => decide('APPROVED', 'COMPLETE', null)}
            >
              <p>
                <Trans>«{title.text}» sẽ hiện công khai ngay và hệ thống bắt đầu tìm giải pháp phù hợp.</Trans>
              </p>
            </ReasonDialog>
            <DecisionDialog
              open={asking === 'sendBack'}
              title={<Trans context="action">Yêu cầu chỉnh sửa</Trans>}
              rules={rules}
              decisions={[{ value: 'CHANGES_REQUESTED', label: t({ message: 'Yêu cầu chỉnh sửa', context: 'action' }) }]}
              onClose={() => setAsking(null)}
              onConfirm={decide}
            />
          </>
        );
      }}
    </Answer>
  );
}
