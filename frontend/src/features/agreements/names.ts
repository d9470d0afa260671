import type { AgreementSide } from '@/graphql-types';
import { localized, type Bilingual } from '@/i18n/bilingual';

interface Named {
  side: AgreementSide;
  name: Bilingual;
}

/** What a side of an agreement is called. */
export function sideName(parties: readonly Named[], side: AgreementSide): string {
  const party = parties.find((one) => one.side === side);
  return party ? localized(party.name).text : '';
}

export const across = (side: AgreementSide): AgreementSide => (side === 'OWNER' ? 'PARTNER' : 'OWNER');

/** "Sở Xây dựng – Công ty An": both sides, the one with the need first. */
export function bothNames(parties: readonly Named[]): string {
  return `${sideName(parties, 'OWNER')} – ${sideName(parties, 'PARTNER')}`;
}
