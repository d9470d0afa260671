import { expect, it } from 'vitest';
import { addressAfter, keepNext, takeNext } from './next';

it('leads back to where the reader was going', () => {
  expect(addressAfter('/nhu-cau/need_1')).toBe('/nhu-cau/need_1');
  expect(addressAfter(undefined)).toBe('/ban-lam-viec');
});

it.each(['//example.com', '/\\example.com', 'https://example.com', 'javascript:alert(1)'])('leads nobody to %s', (address) => {
  expect(addressAfter(address)).toBe('/ban-lam-viec');
});

it('keeps the way through another provider, once', () => {
  keepNext('/ho-so');
  expect(takeNext()).toBe('/ho-so');
  expect(takeNext()).toBeNull();
});
