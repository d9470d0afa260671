import * as v from 'valibot';
import { expect, it } from 'vitest';
import { oneOf, text } from './search';

const search = v.object({ q: text, sort: oneOf(['NEWEST', 'CLOSING_SOON']) });

it('keeps texts that look like numbers', () => {
  expect(v.parse(search, { q: 48 })).toEqual({ q: '48' });
  expect(v.parse(search, { q: '01' })).toEqual({ q: '01' });
});

it('drops what is empty or unknown', () => {
  expect(v.parse(search, { q: '', sort: 'PRICE' })).toEqual({ q: undefined, sort: undefined });
  expect(v.parse(search, {})).toEqual({});
});
