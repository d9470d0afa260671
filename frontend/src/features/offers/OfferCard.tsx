import { DomainTags } from '@/features/catalogue';
import { localized } from '@/i18n/bilingual';
import { BilingualText } from '@/ui/BilingualText';
import { Card, CardLink } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { TranslationNote } from '@/ui/TranslationNote';
import styles from './OfferCard.module.css';
import type { OfferCardFragment } from './offers.gql';

interface Props {
  offer: OfferCardFragment;
  /** Level of the title in the page. */
  heading?: 'h2' | 'h3';
}

export function OfferCard({ offer, heading: Heading = 'h2' }: Props) {
  const title = localized(offer.title);
  return (
    <Card>
      <div className={styles['maker']}>
        <Icon name="building" size={18} />
        <BilingualText value={offer.organization.legalName} />
      </div>
      <Heading className={styles['title']}>
        <CardLink to="/giai-phap/$id" params={{ id: offer.id }} lang={title.lang}>
          {title.text}
        </CardLink>
      </Heading>
      {title.lang && (
        <div>
          <TranslationNote of={title} />
        </div>
      )}
      <p className={styles['summary']}>
        <BilingualText value={offer.summary} />
      </p>
      <div className={styles['domains']}>
        <DomainTags domains={offer.domains} />
      </div>
    </Card>
  );
}
