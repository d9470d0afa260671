import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { stepStatus, type Answer, type EditingChoices, type Step } from '@/features/editing';
import { nameOf, shortNameOf } from '@/i18n/bilingual';
import { formatList } from '@/i18n/format';
import { contractTypeLabels, deliveryModelLabels, maturityLabels } from '@/i18n/labels';
import { moneyInWords, parseMoney } from '@/i18n/money';
import type { SummaryItem } from '@/ui/ErrorSummary';
import type { OfferValues } from './values';

export const stepTitles = {
  what: msg`Giải pháp làm được gì`,
  details: msg`Mô tả chi tiết`,
  scope: msg`Lĩnh vực và địa bàn`,
  money: msg`Giá và hình thức`,
  proof: msg`Độ sẵn sàng và dự án tham chiếu`,
};

/** What the form says about itself: where each part stands, the answers in words, what cannot be read. */
export function useOfferForm(choices: EditingChoices) {
  const { i18n } = useLingui();
  const _ = i18n._.bind(i18n);
  const step = (id: keyof typeof stepTitles) => ({ id: `phan-${id}`, title: _(stepTitles[id]) });

  const steps = ({ content }: OfferValues): Step[] => {
    const has = ({ vi, en }: { vi: string; en: string }) => Boolean(vi.trim() || en.trim());
    return [
      { ...step('what'), status: stepStatus([has(content.title), has(content.summary)]) },
      { ...step('details'), status: stepStatus([], [has(content.description)]) },
      { ...step('scope'), status: stepStatus([content.domains.length > 0]) },
      { ...step('money'), status: stepStatus([], [Boolean(content.price.min || content.price.max), content.contractTypes.length + content.deliveryModels.length > 0]) },
      { ...step('proof'), status: stepStatus([], [content.maturity !== '', content.references.length > 0]) },
    ];
  };

  const money = (typed: string) => {
    const amount = parseMoney(typed);
    return amount ? moneyInWords(amount) : typed.trim() || null;
  };

  const answers = ({ content }: OfferValues): Answer[] => {
    const domains = choices.domains.filter(({ code }) => content.domains.includes(code)).map((domain) => nameOf(domain));
    const places = choices.places.filter(({ id }) => content.coverage.includes(id)).map((place) => shortNameOf(place));
    const rows: [keyof typeof stepTitles, string, string, string | null][] = [
      ['what', 'content.title.vi', _(msg`Tên giải pháp (tiếng Việt)`), content.title.vi],
      ['what', 'content.title.en', _(msg`Tên giải pháp (tiếng Anh)`), content.title.en],
      ['what', 'content.summary.vi', _(msg`Tóm tắt (tiếng Việt)`), content.summary.vi],
      ['what', 'content.summary.en', _(msg`Tóm tắt (tiếng Anh)`), content.summary.en],
      ['details', 'content.description.vi', _(msg`Mô tả (tiếng Việt)`), content.description.vi],
      ['details', 'content.description.en', _(msg`Mô tả (tiếng Anh)`), content.description.en],
      ['scope', 'content.domains', _(msg`Lĩnh vực`), formatList(domains)],
      ['scope', 'content.coverage', _(msg`Địa bàn phục vụ`), content.where === 'everywhere' ? _(msg`Cả nước`) : formatList(places)],
      ['money', 'content.price.min', _(msg`Giá từ`), money(content.price.min)],
      ['money', 'content.price.max', _(msg`Giá đến`), money(content.price.max)],
      ['money', 'content.deliveryModels', _(msg`Hình thức thực hiện`), formatList(content.deliveryModels.map((model) => _(deliveryModelLabels[model])))],
      ['money', 'content.contractTypes', _(msg`Loại hợp đồng PPP`), formatList(content.contractTypes.map((type) => _(contractTypeLabels[type])))],
      ['proof', 'content.maturity', _(msg`Độ sẵn sàng`), content.maturity && _(maturityLabels[content.maturity])],
      ['proof', 'content.references', _(msg`Dự án tham chiếu`), content.references.map(({ name, year }) => (year ? `${name} (${year})` : name)).join('\n')],
    ];
    return rows.map(([id, field, label, value]) => ({ step: `phan-${id}`, field, label, value: value?.trim() || null }));
  };

  const unreadable = ({ content }: OfferValues): SummaryItem[] => [
    ...(['min', 'max'] as const)
      .filter((end) => parseMoney(content.price[end]) === undefined)
      .map((end) => ({ field: `content.price.${end}`, message: _(msg`Chưa đọc được số tiền. Hãy viết như: 5 tỷ, 1 tỷ 250 triệu, 750.000.000.`) })),
    ...content.references.flatMap(({ year }, index) =>
      year.trim() !== '' && !/^\d{4}$/.test(year.trim()) ? [{ field: `content.references.${index}.year`, message: _(msg`Hãy viết năm bằng bốn chữ số, ví dụ 2024.`) }] : [],
    ),
    ...(content.where === 'some' && content.coverage.length === 0
      ? [{ field: 'content.coverage', message: _(msg`Hãy chọn ít nhất một tỉnh, thành phố, hoặc chọn cả nước.`) }]
      : []),
  ];

  return { steps, answers, unreadable };
}
