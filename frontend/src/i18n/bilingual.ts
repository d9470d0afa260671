import type { TranslationState } from '@/graphql-types';
import { locale as pageLocale, type Locale } from './locale';

export interface Bilingual {
  vi: string | null;
  en: string | null;
  viState?: TranslationState | null;
  enState?: TranslationState | null;
}

export interface Localized {
  text: string;
  /** Set only when the text is not in the reader's language. */
  lang: Locale | undefined;
  state: TranslationState | null;
}

/** The reader's language, else the other one. */
export function localized(value: Bilingual, locale = pageLocale): Localized {
  const other: Locale = locale === 'vi' ? 'en' : 'vi';
  const shown = value[locale] ? locale : other;
  const state = (shown === 'vi' ? value.viState : value.enState) ?? null;
  return { text: value[shown] ?? '', lang: value[locale] || !value[other] ? undefined : other, state };
}

interface Named {
  nameVi: string;
  nameEn: string;
}

interface NamedPlace extends Named {
  fullNameVi: string;
  fullNameEn: string;
}

/** For domains, regions, and places in a list of places, which always carry both names. */
export function nameOf(thing: Named, locale = pageLocale): string {
  return locale === 'vi' ? thing.nameVi : thing.nameEn;
}

/** Alone on a card: "TP. Hồ Chí Minh", since a city of Vietnam can bear a person's name; "Lào Cai". */
export function shortNameOf(place: NamedPlace, locale = pageLocale): string {
  return locale === 'vi' ? place.fullNameVi.replace(/^Thành phố /, 'TP. ').replace(/^Tỉnh /, '') : place.nameEn;
}

/** With its type: "Thành phố Hải Phòng". */
export function fullNameOf(place: NamedPlace, locale = pageLocale): string {
  return locale === 'vi' ? place.fullNameVi : place.fullNameEn;
}
