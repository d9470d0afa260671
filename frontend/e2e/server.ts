import { expect, type APIRequestContext } from '@playwright/test';

/** One email as the development outbox keeps it. */
export interface Letter {
  toAddress: string;
  toName: string;
  locale: 'VI' | 'EN';
  subject: string;
  text: string;
  html: string;
  template: string;
  status: string;
}

/** The link of a letter: the plain text and the HTML must lead to the same place. */
export function linkOf({ text, html }: Letter): string {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (!link) throw new Error(`no link in:\n${text}`);
  expect(html.replaceAll('&#x2f;', '/')).toContain(`href="${link}"`);
  return link;
}

/** Waits for an email of this template to this person, about this thing. */
export async function letterTo(request: APIRequestContext, toAddress: string, template: string, about: string): Promise<Letter> {
  let found: Letter | undefined;
  await expect(async () => {
    const { emails } = (await (await request.get('/dev/outbox')).json()) as { emails: Letter[] };
    const letters = emails.filter((letter) => letter.toAddress === toAddress && letter.template === template && letter.subject.includes(about));
    expect(letters, `${template} to ${toAddress}, once`).toHaveLength(1);
    [found] = letters;
    expect(found?.status).toBe('SENT');
  }).toPass({ timeout: 15_000 });
  return found!;
}

/** The server's clock. */
export async function serverTime(request: APIRequestContext): Promise<Date> {
  const { now } = (await (await request.get('/dev/clock')).json()) as { now: string };
  return new Date(now);
}

/** Moves the server's clock forward. */
export async function pass(request: APIRequestContext, seconds: number) {
  const answer = await request.post('/dev/clock', { data: { advanceSeconds: Math.ceil(seconds) } });
  expect(answer.ok()).toBe(true);
}
