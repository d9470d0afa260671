import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { shortNameOf } from '@/i18n/bilingual';
import { formatDate, formatList, formatMoneyRange } from '@/i18n/format';
import { contractTypeLabels, deliveryModelLabels, maturityLabels } from '@/i18n/labels';
import { BilingualText } from '@/ui/BilingualText';
import { Fact, SummaryList } from '@/ui/SummaryList';
import type { Offer } from './OfferPage';

export function OfferFacts({ offer }: { offer: Offer }) {
  const { i18n } = useLingui();
  const places = offer.coverage.map((place) => shortNameOf(place));
  const models = offer.deliveryModels.map((model) => i18n._(deliveryModelLabels[model]));
  const contracts = offer.contractTypes.map((type) => i18n._(contractTypeLabels[type]));
  return (
    <SummaryList>
      <Fact name={<Trans>Đơn vị cung cấp</Trans>}>
        <Link to="/to-chuc/$id" params={{ id: offer.organization.id }}>
          <BilingualText value={offer.organization.legalName} />
        </Link>
      </Fact>
      <Fact name={<Trans>Triển khai được tại</Trans>}>{places.length > 0 ? formatList(places) : <Trans>Cả nước</Trans>}</Fact>
      <Fact name={<Trans>Mức giá tham khảo</Trans>}>{offer.price && formatMoneyRange(offer.price)}</Fact>
      <Fact name={<Trans>Độ sẵn sàng</Trans>}>{offer.maturity && i18n._(maturityLabels[offer.maturity])}</Fact>
      <Fact name={<Trans>Hình thức hợp tác</Trans>}>{models.length > 0 && formatList(models)}</Fact>
      <Fact name={<Trans>Loại hợp đồng</Trans>}>{contracts.length > 0 && formatList(contracts)}</Fact>
      <Fact name={<Trans>Ngày đăng</Trans>}>{offer.publishedAt && formatDate(offer.publishedAt)}</Fact>
      <Fact name={<Trans>Đăng đến</Trans>}>{offer.expiresAt && formatDate(offer.expiresAt)}</Fact>
    </SummaryList>
  );
}
