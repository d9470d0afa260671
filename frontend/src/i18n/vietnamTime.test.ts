import { expect, test } from 'vitest';
import { toDayAndTime, toInstant } from './vietnamTime';

test('a deadline is typed and shown in the time of Vietnam', () => {
  expect(toInstant({ date: '2026-12-22', time: '17:00' })).toBe('2026-12-22T10:00:00.000Z');
  expect(toDayAndTime('2026-12-22T20:30:00Z', '17:00')).toEqual({ date: '2026-12-23', time: '03:30' });
});

test('half a deadline is none', () => {
  expect(toInstant({ date: '', time: '17:00' })).toBeNull();
  expect(toInstant({ date: '2026-12-22', time: '' })).toBeNull();
  expect(toDayAndTime(null, '17:00')).toEqual({ date: '', time: '17:00' });
});
