import { expect, test } from 'vitest';
import { timeLeft } from './deadline';

const closesAt = '2026-12-22T10:00:00Z';
const at = (instant: string) => timeLeft(closesAt, Date.parse(instant));

test('the time left is told in whole units', () => {
  expect(at('2026-12-16T07:29:30Z')).toEqual({ days: 6, hours: 2, minutes: 30, pace: 'calm' });
  expect(at('2026-12-22T08:00:01Z')).toEqual({ days: 0, hours: 1, minutes: 59, pace: 'soon' });
  expect(at('2026-12-22T09:59:01Z')).toEqual({ days: 0, hours: 0, minutes: 0, pace: 'urgent' });
});

test('at the deadline it is over', () => {
  expect(at(closesAt).pace).toBe('over');
});
