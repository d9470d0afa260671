import { useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import { ServerTimeDocument } from './session.gql';

/** How far the server's clock is ahead of this device's, in milliseconds; deadlines are the server's. */
let ahead = 0;

async function askServerClock(client: Client): Promise<void> {
  const started = Date.now();
  const { data } = await client.query(ServerTimeDocument, {}, { requestPolicy: 'network-only' }).toPromise();
  const middle = (started + Date.now()) / 2;
  if (data) ahead = Date.parse(data.serverTime) - middle;
}

/** The server's time, four times a minute, or once a second near `until`. */
export function useServerTime(until: string | null): number {
  const client = useClient();
  const [now, setNow] = useState(() => Date.now() + ahead);
  useEffect(() => {
    void askServerClock(client).then(() => setNow(Date.now() + ahead));
  }, [client]);
  const near = until !== null && Math.abs(Date.parse(until) - now) < 120_000;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() + ahead), near ? 1000 : 15_000);
    return () => clearInterval(timer);
  }, [near]);
  return now;
}
