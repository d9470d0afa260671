import { expect, it } from 'vitest';
import { blank, organizationChosen, registrationInput, stepOf } from './registration';

it('starts with what another provider said', () => {
  expect(blank('email=an%40haiphong.example&ten=Nguy%E1%BB%85n+An')).toMatchObject({ email: 'an@haiphong.example', name: 'Nguyễn An' });
  expect(blank('')).toMatchObject({ email: '', name: '' });
});

it('sends either the organisation that is here or the new one', () => {
  const values = { ...blank(''), email: ' an@haiphong.example ', name: 'An', organizationId: 'org_1' };
  expect(registrationInput(values, 'key')).toMatchObject({ email: 'an@haiphong.example', organizationId: 'org_1', newOrganization: null });
  const fresh = { ...values, membership: 'new' as const, newOrganization: { ...values.newOrganization, kind: 'DEPT' as const, legalName: { vi: ' Sở Xây dựng ', en: '' } } };
  expect(registrationInput(fresh, 'key')).toMatchObject({ organizationId: null, newOrganization: { legalName: { vi: 'Sở Xây dựng', en: null }, placeId: null } });
});

it('shows the second step only after the first', () => {
  expect(organizationChosen(blank(''))).toBe(false);
  expect(organizationChosen({ ...blank(''), organizationId: 'org_1' })).toBe(true);
  expect(organizationChosen({ ...blank(''), organizationId: 'org_1', membership: 'new' })).toBe(false);
});

it('knows where a problem is mended', () => {
  expect(stepOf('newOrganization.taxCode')).toBe('organization');
  expect(stepOf('organizationId')).toBe('organization');
  expect(stepOf('email')).toBe('person');
  expect(stepOf(null)).toBe('person');
});
