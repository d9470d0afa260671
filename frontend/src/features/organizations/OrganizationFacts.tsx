import { Trans, useLingui } from '@lingui/react/macro';
import { FormerUnits, PlaceText } from '@/features/catalogue';
import { organizationKindLabels } from '@/i18n/labels';
import { Fact, SummaryList } from '@/ui/SummaryList';
import type { Organization } from './OrganizationPage';

/** Only addresses of the web: a member may have typed anything. */
function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

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
      <Fact name={<Trans>Mã số thuế</Trans>}>{organization.taxCode}</Fact>
      <Fact name={<Trans>Trang web</Trans>}>
        {website &&
          (isWebAddress(website) ? (
            <a href={website} rel="noopener nofollow">
              {website}
            </a>
          ) : (
            website
          ))}
      </Fact>
    </SummaryList>
  );
}
