import { DomainTags } from '@/features/catalogue';
import { localized } from '@/i18n/bilingual';
import { BilingualText } from '@/ui/BilingualText';
import { Card, CardLink } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { Availability } from './Availability';
import styles from './Researchers.module.css';
import type { ResearcherCardFragment } from './researchers.gql';

export function ResearcherCard({ researcher }: { researcher: ResearcherCardFragment }) {
  const { id, name, headline, organization, affiliation, domains } = researcher;
  const place = organization ? localized(organization.legalName) : { text: affiliation ?? '', lang: undefined };
  return (
    <Card>
      <h2 className={styles['name']}>
        <CardLink to="/chuyen-gia/$id" params={{ id }}>
          {name}
        </CardLink>
      </h2>
      <p>
        <BilingualText value={headline} />
      </p>
      <DomainTags domains={domains} />
      <div className={styles['marks']}>
        <Availability of={researcher} />
      </div>
      {place.text && (
        <div className={styles['place']}>
          <Icon name="building" size={18} />
          <span lang={place.lang}>{place.text}</span>
        </div>
      )}
    </Card>
  );
}
