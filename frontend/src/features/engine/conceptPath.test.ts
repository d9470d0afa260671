import { expect, it } from 'vitest';
import { conceptPath } from './conceptPath';

const written = '[{"id":"lamp"},{"vi":["đèn"]}]';

it('a field path names the concept as people count, with its id', () => {
  expect(conceptPath('concepts.0.vi', written)).toEqual({ number: 1, part: 'vi', id: 'lamp' });
  expect(conceptPath('concepts.1.vi.3', written)).toEqual({ number: 2, part: 'vi', id: null });
  expect(conceptPath('concepts.12.colour', written)).toEqual({ number: 13, part: null, id: null });
});

it('other fields name no concept, and what is no JSON has no ids', () => {
  expect([conceptPath('concepts', written), conceptPath('note', written), conceptPath(null, written)]).toEqual([null, null, null]);
  expect(conceptPath('concepts.0.id', '[{')).toEqual({ number: 1, part: 'id', id: null });
});
