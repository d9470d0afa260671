/** What a newer version changed of an older one, clause by clause. */
export interface Worded {
  vi: string | null;
  en: string | null;
}

export interface ComparedClause {
  key: string;
  heading: Worded;
  body: Worded;
}

export type Change = 'added' | 'changed' | 'moved' | 'same';

export interface Compared<Clause> {
  clause: Clause;
  change: Change;
  before: Clause | undefined;
}

const same = (a: Worded, b: Worded) => (a.vi ?? '') === (b.vi ?? '') && (a.en ?? '') === (b.en ?? '');

/** Clauses of the newer version in its order, each with what became of it, then those that are gone. */
export function compareClauses<Clause extends ComparedClause>(older: readonly Clause[], newer: readonly Clause[]): { clauses: Compared<Clause>[]; gone: Clause[] } {
  const stays = older.filter(({ key }) => newer.some((clause) => clause.key === key)).map(({ key }) => key);
  const order = newer.filter(({ key }) => stays.includes(key)).map(({ key }) => key);
  const clauses = newer.map((clause): Compared<Clause> => {
    const before = older.find(({ key }) => key === clause.key);
    if (!before) return { clause, before, change: 'added' };
    if (!same(before.heading, clause.heading) || !same(before.body, clause.body)) return { clause, before, change: 'changed' };
    return { clause, before, change: stays.indexOf(clause.key) === order.indexOf(clause.key) ? 'same' : 'moved' };
  });
  return { clauses, gone: older.filter(({ key }) => !stays.includes(key)) };
}

export interface Piece {
  text: string;
  kind: 'same' | 'added' | 'gone';
}

/** Longer texts are shown whole, the old one above the new one: a comparison of them helps nobody. */
const mostWords = 1200;

/** The words of both texts in one row: what stayed, what went, what came. */
export function compareWords(before: string, after: string): Piece[] {
  const [a, b] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  if (before === after) return [{ text: after, kind: 'same' }];
  if (a.length > mostWords || b.length > mostWords) {
    return [
      { text: before, kind: 'gone' },
      { text: after, kind: 'added' },
    ];
  }
  // Longest common subsequence, from the end.
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  const pieces: Piece[] = [];
  const push = (text: string, kind: Piece['kind']) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== '') pieces.push({ text, kind });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(a[i]!, 'same');
      i++;
      j++;
    } else if (i < a.length && (j === b.length || common[i + 1]![j]! >= common[i]![j + 1]!)) {
      push(a[i]!, 'gone');
      i++;
    } else {
      push(b[j]!, 'added');
      j++;
    }
  }
  return pieces;
}
