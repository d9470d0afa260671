import { expect, test } from 'vitest';
import { moneyInWords, moneyToType, parseMoney } from './money';

test.each([
  ['5 tỷ', '5000000000'],
  ['5 ty dong', '5000000000'],
  ['1,5 tỷ đồng', '1500000000'],
  ['1.5 billion', '1500000000'],
  ['1 tỷ 250 triệu', '1250000000'],
  ['500tr', '500000000'],
  ['20 nghìn tỷ', '20000000000000'],
  ['5.000.000.000', '5000000000'],
  ['5,000,000,000 VND', '5000000000'],
  ['5 000 000 000 ₫', '5000000000'],
  ['750000', '750000'],
])('%s is %s đồng', (typed, amount) => {
  expect(parseMoney(typed)).toBe(amount);
});

test('nothing typed is no amount', () => {
  expect(parseMoney('  ')).toBeNull();
});

test.each(['khoảng 5 tỷ', '5 tỷ tỷ 2', '5 triệu 2 tỷ', '-5', '1,2345678 tỷ', '1.00.000', '0,5 đồng'])('%s cannot be read', (typed) => {
  expect(parseMoney(typed)).toBeUndefined();
});

test('an amount is said exactly, in both languages', () => {
  expect(moneyInWords('5000000000', 'vi')).toBe('5 tỷ đồng');
  expect(moneyInWords('1250500000', 'vi')).toBe('1 tỷ 250 triệu 500 nghìn đồng');
  expect(moneyInWords('20000000000000', 'vi')).toBe('20.000 tỷ đồng');
  expect(moneyInWords('1250000000', 'en')).toBe('1 billion 250 million đồng (VND)');
  expect(moneyInWords('0', 'vi')).toBe('0 đồng');
});

test('a stored amount comes back as it can be typed', () => {
  for (const locale of ['vi', 'en'] as const) expect(parseMoney(moneyToType('1250000000', locale))).toBe('1250000000');
});
