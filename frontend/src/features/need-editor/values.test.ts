import { expect, it } from 'vitest';
import { filledFrom, valuesOf } from './values';

const both = (vi: string, en: string) => ({ vi, en });
const template = {
  domain: 'WAT',
  title: both('Giảm thất thoát ở [địa bàn]', 'Cut the losses of [area]'),
  summary: both('Mất [tỷ lệ].', '[Share] is lost.'),
  proposalContent: both('Cách đo.', 'How it is measured.'),
  indicators: [{ name: both('Nước không doanh thu', 'Non-revenue water'), unit: both('%', '%') }],
};
const english = ({ en }: { en: string }) => en;

it('a template fills what is empty', () => {
  const filled = filledFrom(valuesOf(null).content, template, english);
  expect(filled).toMatchObject({ title: template.title, domains: ['WAT'], indicators: [{ name: 'Non-revenue water', unit: '%', target: '' }] });
});

it('and leaves what is written', () => {
  const { content } = valuesOf(null);
  const written = { ...content, title: both('', 'Our own title'), domains: ['WAT'], brief: { ...content.brief, indicators: [{ code: '', name: 'Rò rỉ', unit: '', baseline: '', target: '', dueOn: '' }] } };
  const filled = filledFrom(written, template, english);
  expect(filled).toMatchObject({ title: both('', 'Our own title'), summary: template.summary, domains: ['WAT'], indicators: [{ name: 'Rò rỉ' }] });
});
