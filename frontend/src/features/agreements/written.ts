import type { AgreementContentInput } from '@/graphql-types';
import { parseMoney } from '@/i18n/money';
import type { AgreementTextFragment } from './agreements.gql';

export interface Two {
  vi: string;
  en: string;
}

/** A text as it is typed: figures and days are what stands in their fields. */
export interface Written {
  title: Two;
  owner: { representative: string; position: string };
  partner: { representative: string; position: string };
  recitals: { key: string; text: Two }[];
  clauses: { key: string; heading: Two; body: Two }[];
  startsOn: string;
  months: string;
  value: string;
  milestones: { key: string; id: string | null; title: Two; dueOn: string }[];
  indicators: { key: string; id: string | null; name: Two; unit: string; baseline: string; target: string }[];
}

const two = (text: { vi: string | null; en: string | null }): Two => ({ vi: text.vi ?? '', en: text.en ?? '' });

export function written(text: AgreementTextFragment): Written {
  const party = (side: 'OWNER' | 'PARTNER') => {
    const found = text.parties.find((one) => one.side === side);
    return { representative: found?.representative ?? '', position: found?.position ?? '' };
  };
  return {
    title: two(text.title),
    owner: party('OWNER'),
    partner: party('PARTNER'),
    recitals: text.recitals.map((recital) => ({ key: crypto.randomUUID(), text: two(recital) })),
    clauses: text.clauses.map(({ key, heading, body }) => ({ key, heading: two(heading), body: two(body) })),
    startsOn: text.startsOn ?? '',
    months: text.months === null ? '' : String(text.months),
    value: text.value?.amount ?? '',
    milestones: text.milestones.map(({ id, title, dueOn }) => ({ key: id, id, title: two(title), dueOn })),
    indicators: text.indicators.map(({ id, name, unit, baseline, target }) => ({ key: id, id, name: two(name), unit, baseline: String(baseline), target: String(target) })),
  };
}

/** "12,5" and "12.5" are the same to whoever types; what is no number is nought. */
export function readFigure(typed: string): number {
  const value = Number(typed.trim().replace(',', '.'));
  return Number.isFinite(value) ? value : 0;
}

export function contentOf(form: Written): AgreementContentInput {
  const value = parseMoney(form.value);
  return {
    title: form.title,
    owner: form.owner,
    partner: form.partner,
    recitals: form.recitals.map(({ text }) => text),
    clauses: form.clauses.map(({ key, heading, body }) => ({ key, heading, body })),
    startsOn: form.startsOn || null,
    months: /^\d{1,4}$/.test(form.months.trim()) ? Number(form.months) : null,
    value: value ?? null,
    milestones: form.milestones.filter(({ dueOn }) => dueOn !== '').map(({ id, title, dueOn }) => ({ id, title, dueOn })),
    indicators: form.indicators.map(({ id, name, unit, baseline, target }) => ({ id, name, unit, baseline: readFigure(baseline), target: readFigure(target) })),
  };
}
