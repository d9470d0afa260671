import type { BudgetSource, NeedBriefInput } from '@/graphql-types';
import { toDayAndTime, toInstant, type DayAndTime } from '@/i18n/vietnamTime';
import type { BriefFragment } from './well-formed.gql';

interface Texts {
  vi: string;
  en: string;
}

interface IndicatorValues {
  code: string;
  name: string;
  unit: string;
  baseline: string;
  target: string;
  dueOn: string;
}

interface DocumentValues {
  number: string;
  issuedOn: string;
  title: string;
}

/** What stands in the optional fields of a need. */
export interface BriefValues {
  affected: Texts;
  tried: Texts;
  constraints: Texts;
  proposalContent: Texts;
  indicators: IndicatorValues[];
  budgetSource: BudgetSource | '';
  legalBasis: DocumentValues[];
  scheme: string;
  questionsUntil: DayAndTime;
  /** Days; empty: proposals are taken at once. */
  consultationDays: string;
}

const endOfWork = '17:00';
const texts = (value?: { vi: string | null; en: string | null }): Texts => ({ vi: value?.vi ?? '', en: value?.en ?? '' });

export const emptyIndicator: IndicatorValues = { code: '', name: '', unit: '', baseline: '', target: '', dueOn: '' };
export const emptyDocument: DocumentValues = { number: '', issuedOn: '', title: '' };

export function briefValuesOf(brief: BriefFragment | undefined): BriefValues {
  return {
    affected: texts(brief?.affected),
    tried: texts(brief?.tried),
    constraints: texts(brief?.constraints),
    proposalContent: texts(brief?.proposalContent),
    indicators: (brief?.indicators ?? []).map(({ code, name, unit, baseline, target, dueOn }) => ({
      code: code ?? '',
      name: name ?? '',
      unit: unit ?? '',
      baseline: baseline ?? '',
      target: target ?? '',
      dueOn: dueOn ?? '',
    })),
    budgetSource: brief?.budgetSource ?? '',
    legalBasis: (brief?.legalBasis ?? []).map(({ number, issuedOn, title }) => ({ number, issuedOn: issuedOn ?? '', title: title ?? '' })),
    scheme: brief?.scheme ?? '',
    questionsUntil: toDayAndTime(brief?.questionsUntil, endOfWork),
    consultationDays: brief?.consultationDays ? String(brief.consultationDays) : '',
  };
}

const line = (text: string) => text.trim().normalize('NFC') || null;
const both = ({ vi, en }: Texts) => ({ vi: line(vi), en: line(en) });

export function briefOf(values: BriefValues): NeedBriefInput {
  return {
    affected: both(values.affected),
    tried: both(values.tried),
    constraints: both(values.constraints),
    proposalContent: both(values.proposalContent),
    indicators: values.indicators.map(({ code, name, unit, baseline, target, dueOn }) => ({
      code: line(code),
      name: line(name),
      unit: line(unit),
      baseline: line(baseline),
      target: line(target),
      dueOn: dueOn || null,
    })),
    budgetSource: values.budgetSource || null,
    legalBasis: values.legalBasis.map(({ number, issuedOn, title }) => ({ number: number.trim(), issuedOn: issuedOn || null, title: line(title) })),
    scheme: line(values.scheme),
    questionsUntil: toInstant(values.questionsUntil),
    consultationDays: values.consultationDays ? Number(values.consultationDays) : null,
  };
}
