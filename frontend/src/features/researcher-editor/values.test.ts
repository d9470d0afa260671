import { expect, test } from 'vitest';
import { contentOf, valuesOf } from './values';

test('an empty form begins with Vietnamese and nothing else', () => {
  expect(contentOf(valuesOf(null))).toMatchObject({ languages: ['vi'], keywords: [], publications: [], orcid: null, organizationId: null });
});

test('keywords are lines, empty publications are none, an organisation that is here stands instead of words', () => {
  const { content } = valuesOf(null);
  const line = { title: '', venue: '', year: '', doi: '', url: '' };
  const sent = contentOf({ content: { ...content, keywords: ' nước thải \n\nlife cycle; GIS', organizationId: 'org_1', affiliation: 'Nơi khác', publications: [line, { ...line, title: ' Bài báo ', year: ' 2024 ' }] } });
  expect(sent).toMatchObject({ keywords: ['nước thải', 'life cycle', 'GIS'], organizationId: 'org_1', affiliation: null });
  expect(sent.publications).toEqual([{ title: 'Bài báo', venue: null, year: 2024, doi: null, url: null }]);
});
