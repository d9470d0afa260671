import { expect, it } from 'vitest';
import { answersOf, emptyChecklist, hindrances } from './checklist';

const all = (result: 'PASSED' | 'FAILED' | 'NOT_APPLICABLE') => {
  const checklist = emptyChecklist();
  for (const check of Object.values(checklist)) check.result = result;
  return checklist;
};

it('bears a badge when every check passed or does not apply, and the name passed', () => {
  expect(hindrances(all('PASSED'))).toEqual([]);
  expect(hindrances({ ...all('PASSED'), EMAIL_DOMAIN: { result: 'NOT_APPLICABLE', note: '' } })).toEqual([]);
  expect(hindrances(all('NOT_APPLICABLE'))).toEqual([{ kind: 'unnamed', check: 'LEGAL_NAME' }]);
  expect(hindrances({ ...all('PASSED'), CODE: { result: 'FAILED', note: '' } })).toEqual([{ kind: 'failed', check: 'CODE' }]);
  expect(hindrances(emptyChecklist())).toHaveLength(5);
});

it('sends what was answered', () => {
  const checklist = emptyChecklist();
  checklist.CODE = { result: 'FAILED', note: '  khác sổ đăng ký ' };
  expect(answersOf(checklist)).toEqual([{ name: 'CODE', result: 'FAILED', note: 'khác sổ đăng ký' }]);
});
