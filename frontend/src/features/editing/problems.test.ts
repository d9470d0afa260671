import { expect, test } from 'vitest';
import { fieldOf, summaryOf } from './problems';

const fields = ['content.title.vi', 'content.budget', 'content.budget.max', 'content.references'];
const exists = (id: string) => fields.includes(id);

test('a problem leads to the field that its path names', () => {
  expect(fieldOf('content.title.vi', exists)).toBe('content.title.vi');
  expect(fieldOf('input.content.budget.max', exists)).toBe('content.budget.max');
});

test('or to the nearest one around it', () => {
  expect(fieldOf('content.budget.currency', exists)).toBe('content.budget');
  expect(fieldOf('content.references.2.placeId', exists)).toBe('content.references');
});

test('or to none, and is said all the same', () => {
  expect(fieldOf('version', exists)).toBeNull();
  expect(fieldOf(null, exists)).toBeNull();
  expect(summaryOf([{ field: 'needId', code: 'NOT_FOUND', message: 'Không tìm thấy.' }], exists)).toEqual([{ field: null, message: 'Không tìm thấy.' }]);
});
