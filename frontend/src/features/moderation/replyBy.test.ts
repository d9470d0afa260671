import { expect, it } from 'vitest';
import { replyBy } from './replyBy';

it('is three working days later', () => {
  expect(replyBy('2026-11-23T03:00:00Z')).toBe('2026-11-26T03:00:00.000Z');
});

it('passes over the weekend, by the calendar of Vietnam', () => {
  // Friday in Vietnam.
  expect(replyBy('2026-11-27T03:00:00Z')).toBe('2026-12-02T03:00:00.000Z');
  // Saturday in Vietnam, still Friday in UTC.
  expect(replyBy('2026-11-27T18:00:00Z')).toBe('2026-12-01T18:00:00.000Z');
});
