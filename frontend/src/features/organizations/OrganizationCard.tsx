import { Trans, useLingui } from '@lingui/react/macro';
import { PlaceText } from '@/features/catalogue';
import { localized } from '@/i18n/bilingual';
import { organizationKindLabels } from '@/i18n/labels';
import { BilingualText } from '@/ui/BilingualText';
import { Card, CardLink } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { VerificationTag } from '@/ui/StatusTag';
import { Tag } from '@/ui/Tag';
import styles from './OrganizationCard.module.css';
import type { OrganizationCardFragment } from './organizations.gql';

export function OrganizationCard({ organization }: { organization: OrganizationCardFragment }) {
  const { i18n } = useLingui();
  const name = localized(organization.legalName);
  return (
    <Card>
      <div className={styles['top']}>
        <span>{i18n._(organizationKindLabels[organization.kind])}</span>
        <span className={styles['marks']}>
          {organization.allianceStatus === 'ADMITTED' && (
            <Tag tone="accent" icon="star">
              <Trans>Thành viên Liên minh</Trans>
            </Tag>
          )}
          <VerificationTag status={organization.verification} />
        </span>
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
