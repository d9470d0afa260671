import { expect, test } from 'vitest';
import { Autosave, longestMs, restMs, retryMs, type SaveResult } from './autosave';

/** A clock that stands still until it is moved, and a server that answers when it is told to. */
function desk(version: number | null = 1) {
  let time = 0;
  let tasks: { at: number; run: () => void }[] = [];
  const sent: { content: string; version: number | null; answer: (result: SaveResult<string>) => Promise<void> }[] = [];
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
  const autosave = new Autosave<string, string>(
    {
      now: () => time,
      later: (run, ms) => {
        const task = { at: time + ms, run };
        tasks.push(task);
        return () => (tasks = tasks.filter((other) => other !== task));
      },
      save: (content, at) =>
        new Promise((resolve) =>
          sent.push({
            content,
            version: at,
            answer: (result) => {
              resolve(result);
              return settle();
            },
          }),
        ),
    },
    version,
  );
  const pass = (ms: number) => {
    time += ms;
    const due = tasks.filter((task) => task.at <= time);
    tasks = tasks.filter((task) => task.at > time);
    for (const task of due) task.run();
  };
  return { autosave, sent, pass };
}

test('a change is saved when the typing rests', async () => {
  const { autosave, sent, pass } = desk();
  autosave.change('a');
  expect(autosave.state.kind).toBe('dirty');
  pass(restMs - 1);
  autosave.change('ab');
  pass(restMs - 1);
  expect(sent).toHaveLength(0);
  pass(1);
  expect(autosave.state.kind).toBe('saving');
  await sent[0]!.answer({ kind: 'saved', version: 2 });
  expect(sent[0]).toMatchObject({ content: 'ab', version: 1 });
  expect(autosave.state).toEqual({ kind: 'saved', at: 2 * restMs - 1 });
  expect(autosave.unsaved).toBe(false);
});

test('typing without a rest is saved all the same', () => {
  const { autosave, sent, pass } = desk();
  for (let typed = 0; typed < longestMs; typed += 1000) {
    autosave.change(`${typed}`);
    pass(1000);
  }
  expect(sent).toHaveLength(1);
});

test('what is typed during a save is saved next, with the new version, one request at a time', async () => {
  const { autosave, sent, pass } = desk();
  autosave.change('a');
  pass(restMs);
  autosave.change('ab');
  pass(restMs);
  expect(sent).toHaveLength(1);
  await sent[0]!.answer({ kind: 'saved', version: 2 });
  pass(restMs);
  expect(sent[1]).toMatchObject({ content: 'ab', version: 2 });
});

test('a server that does not answer is asked again, ever more rarely, and nothing is lost', async () => {
  const { autosave, sent, pass } = desk(null);
  autosave.change('a');
  pass(restMs);
  await sent[0]!.answer({ kind: 'unreachable' });
  expect(autosave.state).toEqual({ kind: 'failed', retryAt: restMs + retryMs[0]! });
  pass(retryMs[0]!);
  await sent[1]!.answer({ kind: 'unreachable' });
  pass(retryMs[1]! - 1);
  expect(sent).toHaveLength(2);
  pass(1);
  await sent[2]!.answer({ kind: 'saved', version: 1 });
  expect(sent[2]).toMatchObject({ content: 'a', version: null });
  expect(autosave.state.kind).toBe('saved');
});

test('a refusal is not repeated until something changes', async () => {
  const { autosave, sent, pass } = desk();
  autosave.change('too long');
  pass(restMs);
  await sent[0]!.answer({ kind: 'refused', problem: 'TOO_LONG' });
  pass(60_000);
  expect(sent).toHaveLength(1);
  expect(autosave.state).toEqual({ kind: 'refused', problem: 'TOO_LONG' });
  autosave.change('short');
  pass(restMs);
  expect(sent[1]).toMatchObject({ content: 'short' });
});

test('a conflict waits for a choice; mine replaces theirs', async () => {
  const { autosave, sent, pass } = desk();
  autosave.change('mine');
  pass(restMs);
  await sent[0]!.answer({ kind: 'stale' });
  autosave.change('mine, longer');
  pass(60_000);
  expect(autosave.state.kind).toBe('conflict');
  expect(sent).toHaveLength(1);
  const kept = autosave.keepMine(7);
  await Promise.resolve();
  await sent[1]!.answer({ kind: 'saved', version: 8 });
  expect(await kept).toBe(true);
  expect(sent[1]).toMatchObject({ content: 'mine, longer', version: 7 });
});

test('or theirs is taken, and the next change builds on it', async () => {
  const { autosave, sent, pass } = desk();
  autosave.change('mine');
  pass(restMs);
  await sent[0]!.answer({ kind: 'stale' });
  autosave.takeTheirs(7);
  expect(autosave.state.kind).toBe('idle');
  autosave.change('theirs, changed');
  pass(restMs);
  expect(sent[1]).toMatchObject({ version: 7 });
});

test('flushing before a submit waits for the save under way and saves the rest', async () => {
  const { autosave, sent, pass } = desk();
  autosave.change('a');
  pass(restMs);
  autosave.change('ab');
  const flushed = autosave.flush();
  await sent[0]!.answer({ kind: 'saved', version: 2 });
  await sent[1]!.answer({ kind: 'saved', version: 3 });
  expect(await flushed).toBe(true);
  expect(sent.map(({ content }) => content)).toEqual(['a', 'ab']);
});

test('flushing a draft that cannot be saved says so', async () => {
  const { autosave, sent } = desk();
  autosave.change('a');
  const flushed = autosave.flush();
  await Promise.resolve();
  await sent[0]!.answer({ kind: 'refused', problem: 'BUDGET_RANGE' });
  expect(await flushed).toBe(false);
});
