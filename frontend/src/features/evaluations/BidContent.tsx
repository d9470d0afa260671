import { Trans } from '@lingui/react/macro';
import { AttachmentsShown, SectionsShown } from '@/features/proposal-content';
import { moneyInWords } from '@/i18n/money';
import { Fact, SummaryList } from '@/ui/SummaryList';
import type { Bid } from './Ranking';

/** What a bidder offers, without who it is. */
export function BidContent({ bid }: { bid: Bid }) {
  return (
    <details>
      <summary>
        <Trans>Nội dung đề xuất của bên dự {bid.label}</Trans>
      </summary>
      <SummaryList>
        <Fact name={<Trans>Giá đề xuất</Trans>}>{bid.price ? moneyInWords(bid.price.amount) : <Trans>Mở sau khi chấm chất lượng</Trans>}</Fact>
        <Fact name={<Trans>Thời gian thực hiện</Trans>}>{bid.durationMonths && <Trans>{bid.durationMonths} tháng</Trans>}</Fact>
      </SummaryList>
      <SectionsShown sections={bid.sections} lang={bid.language === 'VI' ? 'vi' : 'en'} />
      <AttachmentsShown attachments={bid.attachments} />
    </details>
  );
}
