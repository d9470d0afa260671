import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { appError, describe } from '@/app/errors';
import type { ReviewDecision } from '@/graphql-types';
import { localized, nameOf, shortNameOf } from '@/i18n/bilingual';
import { formatList, formatMoneyRange } from '@/i18n/format';
import { contractTypeLabels, deliveryModelLabels, maturityLabels, organizationKindLabels } from '@/i18n/labels';
import type { Rule } from '@/i18n/rules';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Row } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { VerificationTag } from '@/ui/StatusTag';
import { Fact, SummaryList } from '@/ui/SummaryList';
import type { ItemProps } from './ReviewItem';
import { DecisionDialog } from './DecisionDialog';
import { OfferToReviewDocument, ReviewOfferDocument } from './moderation.gql';
import { Actions, BothLanguages, Checks, ItemLayout } from './parts';
import { useShortcuts } from './useShortcuts';

const rules: Rule[] = ['ADVERTISING', 'DUPLICATE', 'OFF_TOPIC', 'UNCLEAR_OUTCOME', 'PERSONAL_DATA', 'OTHER'];

export function OfferItem({ id, may, onDecided }: ItemProps) {
  const { t, i18n } = useLingui();
  const [result, retry] = useQuery({ query: OfferToReviewDocument, variables: { id } });
  const [asking, setAsking] = useState<'approve' | 'reject' | null>(null);
  const [, review] = useMutation(ReviewOfferDocument);
  useShortcuts(may ? { 'Ctrl+Enter': () => setAsking('approve'), 'Alt+Shift+S': () => setAsking('reject') } : {});

  const decide = async (decision: ReviewDecision, rule: Rule, reason: string | null) => {
    const { error } = await review({ input: { offerId: id, decision, rule, reason } });
    if (error) return describe(appError(error), i18n);
    announce(decision === 'APPROVED' ? t`Đã duyệt giải pháp` : t`Đã trả lại giải pháp`);
    onDecided();
    return null;
  };

  return (
    <Answer result={result} retry={retry}>
      {({ offer }) => {
        if (!offer) return null;
        const title = localized(offer.title);
        const checks = [
          { name: t`Tổ chức đã được xác thực`, good: offer.organization.verification === 'VERIFIED' },
          { name: t`Có mô tả chi tiết`, good: Boolean(offer.description.vi || offer.description.en) },
          { name: t`Có bản tiếng Việt`, good: Boolean(offer.title.vi && offer.summary.vi) },
          { name: t`Nói rõ độ sẵn sàng`, good: offer.maturity !== null },
          { name: t`Có dự án tham chiếu`, good: offer.references.length > 0 },
          { name: t`Không thấy số điện thoại hoặc thư điện tử`, good: !/[\w.]+@[\w.]+\.\w+|\b0\d{8,10}\b/.test(JSON.stringify([offer.summary, offer.description])) },
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
                    <Button tone="danger" onClick={() => setAsking('reject')}>
                      <Trans>Từ chối, kèm lý do</Trans>
                    </Button>
                  </Actions>
                  )}
                </>
              }
            >
              <Row>
                <VerificationTag status={offer.organization.verification} />
              </Row>
              <h2 lang={title.lang}>{title.text}</h2>
              <p>
                {localized(offer.organization.legalName).text} · {i18n._(organizationKindLabels[offer.organization.kind])}
              </p>
              <BothLanguages title={<Trans>Tên giải pháp</Trans>} value={offer.title} />
              <BothLanguages title={<Trans>Tóm tắt</Trans>} value={offer.summary} />
              <BothLanguages title={<Trans>Mô tả</Trans>} value={offer.description} />
              <SummaryList>
                <Fact name={<Trans>Lĩnh vực</Trans>}>{formatList(offer.domains.map((domain) => nameOf(domain)))}</Fact>
                <Fact name={<Trans>Địa bàn phục vụ</Trans>}>
                  {offer.coverage.length === 0 ? <Trans>Cả nước</Trans> : formatList(offer.coverage.map((place) => shortNameOf(place)))}
                </Fact>
                <Fact name={<Trans>Giá tham khảo</Trans>}>{offer.price && formatMoneyRange(offer.price)}</Fact>
                <Fact name={<Trans>Hình thức thực hiện</Trans>}>{formatList(offer.deliveryModels.map((model) => i18n._(deliveryModelLabels[model])))}</Fact>
                <Fact name={<Trans>Loại hợp đồng PPP</Trans>}>{formatList(offer.contractTypes.map((type) => i18n._(contractTypeLabels[type])))}</Fact>
                <Fact name={<Trans>Độ sẵn sàng</Trans>}>{offer.maturity && i18n._(maturityLabels[offer.maturity])}</Fact>
                <Fact name={<Trans>Dự án tham chiếu</Trans>}>{formatList(offer.references.map(({ name, place, year }) => [name, place && shortNameOf(place), year].filter(Boolean).join(', ')))}</Fact>
              </SummaryList>
            </ItemLayout>
            <ReasonDialog
              open={asking === 'approve'}
              title={<Trans>Duyệt và đăng giải pháp?</Trans>}
              action={<Trans>Duyệt và đăng</Trans>}
              onClose={() => setAsking(null)}
              onConfirm={() => decide('APPROVED', 'COMPLETE', null)}
            >
              <p>
                <Trans>«{title.text}» sẽ hiện công khai ngay và hệ thống bắt đầu tìm nhu cầu phù hợp.</Trans>
              </p>
            </ReasonDialog>
            <DecisionDialog
              open={asking === 'reject'}
              title={<Trans>Chưa duyệt giải pháp</Trans>}
              rules={rules}
              decisions={[{ value: 'REJECTED', label: t`Từ chối, kèm lý do` }]}
              onClose={() => setAsking(null)}
              onConfirm={decide}
            />
          </>
        );
      }}
    </Answer>
  );
}
