import { Trans, useLingui } from '@lingui/react/macro';
import { FormerUnits, PlaceText } from '@/features/catalogue';
import { WebLink } from '@/features/portfolio';
import { organizationKindLabels } from '@/i18n/labels';
import { Fact, SummaryList } from '@/ui/SummaryList';
import type { Organization } from './OrganizationPage';

export function OrganizationFacts({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { place, website } = organization;
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
    </SummaryList>
  );
}
