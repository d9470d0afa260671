import { expect, test } from 'vitest';
import { ageOf } from './age';

test.each([
  ['2026-11-21T00:00:00Z', 'fresh'],
  ['2026-11-20T00:00:00Z', 'due'],
  ['2026-11-17T00:00:01Z', 'due'],
  ['2026-11-17T00:00:00Z', 'late'],
])('what waits since %s is %s', (openedAt, age) => {
  expect(ageOf(openedAt, Date.parse('2026-11-22T00:00:00Z'))).toBe(age);
});
