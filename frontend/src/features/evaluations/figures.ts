import { locale as pageLocale } from '@/i18n/locale';

/** Points as the record writes them: always two decimals. */
export function formatScore(value: number | null, locale = pageLocale): string {
  if (value === null) return '–';
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
}

/** What was typed as a score: a whole number from 0 to 100; null while empty, undefined when it is none. */
export function readScore(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (!/^\d{1,3}$/.test(text)) return undefined;
  const score = Number(text);
  return score <= 100 ? score : undefined;
}
