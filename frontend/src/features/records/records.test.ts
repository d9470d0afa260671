import { expect, test } from 'vitest';
import { consentPurposeLabels, signInMethodLabels } from '@/i18n/accountLabels';
import { matchStatusLabels, staffRoleLabels } from '@/i18n/workLabels';
import { ruleLabels } from '@/i18n/rules';
import { actionLabel, actionsOf, detailOf, familyLabels, subjectOf } from './records';

test('a detail is said in words', () => {
  expect(detailOf('match.accepted', '"mutual"')).toEqual({ label: matchStatusLabels.MUTUAL });
  expect(detailOf('need.sent_back', '"unclear_outcome"')).toEqual({ label: ruleLabels.UNCLEAR_OUTCOME });
  expect(detailOf('proposals.opened', '[["a","b"],["c","d"]]')).toEqual({ proposals: 2 });
  expect(detailOf('session.opened', '"passkey"')).toEqual({ label: signInMethodLabels.PASSKEY });
  expect(detailOf('consent.given', '"weekly_digest"')).toEqual({ label: consentPurposeLabels.WEEKLY_DIGEST });
  expect(detailOf('need.created', 'null')).toBeNull();
  expect(detailOf('session.ended', `"sess_${'0'.repeat(32)}"`)).toBeNull();
});

test('what a newer server writes is shown as it is', () => {
  expect(detailOf('need.moved', '{"step":"x"}')).toEqual({ text: '{"step":"x"}' });
  expect(subjectOf('event_1')).toBeNull();
});

test('the parts of a detail that people read are named', () => {
  const detail = detailOf('account.role_changed', `{"from":null,"to":"moderator","reason":"Nhận việc mới","session":"sess_${'0'.repeat(32)}"}`);
  expect(detail && 'facts' in detail && detail.facts.map(([, said]) => said)).toEqual([expect.anything(), staffRoleLabels.MODERATOR, 'Nhận việc mới']);
  expect(detailOf('file.uploaded', '{"size":12}')).toBeNull();
});

test('every action has a family', () => {
  const families = Object.keys(familyLabels);
  const all = families.flatMap((family) => actionsOf(family).map(([action]) => action));
  expect(all).toContain('account.role_changed');
  expect(all.every((action) => actionLabel(action))).toBe(true);
  expect(families.filter((family) => actionsOf(family).length === 0)).toEqual([]);
});
