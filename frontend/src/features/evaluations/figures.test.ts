import { describe, expect, test } from 'vitest';
import { formatScore, readScore } from './figures';

describe('scores', () => {
  test('are written with two decimals in both languages', () => {
    expect(formatScore(86, 'vi')).toBe('86,00');
    expect(formatScore(64.5, 'en')).toBe('64.50');
    expect(formatScore(null, 'vi')).toBe('–');
  });

  test('are whole numbers from 0 to 100', () => {
    expect(['', ' 80 ', '0', '100', '101', '-1', '7.5', 'tám'].map(readScore)).toEqual([null, 80, 0, 100, undefined, undefined, undefined, undefined]);
  });
});
