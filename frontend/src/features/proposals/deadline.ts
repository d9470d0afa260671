const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface Left {
  days: number;
  hours: number;
  minutes: number;
  /** How the wait should feel. */
  pace: 'calm' | 'soon' | 'urgent' | 'over';
}

/** What is left until the deadline, in whole units, never rounded up: nobody relies on a minute that is not there. */
export function timeLeft(closesAt: string, now: number): Left {
  const rest = Date.parse(closesAt) - now;
  if (rest <= 0) return { days: 0, hours: 0, minutes: 0, pace: 'over' };
  return {
    days: Math.floor(rest / day),
    hours: Math.floor((rest % day) / hour),
    minutes: Math.floor((rest % hour) / minute),
    pace: rest < hour ? 'urgent' : rest < 3 * day ? 'soon' : 'calm',
  };
}
