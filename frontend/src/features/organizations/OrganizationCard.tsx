import { useLingui } from '@lingui/react';
import { PlaceText } from '@/features/catalogue';
import { localized } from '@/i18n/bilingual';
import { organizationKindLabels } from '@/i18n/labels';
import { BilingualText } from '@/ui/BilingualText';
import { Card, CardLink } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { VerificationTag } from '@/ui/StatusTag';
import styles from './OrganizationCard.module.css';
import type { OrganizationCardFragment } from './organizations.gql';

export function OrganizationCard({ organization }: { organization: OrganizationCardFragment }) {
  const { _ } = useLingui();
  const name = localized(organization.legalName);
  return (
    <Card>
      <div className={styles['top']}>
        <span>{_(organizationKindLabels[organization.kind])}</span>
        <VerificationTag status={organization.verification} />
      </div>
      <h2 className={styles['name']}>
        <CardLink to="/to-chuc/$id" params={{ id: organization.id }} lang={name.lang}>
          {name.text}
        </CardLink>
      </h2>
      <p className={styles['summary']}>
        <BilingualText value={organization.summary} />
      </p>
      {organization.place && (
        <div className={styles['place']}>
          <Icon name="pin" size={18} />
          <span>
            <PlaceText place={organization.place} />
          </span>
        </div>
      )}
    </Card>
  );
}
