import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { DomainTags, PlaceText } from '@/features/catalogue';
import { localized } from '@/i18n/bilingual';
import { formatMoneyRange } from '@/i18n/format';
import { maturityLabels, organizationKindLabels } from '@/i18n/labels';
import { searchKindOfOneLabels } from '@/i18n/searchLabels';
import { BilingualText } from '@/ui/BilingualText';
import { Card, CardLink } from '@/ui/Card';
import { Icon, type IconName } from '@/ui/Icon';
import { NeedStatusTag, VerificationTag } from '@/ui/StatusTag';
import { Tag } from '@/ui/Tag';
import styles from './Search.module.css';
import type { SearchHitCardFragment } from './search.gql';

type Pieces = SearchHitCardFragment['title'];

/** A text with what was asked for marked. */
function Marked({ pieces }: { pieces: Pieces }) {
  // oxlint-disable-next-line react/no-array-index-key -- pieces have no identity and never move
  return pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>));
}

function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li>
      <Icon name={icon} size={18} />
      <span>{children}</span>
    </li>
  );
}

interface Look {
  to: '/nhu-cau/$id' | '/giai-phap/$id' | '/to-chuc/$id' | '/chuyen-gia/$id';
  id: string;
  titleLang: string | undefined;
  textLang: string | undefined;
  mark: ReactNode;
  facts: ReactNode;
}

function useLook({ need, offer, organization, researcher }: SearchHitCardFragment): Look | null {
  const { _ } = useLingui();
  if (need) {
    const budget = need.budget && formatMoneyRange(need.budget);
    return {
      to: '/nhu-cau/$id',
      id: need.id,
      titleLang: localized(need.title).lang,
      textLang: localized(need.summary).lang,
      mark: <NeedStatusTag status={need.status} />,
      facts: (
        <>
          <Fact icon="building">
            <BilingualText value={need.organization.legalName} />
          </Fact>
          {need.place && (
            <Fact icon="pin">
              <PlaceText place={need.place} />
            </Fact>
          )}
          {budget && <Fact icon="money">{budget}</Fact>}
        </>
      ),
    };
  }
  if (offer) {
    const price = offer.price && formatMoneyRange(offer.price);
    return {
      to: '/giai-phap/$id',
      id: offer.id,
      titleLang: localized(offer.title).lang,
      textLang: localized(offer.summary).lang,
      mark: offer.maturity && <Tag tone="neutral">{_(maturityLabels[offer.maturity])}</Tag>,
      facts: (
        <>
          <Fact icon="building">
            <BilingualText value={offer.organization.legalName} />
          </Fact>
          {price && <Fact icon="money">{price}</Fact>}
        </>
      ),
    };
  }
  if (organization) {
    return {
      to: '/to-chuc/$id',
      id: organization.id,
      titleLang: localized(organization.legalName).lang,
      textLang: localized(organization.summary).lang,
      mark: <VerificationTag status={organization.verification} />,
      facts: (
        <>
          <Fact icon="building">{_(organizationKindLabels[organization.kind])}</Fact>
          {organization.place && (
            <Fact icon="pin">
              <PlaceText place={organization.place} />
            </Fact>
          )}
        </>
      ),
    };
  }
  if (researcher) {
    const at = researcher.organization ? localized(researcher.organization.legalName) : { text: researcher.affiliation ?? '', lang: undefined };
    return {
      to: '/chuyen-gia/$id',
      id: researcher.id,
      titleLang: undefined,
      textLang: localized(researcher.headline).lang,
      mark: null,
      facts: (
        <>
          {at.text && (
            <Fact icon="building">
              <span lang={at.lang}>{at.text}</span>
            </Fact>
          )}
          <li>
            <DomainTags domains={researcher.domains} />
          </li>
        </>
      ),
    };
  }
  return null;
}

/** One thing that was found: what it is, its title, where it says what was asked for, whose it is. */
export function Hit({ hit }: { hit: SearchHitCardFragment }) {
  const { _ } = useLingui();
  const look = useLook(hit);
  if (!look) return null;
  return (
    <Card>
      <div className={styles['top']}>
        <span className={styles['kind']}>{_(searchKindOfOneLabels[hit.kind])}</span>
        {look.mark}
      </div>
      <h3 className={styles['title']}>
        <CardLink to={look.to} params={{ id: look.id }} lang={look.titleLang}>
          <Marked pieces={hit.title} />
        </CardLink>
      </h3>
      {hit.snippet.length > 0 && (
        <p className={styles['snippet']} lang={look.textLang}>
          <Marked pieces={hit.snippet} />
        </p>
      )}
      <ul className={styles['facts']} role="list">
        {look.facts}
      </ul>
    </Card>
  );
}
