import { expect, test } from 'vitest';
import { contentOf, formOf, placeOf, totalOf } from './sections';

test('an empty form sends empty sections', () => {
  const values = formOf(undefined, 'Trọn gói');
  expect(contentOf(values, 'PRICE')).toEqual({ text: '', lines: [] });
  expect(contentOf(values, 'RISKS')).toEqual({ text: '', risks: [] });
  expect(contentOf(values, 'INDICATORS')).toEqual({ text: '', indicators: [] });
});

test('lines are read as people write money, and summed', () => {
  const values = formOf(undefined, 'Trọn gói');
  values.PRICE.lines = [
    { label: ' Đèn ', amount: '2 tỷ' },
    { label: 'Lắp đặt', amount: '500 triệu' },
    { label: 'Còn viết', amount: 'x' },
  ];
  expect(contentOf(values, 'PRICE').lines).toEqual([
    { label: 'Đèn', amount: '2000000000' },
    { label: 'Lắp đặt', amount: '500000000' },
  ]);
  expect(totalOf(values.PRICE.lines)).toBe('2500000000');
  expect(totalOf([])).toBeNull();
});

test('what the server refuses is found on the page', () => {
  expect(placeOf('content.text', 'TEAM')).toBe('TEAM.text');
  expect(placeOf('content.lines.0.label', 'PRICE')).toBe('PRICE.lines.0.label');
  expect(placeOf('content.priceAmount')).toBe('PRICE.lines.0.amount');
});
