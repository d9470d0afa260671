import { PlaceText } from '@/features/catalogue';
import { localized } from '@/i18n/bilingual';
import { formatMoneyRange } from '@/i18n/format';
import { BilingualText } from '@/ui/BilingualText';
import { Card, CardLink } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { NeedStatusTag } from '@/ui/StatusTag';
import { Deadline } from './Deadline';
import { TranslationNote } from '@/ui/TranslationNote';
import styles from './NeedCard.module.css';
import type { NeedCardFragment } from './needs.gql';

interface Props {
  need: NeedCardFragment;
  /** Level of the title in the page. */
  heading?: 'h2' | 'h3';
}

export function NeedCard({ need, heading: Heading = 'h2' }: Props) {
  const title = localized(need.title);
  const budget = need.budget && formatMoneyRange(need.budget);
  return (
    <Card>
      <div className={styles['status']}>
        <NeedStatusTag status={need.status} />
        <span className={styles['deadline']}>
          <Deadline need={need} />
        </span>
      </div>
      <Heading className={styles['title']}>
        <CardLink to="/nhu-cau/$id" params={{ id: need.id }} lang={title.lang}>
          {title.text}
        </CardLink>
      </Heading>
      {title.lang && (
        <div>
          <TranslationNote of={title} />
        </div>
      )}
      <p className={styles['summary']}>
        <BilingualText value={need.summary} />
      </p>
      <ul className={styles['facts']} role="list">
        <li>
          <Icon name="building" size={18} />
          <BilingualText value={need.organization.legalName} />
        </li>
        {need.place && (
          <li>
            <Icon name="pin" size={18} />
            <PlaceText place={need.place} />
          </li>
        )}
        {budget && (
          <li>
            <Icon name="money" size={18} />
            {budget}
          </li>
        )}
      </ul>
    </Card>
  );
}
