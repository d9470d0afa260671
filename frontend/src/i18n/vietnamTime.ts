/** Vietnam has kept UTC+7 without summer time since 1975. */
const offset = 7 * 3_600_000;

export interface DayAndTime {
  /** 2026-12-22, as `<input type="date">` holds it; empty when not chosen. */
  date: string;
  /** 17:00. */
  time: string;
}

export function toDayAndTime(instant: string | null | undefined, fallback: string): DayAndTime {
  if (!instant) return { date: '', time: fallback };
  const [date = '', time = ''] = new Date(Date.parse(instant) + offset).toISOString().split('T');
  return { date, time: time.slice(0, 5) };
}

/** The instant that is this day and time in Vietnam; null while one of them is missing. */
export function toInstant({ date, time }: DayAndTime): string | null {
  const instant = Date.parse(`${date}T${time}:00+07:00`);
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}
