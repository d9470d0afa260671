import { expect, test, vi } from 'vitest';
import { draftSaver } from './draft';

const saved = (version: number) => ({ saved: { id: 'need_1', version } });

test('the first save creates the draft, the next ones update it', async () => {
  const create = vi.fn().mockResolvedValue(saved(1));
  const update = vi.fn().mockResolvedValue(saved(2));
  const started = vi.fn();
  const save = draftSaver<string>(null, { create, update, started });
  expect(await save('a', null)).toEqual({ kind: 'saved', version: 1 });
  expect(started).toHaveBeenCalledExactlyOnceWith('need_1');
  expect(await save('ab', 1)).toEqual({ kind: 'saved', version: 2 });
  expect(update).toHaveBeenCalledExactlyOnceWith('need_1', 1, 'ab');
});

test('a lost answer makes no second draft: same key, same content, then the rest', async () => {
  const create = vi.fn().mockResolvedValueOnce({ unreachable: true }).mockResolvedValue(saved(1));
  const update = vi.fn().mockResolvedValue(saved(2));
  const save = draftSaver<string>(null, { create, update, started: vi.fn() });
  expect(await save('a', null)).toEqual({ kind: 'unreachable' });
  expect(await save('ab', null)).toEqual({ kind: 'saved', version: 2 });
  expect(create.mock.calls[1]).toEqual(create.mock.calls[0]);
  expect(update).toHaveBeenCalledExactlyOnceWith('need_1', 1, 'ab');
});

test('a refused first save may be mended', async () => {
  const problem = { field: 'content.title.vi', code: 'TOO_LONG' as const, message: '…' };
  const create = vi.fn().mockResolvedValueOnce({ refused: [problem] }).mockResolvedValue(saved(1));
  const save = draftSaver<string>(null, { create, update: vi.fn(), started: vi.fn() });
  expect(await save('long', null)).toEqual({ kind: 'refused', problem: [problem] });
  expect(await save('short', null)).toEqual({ kind: 'saved', version: 1 });
  expect(create.mock.calls[1]![1]).not.toBe(create.mock.calls[0]![1]);
});
