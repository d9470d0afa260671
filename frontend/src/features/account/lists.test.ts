import { afterEach, expect, it, vi } from 'vitest';
import { leaveList, listOf } from './lists';

const token = 'weekly_digest.user_1.proof';

afterEach(() => vi.unstubAllGlobals());

it('reads which list a link leaves', () => {
  expect(listOf(token)).toBe('WEEKLY_DIGEST');
  expect(listOf('something.user_1.proof')).toBeNull();
});

it.each([
  [204, 'left'],
  [404, 'unknown'],
  [503, 'failed'],
] as const)('tells what an answer of %i means', async (status, outcome) => {
  const fetched = vi.fn(async () => new Response(null, { status }));
  vi.stubGlobal('fetch', fetched);
  expect(await leaveList(token)).toBe(outcome);
  expect(fetched).toHaveBeenCalledWith('/roi-danh-sach/weekly_digest.user_1.proof', expect.objectContaining({ method: 'POST', credentials: 'omit' }));
});

it('says so when the server cannot be reached', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
  expect(await leaveList(token)).toBe('failed');
});
