import { expect, it } from 'vitest';
import { fold, foldedIncludes } from './fold';

it('takes marks away, đ included', () => {
  expect(fold('Đà Nẵng, Thừa Thiên Huế')).toBe('da nang, thua thien hue');
});

it('finds a name however it is typed', () => {
  expect(foldedIncludes('Thành phố Đà Nẵng', 'da nang')).toBe(true);
  expect(foldedIncludes('Khánh Hòa', 'khánh hoà')).toBe(true);
  expect(foldedIncludes('Hải Phòng', 'hai duong')).toBe(false);
});
