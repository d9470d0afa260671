import { expect, it } from 'vitest';
import { compareClauses, compareWords } from './changes';

const clause = (key: string, vi: string) => ({ key, heading: { vi: key, en: null as string | null }, body: { vi, en: null } });

it('says of each clause what became of it', () => {
  const older = [clause('a', 'một'), clause('b', 'hai'), clause('c', 'ba'), clause('d', 'bốn')];
  const newer = [clause('b', 'hai'), clause('a', 'một rưỡi'), clause('e', 'năm'), clause('d', 'bốn')];
  const { clauses, gone } = compareClauses(older, newer);
  expect(clauses.map(({ clause: { key }, change }) => [key, change])).toEqual([
    ['b', 'moved'],
    ['a', 'changed'],
    ['e', 'added'],
    ['d', 'same'],
  ]);
  expect(gone.map(({ key }) => key)).toEqual(['c']);
});

it('an empty text and a missing one are the same', () => {
  const before = clause('a', 'một');
  expect(compareClauses([before], [{ ...before, heading: { vi: 'a', en: '' } }]).clauses[0]?.change).toBe('same');
});

it('shows which words went and which came', () => {
  expect(compareWords('trong mười ngày', 'trong mười lăm ngày')).toEqual([
    { text: 'trong mười ', kind: 'same' },
    { text: 'lăm ', kind: 'added' },
    { text: 'ngày', kind: 'same' },
  ]);
  expect(compareWords('', 'mới')).toEqual([{ text: 'mới', kind: 'added' }]);
  expect(compareWords('cũ', '')).toEqual([{ text: 'cũ', kind: 'gone' }]);
  expect(compareWords('như cũ', 'như cũ')).toEqual([{ text: 'như cũ', kind: 'same' }]);
});

it('puts long texts one after the other', () => {
  const long = 'từ '.repeat(1300);
  expect(compareWords(long, `${long}x`).map(({ kind }) => kind)).toEqual(['gone', 'added']);
});
