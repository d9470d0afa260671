import { expect, test } from 'vitest';
import { auditFilterOf, exportPath } from './auditFilter';

test('days are those of Vietnam, the last one to its end', () => {
  expect(auditFilterOf({ tu: '2026-11-01', den: '2026-11-02', viec: 'session.' })).toEqual({
    action: 'session.',
    actor: null,
    subject: null,
    from: '2026-10-31T17:00:00.000Z',
    to: '2026-11-02T17:00:00.000Z',
  });
});

test('what is not a day is no filter', () => {
  expect(auditFilterOf({ tu: 'hôm qua' }).from).toBeNull();
});

test('a file holds what the page shows', () => {
  expect(exportPath('csv', auditFilterOf({}))).toBe('/audit.csv');
  expect(exportPath('jsonl', auditFilterOf({ viec: 'need.published', den: '2026-11-02' }))).toBe('/audit.jsonl?action=need.published&to=2026-11-02T17%3A00%3A00.000Z');
});
