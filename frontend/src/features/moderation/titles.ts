import { localized, type Bilingual } from '@/i18n/bilingual';
import type { Locale } from '@/i18n/locale';

interface Subject {
  id: string;
  need?: { title: Bilingual } | null;
  offer?: { title: Bilingual } | null;
  match?: { need: { title: Bilingual }; offer: { title: Bilingual } } | null;
  organization?: { legalName: Bilingual } | null;
  otherOrganization?: { legalName: Bilingual } | null;
  person?: string | null;
}

/** What a review is about, in the words of those who wrote it. */
export function titleOf({ id, need, offer, match, organization, otherOrganization, person }: Subject): { text: string; lang: Locale | undefined } {
  const both = match ? [match.need.title, match.offer.title] : organization && otherOrganization ? [organization.legalName, otherOrganization.legalName] : null;
  if (both) {
    const [one, other] = both.map((name) => localized(name));
    return { text: `${one!.text} ${match ? '↔' : '→'} ${other!.text}`, lang: one!.lang };
  }
  const own = need?.title ?? offer?.title ?? organization?.legalName;
  const text = own && localized(own);
  // What somebody keeps to herself for now has no words here.
  if (text?.text) return { text: text.text, lang: text.lang };
  return { text: person ?? `…${id.slice(-6)}`, lang: undefined };
}
