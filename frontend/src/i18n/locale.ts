import type { Locale as ApiLocale } from '@/graphql-types';

export type Locale = 'vi' | 'en';

const englishPrefix = /^\/en(?=\/|$)/;

/** The address decides the language: `/en/…` is English, everything else Vietnamese. */
export function localeOf(pathname: string): Locale {
  return englishPrefix.test(pathname) ? 'en' : 'vi';
}

export function basePathOf(locale: Locale): string {
  return locale === 'en' ? '/en' : '/';
}

/** The same page in the other language, with its search and fragment. */
export function sameAddressIn(locale: Locale, href: string): string {
  const bare = href.replace(englishPrefix, '') || '/';
  const path = bare.startsWith('/') ? bare : `/${bare}`;
  return locale === 'en' ? `/en${path}` : path;
}

/** Locale of this page load; switching the language is a full navigation. */
export const locale: Locale = localeOf(globalThis.location?.pathname ?? '/');

export const apiLocale: ApiLocale = locale === 'en' ? 'EN' : 'VI';
