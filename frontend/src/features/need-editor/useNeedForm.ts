import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { Answer, EditingChoices, Step } from '@/features/editing';
import { stepStatus } from '@/features/editing';
import { fullNameOf, nameOf } from '@/i18n/bilingual';
import { formatDateTime, formatList } from '@/i18n/format';
import { contractTypeLabels, deliveryModelLabels, maturityLevelLabels } from '@/i18n/labels';
import { budgetSourceLabels } from '@/i18n/wellFormedLabels';
import { moneyInWords, parseMoney } from '@/i18n/money';
import { toInstant } from '@/i18n/vietnamTime';
import type { SummaryItem } from '@/ui/ErrorSummary';
import type { NeedValues } from './values';

export const stepTitles = {
  problem: msg`Vấn đề và kết quả mong muốn`,
  details: msg`Mô tả chi tiết`,
  scope: msg`Địa bàn và lĩnh vực`,
  money: msg`Kinh phí và hình thức`,
  time: msg`Mức trưởng thành và thời hạn`,
  brief: msg`Chỉ số, căn cứ và bối cảnh`,
};

/** What the form says about itself: where each part stands, the answers in words, what cannot be read. */
export function useNeedForm(choices: EditingChoices) {
  const { i18n } = useLingui();
  const _ = i18n._.bind(i18n);
  const step = (id: keyof typeof stepTitles) => ({ id: `phan-${id}`, title: _(stepTitles[id]) });

  const steps = ({ content }: NeedValues): Step[] => {
    const has = ({ vi, en }: { vi: string; en: string }) => Boolean(vi.trim() || en.trim());
    return [
      { ...step('problem'), status: stepStatus([has(content.title), has(content.summary)]) },
      { ...step('details'), status: stepStatus([], [has(content.description)]) },
      { ...step('scope'), status: stepStatus([Boolean(content.placeId), content.domains.length > 0]) },
      {
        ...step('money'),
        status: stepStatus([], [Boolean(content.budget.min || content.budget.max), content.contractType !== '', content.deliveryModel !== '']),
      },
      { ...step('time'), status: stepStatus([toInstant(content.closesAt) !== null], [content.maturityTarget !== '']) },
      {
        ...step('brief'),
        status: stepStatus([], [has(content.brief.affected), content.brief.indicators.length > 0, content.brief.budgetSource !== '', content.brief.legalBasis.length > 0]),
      },
    ];
  };

  const money = (typed: string) => {
    const amount = parseMoney(typed);
    return amount ? moneyInWords(amount) : typed.trim() || null;
  };

  const answers = ({ content }: NeedValues): Answer[] => {
    const place = choices.places.find(({ id }) => id === content.placeId);
    const domains = choices.domains.filter(({ code }) => content.domains.includes(code)).map((domain) => nameOf(domain));
    const closesAt = toInstant(content.closesAt);
    const rows: [keyof typeof stepTitles, string, string, string | null][] = [
      ['problem', 'content.title.vi', _(msg`Tên nhu cầu (tiếng Việt)`), content.title.vi],
      ['problem', 'content.title.en', _(msg`Tên nhu cầu (tiếng Anh)`), content.title.en],
      ['problem', 'content.summary.vi', _(msg`Tóm tắt (tiếng Việt)`), content.summary.vi],
      ['problem', 'content.summary.en', _(msg`Tóm tắt (tiếng Anh)`), content.summary.en],
      ['details', 'content.description.vi', _(msg`Mô tả (tiếng Việt)`), content.description.vi],
      ['details', 'content.description.en', _(msg`Mô tả (tiếng Anh)`), content.description.en],
      ['scope', 'content.placeId', _(msg`Địa bàn`), place ? fullNameOf(place) : null],
      ['scope', 'content.domains', _(msg`Lĩnh vực`), formatList(domains)],
      ['money', 'content.budget.min', _(msg`Kinh phí từ`), money(content.budget.min)],
      ['money', 'content.budget.max', _(msg`Kinh phí đến`), money(content.budget.max)],
      ['money', 'content.deliveryModel', _(msg`Hình thức thực hiện`), content.deliveryModel && _(deliveryModelLabels[content.deliveryModel])],
      ['money', 'content.contractType', _(msg`Loại hợp đồng PPP`), content.contractType && _(contractTypeLabels[content.contractType])],
      ['time', 'content.maturityTarget', _(msg`Mức trưởng thành hướng tới`), content.maturityTarget && _(maturityLevelLabels[Number(content.maturityTarget) as 1 | 2 | 3])],
      ['time', 'content.closesAt', _(msg`Hạn tiếp nhận đề xuất`), closesAt && formatDateTime(closesAt)],
      ['brief', 'content.brief.affected.vi', _(msg`Ai đang chịu ảnh hưởng`), content.brief.affected.vi || content.brief.affected.en],
      ['brief', 'content.brief.tried.vi', _(msg`Đã thử những gì`), content.brief.tried.vi || content.brief.tried.en],
      ['brief', 'content.brief.constraints.vi', _(msg`Ràng buộc`), content.brief.constraints.vi || content.brief.constraints.en],
      ['brief', 'content.brief.indicators', _(msg`Chỉ số đo kết quả`), formatList(content.brief.indicators.map(({ name, target, unit }) => [name, target, unit].filter(Boolean).join(' ')))],
      ['brief', 'content.brief.budgetSource', _(msg`Nguồn kinh phí`), content.brief.budgetSource && _(budgetSourceLabels[content.brief.budgetSource])],
      ['brief', 'content.brief.scheme', _(msg`Thuộc đề án, kế hoạch`), content.brief.scheme],
      ['brief', 'content.brief.legalBasis', _(msg`Căn cứ pháp lý`), formatList(content.brief.legalBasis.map(({ number }) => number))],
      ['brief', 'content.brief.proposalContent.vi', _(msg`Đề xuất phải có những gì`), content.brief.proposalContent.vi || content.brief.proposalContent.en],
    ];
    return rows.map(([id, field, label, value]) => ({ step: `phan-${id}`, field, label, value: value?.trim() || null }));
  };

  /** What the server never sees, because it cannot be read. */
  const unreadable = ({ content }: NeedValues): SummaryItem[] => [
    ...(['min', 'max'] as const)
      .filter((end) => parseMoney(content.budget[end]) === undefined)
      .map((end) => ({ field: `content.budget.${end}`, message: _(msg`Chưa đọc được số tiền. Hãy viết như: 5 tỷ, 1 tỷ 250 triệu, 750.000.000.`) })),
    ...(content.closesAt.date && !toInstant(content.closesAt) ? [{ field: 'content.closesAt', message: _(msg`Hãy chọn cả ngày và giờ của hạn tiếp nhận.`) }] : []),
  ];

  return { steps, answers, unreadable };
}
