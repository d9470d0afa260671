import { expect, it } from 'vitest';
import { localeOf, sameAddressIn } from './locale';

it('reads the language off the address', () => {
  expect(localeOf('/en')).toBe('en');
  expect(localeOf('/en/nhu-cau')).toBe('en');
  expect(localeOf('/energy')).toBe('vi');
});

it('stays on the page when the language changes', () => {
  expect(sameAddressIn('en', '/nhu-cau?q=ng%E1%BA%ADp')).toBe('/en/nhu-cau?q=ng%E1%BA%ADp');
  expect(sameAddressIn('vi', '/en/nhu-cau')).toBe('/nhu-cau');
  expect(sameAddressIn('en', '/')).toBe('/en/');
  expect(sameAddressIn('vi', '/en')).toBe('/');
});
