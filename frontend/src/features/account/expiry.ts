import { toDayAndTime, toInstant } from '@/i18n/vietnamTime';

const day = 24 * 3_600_000;

/** Days after today up to which a token may be good: the server takes 366 days, measured to the second. */
export const longestDays = 365;

/** The day so many days from now in Vietnam, as `<input type="date">` holds it. */
export function dayAfter(days: number, now: number): string {
  return toDayAndTime(new Date(now + days * day).toISOString(), '').date;
}

/** The end of that day in Vietnam; null when no day was chosen. */
export function endOf(date: string): string | null {
  return toInstant({ date, time: '23:59' });
}
