import { locale as pageLocale, type Locale } from './locale';

/** Languages that a researcher can choose (ISO 639-1): those of the region and of international work. */
export const languageCodes = [
  'vi', 'en', 'ar', 'bn', 'cs', 'da', 'de', 'es', 'fi', 'fr', 'hi', 'id', 'it', 'ja', 'km', 'ko', 'lo', 'ms', 'my', 'nl', 'pl', 'pt', 'ru', 'sv', 'th', 'zh',
] as const;

const made = new Map<Locale, Intl.DisplayNames>();

/** "Tiếng Pháp", "French"; a code that the browser does not know is shown as it is. */
export function languageName(code: string, locale = pageLocale): string {
  let names = made.get(locale);
  if (!names) made.set(locale, (names = new Intl.DisplayNames(locale === 'vi' ? 'vi-VN' : 'en-GB', { type: 'language' })));
  const name = names.of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
