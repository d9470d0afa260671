export interface Letter {
  id: string;
  toName: string;
  toAddress: string;
  subject: string;
  text: string;
  locale: 'VI' | 'EN';
  template: string;
  status: string;
  createdAt: string;
  messageId: string;
  lastAnswer: string | null;
}

export type Outbox = { kind: 'letters'; letters: Letter[] } | { kind: 'production' } | { kind: 'unreachable' };

/** Only a server in development has these addresses; every other one answers 404. */
export async function fetchOutbox(): Promise<Outbox> {
  const response = await fetch('/dev/outbox', { headers: { accept: 'application/json' }, cache: 'no-store' }).catch(() => null);
  if (!response) return { kind: 'unreachable' };
  const isJson = response.headers.get('content-type')?.includes('application/json') ?? false;
  if (response.status === 404 || !isJson) return { kind: 'production' };
  if (!response.ok) return { kind: 'unreachable' };
  const { emails } = (await response.json()) as { emails: Letter[] };
  return { kind: 'letters', letters: emails };
}

export interface StaffCode {
  email: string;
  name: string;
  code: string;
}

export async function fetchCodes(): Promise<StaffCode[] | null> {
  const response = await fetch('/dev/codes', { cache: 'no-store' }).catch(() => null);
  return response?.ok ? ((await response.json()) as { codes: StaffCode[] }).codes : null;
}

export async function fetchClock(): Promise<string | null> {
  const response = await fetch('/dev/clock', { cache: 'no-store' }).catch(() => null);
  return response?.ok ? ((await response.json()) as { now: string }).now : null;
}

export async function advanceClock(advanceSeconds: number): Promise<string | null> {
  const response = await fetch('/dev/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceSeconds }),
  }).catch(() => null);
  return response?.ok ? ((await response.json()) as { now: string }).now : null;
}
