import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { FormerUnits, PlaceText } from '@/features/catalogue';
import { WebLink } from '@/features/portfolio';
import { organizationKindLabels } from '@/i18n/labels';
import { Fact, SummaryList } from '@/ui/SummaryList';
import type { Organization } from './OrganizationPage';

export function OrganizationFacts({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { place, website, responsiveness } = organization;
  return (
    <SummaryList>
      <Fact name={<Trans>Loại tổ chức</Trans>}>{i18n._(organizationKindLabels[organization.kind])}</Fact>
      <Fact name={<Trans>Trụ sở</Trans>}>
        {place && (
          <>
            <PlaceText place={place} full /> <FormerUnits place={place} />
          </>
        )}
      </Fact>
      <Fact name={<Trans>Địa chỉ</Trans>}>{organization.address}</Fact>
      <Fact name={<Trans>Mã số thuế</Trans>}>{organization.taxCode}</Fact>
      <Fact name={<Trans>Mã định danh cơ quan</Trans>}>{organization.establishmentCode}</Fact>
      <Fact name={<Trans>Trang web</Trans>}>
        {website && <WebLink address={website} />}
      </Fact>
      <Fact name={<Trans>Trả lời lời giới thiệu</Trans>}>
        {responsiveness && (
          <>
            <Trans>
              Đúng hạn {responsiveness.answeredInTime} trên {responsiveness.asked} lần trong 12 tháng qua (hạn 14 ngày).
            </Trans>{' '}
            <Median days={responsiveness.medianDays} />
          </>
        )}
      </Fact>
    </SummaryList>
  );
}

function Median({ days }: { days?: number | null }) {
  if (days == null) return null;
  if (days === 0) return <Trans>Thường trả lời trong ngày.</Trans>;
  return <Plural value={days} one="Thường trả lời sau # ngày." other="Thường trả lời sau # ngày." />;
}
