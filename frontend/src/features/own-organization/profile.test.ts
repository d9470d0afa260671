import { expect, test } from 'vitest';
import { changesIdentity, contentOf, type ProfileValues } from './profile';

const values = (change: Partial<ProfileValues['content']> = {}): ProfileValues => ({
  content: {
    kind: 'DEPT',
    legalName: { vi: 'Sở Xây dựng Bờ Kinh', en: '' },
    taxCode: '0100686209',
    establishmentCode: 'H31.12',
    address: '',
    placeId: null,
    website: '',
    summary: { vi: '', en: '' },
    capabilities: { vi: '', en: '' },
    domains: [],
    ...change,
  },
  acknowledgeSimilarName: false,
});

test('only name, kind and codes are what it was verified by', () => {
  for (const change of [{ address: '1 Trần Phú' }, { website: 'https://a.vn' }, { domains: ['TRA'] }, { summary: { vi: 'Khác', en: '' } }]) {
    expect(changesIdentity(values(), values(change))).toBe(false);
  }
  for (const change of [{ kind: 'MINISTRY' as const }, { taxCode: '0100686210' }, { establishmentCode: 'H31' }, { legalName: { vi: 'Sở Xây dựng Bờ Kinh', en: 'Department' } }]) {
    expect(changesIdentity(values(), values(change))).toBe(true);
  }
});

test('the same thing typed otherwise is the same', () => {
  const typed = values({ legalName: { vi: `  ${'Sở Xây dựng Bờ Kinh'.normalize('NFD')} `, en: ' ' }, establishmentCode: 'h31.12' });
  expect(changesIdentity(values(), typed)).toBe(false);
  expect(contentOf(typed)).toMatchObject({ legalName: { vi: 'Sở Xây dựng Bờ Kinh', en: null }, address: null });
});
