const day = 24 * 3_600_000;
/** Vietnam's calendar: UTC+7 without summer time. */
const offset = 7 * 3_600_000;
const workingDays = 3;

/** Until when the alliance promises an answer: three working days after it came in. */
export function replyBy(openedAt: string): string {
  let at = Date.parse(openedAt);
  for (let left = workingDays; left > 0; ) {
    at += day;
    const weekday = new Date(at + offset).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at).toISOString();
}
