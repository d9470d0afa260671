import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatList, formatMoney, formatMoneyRange, formatPoints, formatRelative } from './format';

const range = (min: string | null, max: string | null) => ({ min, max, currency: 'VND' });

describe('money', () => {
  it('is said in tỷ and triệu, as people do', () => {
    expect(formatMoney('1500000000', 'VND', 'vi')).toBe('1,5 tỷ đồng');
    expect(formatMoney('750000000', 'VND', 'vi')).toBe('750 triệu đồng');
    expect(formatMoney('900000', 'VND', 'vi')).toBe('900.000 đồng');
    expect(formatMoney('1500000000', 'VND', 'en')).toBe('VND 1.5 billion');
  });

  it('says the unit of a range once', () => {
    expect(formatMoneyRange(range('20000000000', '35000000000'), 'vi')).toBe('20–35 tỷ đồng');
    expect(formatMoneyRange(range('500000000', '2000000000'), 'vi')).toBe('500 triệu đồng – 2 tỷ đồng');
  });

  it('says which end of a range is open', () => {
    expect(formatMoneyRange(range('20000000000', null), 'vi')).toBe('từ 20 tỷ đồng');
    expect(formatMoneyRange(range(null, '20000000000'), 'en')).toBe('up to VND 20 billion');
    expect(formatMoneyRange(range(null, null), 'vi')).toBeNull();
  });
});

describe('time', () => {
  it('is Vietnam’s, wherever the reader is', () => {
    expect(formatDate('2026-11-22T18:30:00Z', 'vi')).toBe('23/11/2026');
    expect(formatDate('2027-03-06T18:30:00Z', 'en')).toBe('7 Mar 2027');
    expect(formatDateTime('2026-11-22T07:03:00Z', 'vi')).toBe('14:03, 22/11/2026');
  });

  it('is told by the largest unit that fits', () => {
    const now = Date.parse('2026-11-22T00:00:00Z');
    expect(formatRelative('2026-11-27T00:00:00Z', now, 'en')).toBe('in 5 days');
    expect(formatRelative('2026-11-21T22:00:00Z', now, 'en')).toBe('2 hours ago');
    expect(formatRelative('2027-01-02T00:00:00Z', now, 'en')).toBe('in 6 weeks');
  });
});

it('keeps one decimal of points, and the words of lists', () => {
  expect(formatPoints(12, 'vi')).toBe('12,0');
  expect(formatList(['a', 'b', 'c'], 'vi')).toBe('a, b và c');
});
