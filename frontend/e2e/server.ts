import { createHmac } from 'node:crypto';
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
  }).toPass({ timeout: 60_000 });
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

/** What a letter's link proves, behind its `#`. */
export function tokenOf(letter: Letter): string {
  return new URL(linkOf(letter)).hash.slice(1);
}

/**
 * A code of a planted person's authenticator app that was certainly not used yet: each is good once, so the
 * clock goes on to the next one.
 */
export async function freshCode(request: APIRequestContext, email: string): Promise<string> {
  await pass(request, 30);
  const { codes } = (await (await request.get('/dev/codes')).json()) as { codes: { email: string; code: string }[] };
  const found = codes.find((one) => one.email === email);
  if (!found) throw new Error(`no authenticator app of ${email} was planted`);
  return found.code;
}

/** What an authenticator app shows for a secret (RFC 6238), by the server's clock. */
export async function codeOf(request: APIRequestContext, secret: string): Promise<string> {
  await pass(request, 30);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll(' ', '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor((await serverTime(request)).getTime() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest[19]! & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
