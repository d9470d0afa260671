import { expect, test } from 'vitest';
import { addressesOf } from './addresses';

test('addresses are found however they are pasted, each once', () => {
  expect(addressesOf(' a@b.vn, c@d.vn;\n\nA@b.vn\te@f.vn ')).toEqual(['a@b.vn', 'c@d.vn', 'e@f.vn']);
  expect(addressesOf(' \n ')).toEqual([]);
});
