import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wordingVersion } from './ConsentSection';
import { inFours } from './TotpSetup';
import { dayAfter, endOf, longestDays } from './expiry';

it('writes a secret in fours', () => {
  expect(inFours('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  expect(inFours('ABCD')).toBe('ABCD');
});

it('counts the days of a token in Vietnam', () => {
  const lateEvening = Date.parse('2026-11-27T20:00:00Z');
  expect(dayAfter(0, lateEvening)).toBe('2026-11-28');
  expect(endOf('2026-11-28')).toBe('2026-11-28T16:59:00.000Z');
  expect(endOf('')).toBeNull();
});

it('offers no day that the server refuses', () => {
  for (const hour of [0, 6, 16, 17, 18, 23]) {
    const now = Date.parse(`2026-11-27T${String(hour).padStart(2, '0')}:30:00Z`);
    const end = Date.parse(endOf(dayAfter(longestDays, now))!);
    expect(end - now).toBeLessThanOrEqual(366 * 24 * 3_600_000);
  }
});

it('names the wording that the server records', () => {
  const service = readFileSync('../backend/src/accounts/service.rs', 'utf8');
  expect(service).toContain(`CONSENT_WORDING: &str = "${wordingVersion}"`);
});
