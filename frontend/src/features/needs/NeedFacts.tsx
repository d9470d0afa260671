import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { FormerUnits, PlaceText } from '@/features/catalogue';
import { formatDate, formatMoneyRange } from '@/i18n/format';
import { contractTypeLabels, deliveryModelLabels, maturityLevelLabels } from '@/i18n/labels';
import { BilingualText } from '@/ui/BilingualText';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Deadline } from './Deadline';
import type { Need } from './NeedPage';

export function NeedFacts({ need }: { need: Need }) {
  const { i18n } = useLingui();
  const level = need.maturityTarget as keyof typeof maturityLevelLabels | null;
  return (
    <SummaryList>
      <Fact name={<Trans>Bên có nhu cầu</Trans>}>
        <Link to="/to-chuc/$id" params={{ id: need.organization.id }}>
          <BilingualText value={need.organization.legalName} />
        </Link>
      </Fact>
      <Fact name={<Trans>Địa bàn</Trans>}>
        {need.place && (
          <>
            <PlaceText place={need.place} full /> <FormerUnits place={need.place} />
          </>
        )}
      </Fact>
      <Fact name={<Trans>Kinh phí dự kiến</Trans>}>{need.budget && formatMoneyRange(need.budget)}</Fact>
      <Fact name={<Trans>Hạn tiếp nhận</Trans>}>{need.closesAt && <Deadline need={need} full />}</Fact>
      <Fact name={<Trans>Hình thức hợp tác</Trans>}>{need.deliveryModel && i18n._(deliveryModelLabels[need.deliveryModel])}</Fact>
      <Fact name={<Trans>Loại hợp đồng</Trans>}>{need.contractType && i18n._(contractTypeLabels[need.contractType])}</Fact>
      <Fact name={<Trans>Mức trưởng thành hướng tới</Trans>}>{level && i18n._(maturityLevelLabels[level])}</Fact>
      <Fact name={<Trans>Ngày đăng</Trans>}>{need.publishedAt && formatDate(need.publishedAt)}</Fact>
    </SummaryList>
  );
}
