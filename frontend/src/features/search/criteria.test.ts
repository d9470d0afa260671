import { expect, test } from 'vitest';
import { addressOf, chosenOf, filterOf, lastPage, narrowed, pageOf, withChosen } from './criteria';
import { searchSearch } from './search';

test('what the address says is what the server is asked', () => {
  const address = searchSearch({ q: 'nước thải', loai: 'NEED', 'linh-vuc': 'ENV.WATER', 'hop-dong': 'BOT.KHONG_CO', 'ngon-ngu': 'en.fr', tu: '5000000000', den: 'nhiều' });
  expect(filterOf(address)).toEqual({
    kinds: ['NEED'],
    domains: ['ENV', 'WATER'],
    placeIds: null,
    regions: null,
    contractTypes: ['BOT'],
    statuses: null,
    languages: ['EN'],
    budget: { min: '5000000000', max: null },
  });
});

test('another choice begins at the first page, and none leaves the address', () => {
  const address = { q: 'đèn', tinh: 'vn34-31', trang: '3' };
  expect(withChosen(address, 'PLACE', ['vn34-31', 'vn34-79'])).toEqual({ q: 'đèn', tinh: 'vn34-31.vn34-79' });
  expect(withChosen(address, 'PLACE', [])).toEqual({ q: 'đèn' });
  expect(chosenOf(address, 'DOMAIN')).toEqual([]);
});

test('a page outside of what there is becomes one inside', () => {
  expect(['2', '0', '-1', 'abc', '1.5', '999', undefined].map((trang) => pageOf({ trang }))).toEqual([2, 1, 1, 1, 1, 48, 1]);
  expect([0, 20, 21, 100_000].map(lastPage)).toEqual([1, 1, 2, 48]);
});

test('a saved search leads to its results', () => {
  const saved = {
    query: 'đèn',
    facets: [
      { key: 'KIND' as const, values: ['NEED'] },
      { key: 'PLACE' as const, values: ['vn34-31', 'vn34-79'] },
      { key: 'LANGUAGE' as const, values: ['vi'] },
    ],
    budget: { min: null, max: '9' },
  };
  const address = addressOf(saved);
  expect(address).toEqual({ q: 'đèn', loai: 'NEED', tinh: 'vn34-31.vn34-79', 'ngon-ngu': 'vi', den: '9' });
  expect(narrowed(address)).toBe(true);
  expect(narrowed(addressOf({ query: 'đèn', facets: [], budget: null }))).toBe(false);
});
