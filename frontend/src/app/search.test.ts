import { expect, it } from 'vitest';
import { oneOf, searchOf, text } from './search';

const read = searchOf({ q: text, sort: oneOf(['NEWEST', 'CLOSING_SOON']) });

it('keeps texts that look like numbers', () => {
  expect(read({ q: 48 })).toEqual({ q: '48' });
  expect(read({ q: '01', sort: 'NEWEST' })).toEqual({ q: '01', sort: 'NEWEST' });
});

it('drops what is empty, unknown or not asked for', () => {
  expect(read({ q: '', sort: 'PRICE', other: 1 })).toEqual({});
  expect(read({ q: ['a'] })).toEqual({});
});
