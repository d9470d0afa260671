import { expect, test } from 'vitest';
import { consentPurposeLabels, signInMethodLabels } from '@/i18n/accountLabels';
import { matchStatusLabels } from '@/i18n/labels';
import { ruleLabels } from '@/i18n/rules';
import { detailOf, subjectOf } from './records';

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
  expect(detailOf('need.moved', '{"to":"x"}')).toEqual({ text: '{"to":"x"}' });
  expect(subjectOf('event_1')).toBeNull();
});
