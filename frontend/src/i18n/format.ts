import { locale as pageLocale, type Locale } from './locale';

const tag: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' };
const timeZone = 'Asia/Ho_Chi_Minh';

/** Intl objects are slow to make: one per locale and kind. */
function cached<T>(make: (locale: Locale) => T): (locale: Locale) => T {
  const made = new Map<Locale, T>();
  return (locale) => {
    let formatter = made.get(locale);
    if (!formatter) made.set(locale, (formatter = make(locale)));
    return formatter;
  };
}

const numbers = cached((l) => new Intl.NumberFormat(tag[l], { maximumFractionDigits: 1 }));
const points = cached((l) => new Intl.NumberFormat(tag[l], { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
/** 07/03/2027 is March here and July to an American: English spells the month. */
const dates = cached((l) => new Intl.DateTimeFormat(tag[l], { ...(l === 'vi' ? { day: '2-digit', month: '2-digit' } : { day: 'numeric', month: 'short' }), year: 'numeric', timeZone }));
const longDates = cached((l) => new Intl.DateTimeFormat(tag[l], { day: 'numeric', month: 'long', year: 'numeric', timeZone }));
const times = cached((l) => new Intl.DateTimeFormat(tag[l], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }));
const lists = cached((l) => new Intl.ListFormat(tag[l], { type: 'conjunction' }));
const relative = cached((l) => new Intl.RelativeTimeFormat(tag[l], { numeric: 'auto' }));
const collators = cached((l) => new Intl.Collator(tag[l]));

export function formatNumber(value: number, locale = pageLocale): string {
  return numbers(locale).format(value);
}

/** Points of a score always with one decimal, so that columns align. */
export function formatPoints(value: number, locale = pageLocale): string {
  return points(locale).format(value);
}

export function formatList(items: string[], locale = pageLocale): string {
  return lists(locale).format(items);
}

export function compareText(a: string, b: string, locale = pageLocale): number {
  return collators(locale).compare(a, b);
}

interface Scale {
  from: number;
  unit: Record<Locale, string>;
}

const billions: Scale = { from: 1e9, unit: { vi: 'tỷ', en: 'billion' } };
const millions: Scale = { from: 1e6, unit: { vi: 'triệu', en: 'million' } };
const currencyName: Record<Locale, string> = { vi: 'đồng', en: 'VND' };

function scaleOf(value: number): Scale | null {
  if (value >= billions.from) return billions;
  if (value >= millions.from) return millions;
  return null;
}

function scaled(value: number, scale: Scale | null, locale: Locale): string {
  return formatNumber(scale ? value / scale.from : value, locale);
}

function withUnit(figure: string, scale: Scale | null, currency: string, locale: Locale): string {
  const name = currency === 'VND' ? currencyName[locale] : currency;
  const words = scale ? `${figure} ${scale.unit[locale]}` : figure;
  return locale === 'vi' ? `${words} ${name}` : `${name} ${words}`;
}

/** "1,5 tỷ đồng": Intl's own compact notation says "1,5 T", which nobody here reads. */
export function formatMoney(amount: string, currency = 'VND', locale = pageLocale): string {
  const value = Number(amount);
  const scale = scaleOf(value);
  return withUnit(scaled(value, scale, locale), scale, currency, locale);
}

export interface Range {
  min: string | null;
  max: string | null;
  currency: string;
}

/** "20–35 tỷ đồng", "từ 20 tỷ đồng", "đến 35 tỷ đồng"; null when neither end is known. */
export function formatMoneyRange({ min, max, currency }: Range, locale = pageLocale): string | null {
  if (min !== null && max !== null && min !== max) {
    const [from, to] = [Number(min), Number(max)];
    const scale = scaleOf(to);
    if (scaleOf(from) === scale) {
      return withUnit(`${scaled(from, scale, locale)}–${scaled(to, scale, locale)}`, scale, currency, locale);
    }
    return `${formatMoney(min, currency, locale)} – ${formatMoney(max, currency, locale)}`;
  }
  if (min !== null && max !== null) return formatMoney(min, currency, locale);
  if (min !== null) return `${locale === 'vi' ? 'từ' : 'from'} ${formatMoney(min, currency, locale)}`;
  if (max !== null) return `${locale === 'vi' ? 'đến' : 'up to'} ${formatMoney(max, currency, locale)}`;
  return null;
}

/** 22/11/2026, in Vietnam's time. */
export function formatDate(instant: string, locale = pageLocale): string {
  return dates(locale).format(new Date(instant));
}

/** "22 tháng 11, 2026" or "22 November 2026". */
export function formatLongDate(instant: string, locale = pageLocale): string {
  return longDates(locale).format(new Date(instant));
}

/** 14:03. */
export function formatTime(instant: string, locale = pageLocale): string {
  return times(locale).format(new Date(instant));
}

export function formatDateTime(instant: string, locale = pageLocale): string {
  return `${formatTime(instant, locale)}, ${formatDate(instant, locale)}`;
}

const hour = 3_600_000;
const day = 24 * hour;

/** "sau 5 ngày nữa", "3 tuần trước": the largest unit that is at least one. */
export function formatRelative(instant: string, now = Date.now(), locale = pageLocale): string {
  const distance = Date.parse(instant) - now;
  const size = Math.abs(distance);
  const format = relative(locale);
  if (size < hour) return format.format(Math.round(distance / 60_000), 'minute');
  if (size < day) return format.format(Math.round(distance / hour), 'hour');
  if (size < 14 * day) return format.format(Math.round(distance / day), 'day');
  if (size < 60 * day) return format.format(Math.round(distance / (7 * day)), 'week');
  if (size < 730 * day) return format.format(Math.round(distance / (30.44 * day)), 'month');
  return format.format(Math.round(distance / (365.25 * day)), 'year');
}
