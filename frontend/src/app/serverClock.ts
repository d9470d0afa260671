import { useEffect, useState } from 'react';

/** How far the server's clock is ahead of this device's, in milliseconds; deadlines are the server's. */
let ahead = 0;

export async function askServerClock(): Promise<void> {
  const started = Date.now();
  const response = await fetch('/healthz', { cache: 'no-store' }).catch(() => null);
  const date = response?.headers.get('date');
  if (!date) return;
  const middle = (started + Date.now()) / 2;
  const offset = Date.parse(date) + 500 - middle;
  // The header counts whole seconds: a smaller difference is none.
  ahead = Math.abs(offset) < 2000 ? 0 : offset;
}

/** The server's time, once a minute, or once a second near `until`. */
export function useServerTime(until: string | null): number {
  const [now, setNow] = useState(() => Date.now() + ahead);
  useEffect(() => {
    void askServerClock().then(() => setNow(Date.now() + ahead));
  }, []);
  const near = until !== null && Math.abs(Date.parse(until) - now) < 120_000;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() + ahead), near ? 1000 : 15_000);
    return () => clearInterval(timer);
  }, [near]);
  return now;
}
