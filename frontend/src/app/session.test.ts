import { expect, it, vi } from 'vitest';
import { Session, hintKey, type Grant, type Renew } from './session';

const viewer = { id: 'user_1', name: 'Phạm Thu Ngân', email: 'ngan@haiphong.example', locale: 'VI', staffRole: null, secondFactorMissing: false, memberships: [] } as const;
const grant = (accessToken: string): Grant => ({ accessToken, expiresAt: new Date(900_000).toISOString(), viewer: { ...viewer, memberships: [] } });

function sessionWith(renew: Renew, signedInBefore = true) {
  const kept = new Map(signedInBefore ? [[hintKey, '1']] : []);
  let now = 0;
  const session = new Session({
    renew,
    hint: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) },
    now: () => now,
    exclusively: (task) => task(),
  });
  return { session, kept, wait: (ms: number) => (now += ms) };
}

it('asks nothing when nobody was signed in', () => {
  const { session } = sessionWith(async () => grant('a'), false);
  expect(session.state.status).toBe('anonymous');
  expect(session.needsRenewal).toBe(false);
});

it('renews once, however many wait', async () => {
  const renew = vi.fn(async () => grant('a'));
  const { session } = sessionWith(renew);
  await Promise.all([session.renew(), session.renew(), session.renew()]);
  expect(renew).toHaveBeenCalledOnce();
  expect(session.token).toBe('a');
  await session.renew();
  expect(renew).toHaveBeenCalledTimes(2);
});

it('renews shortly before the token expires', async () => {
  const { session, wait } = sessionWith(async () => grant('a'));
  await session.renew();
  wait(860_000);
  expect(session.needsRenewal).toBe(false);
  wait(20_000);
  expect(session.needsRenewal).toBe(true);
});

it('remembers who it was when the server refuses', async () => {
  let answer: Grant | null = grant('a');
  const { session, kept } = sessionWith(async () => answer);
  await session.renew();
  answer = null;
  expect(await session.renew()).toBe(false);
  expect(session.state).toMatchObject({ status: 'expired', viewer: { id: 'user_1' } });
  expect(session.token).toBeNull();
  expect(kept.size).toBe(0);
});

it('signs nobody out when the server cannot be reached', async () => {
  let reachable = true;
  const { session } = sessionWith(async () => {
    if (!reachable) throw new Error('offline');
    return grant('a');
  });
  await session.renew();
  reachable = false;
  await expect(session.renew()).rejects.toThrow('offline');
  expect(session.state.status).toBe('signedIn');
});

it('tells its listeners', async () => {
  const { session } = sessionWith(async () => grant('a'));
  const heard = vi.fn();
  const leave = session.subscribe(heard);
  session.accept(grant('b'));
  session.forget();
  leave();
  session.accept(grant('c'));
  expect(heard).toHaveBeenCalledTimes(2);
});
