import type { SectionShownFragment } from '@/features/proposal-content';
import type { Locale, ProposalSectionInput, ProposalSectionName, RiskBearer, RiskCategory } from '@/graphql-types';
import { apiLocale } from '@/i18n/locale';
import { moneyToType, parseMoney } from '@/i18n/money';
import { monthsOf } from './values';

export const sectionNames: ProposalSectionName[] = ['SUMMARY', 'APPROACH', 'TEAM', 'REFERENCES', 'WORK_PLAN', 'PRICE', 'FINANCING', 'RISKS', 'INDICATORS'];

export const riskCategories: RiskCategory[] = [
  'LAND_AVAILABILITY',
  'ENVIRONMENTAL',
  'DESIGN',
  'CONSTRUCTION',
  'COMPLETION',
  'REVENUE',
  'INFLATION_AND_FX',
  'AVAILABILITY_AND_QUALITY',
  'OTHER_REVENUE',
  'FINANCE_AVAILABILITY',
  'REFINANCING',
  'CHANGE_IN_LAW',
  'FORCE_MAJEURE',
  'EARLY_TERMINATION',
  'COMPLIANCE',
  'ALL',
];

interface Line {
  label: string;
  /** As typed: "12 tỷ". */
  amount: string;
}

interface Indicator {
  name: string;
  baseline: string;
  target: string;
}

/** The form: every section by its name, as typed. */
export interface SectionValues {
  SUMMARY: { text: string; language: Locale };
  APPROACH: { text: string };
  TEAM: { text: string };
  REFERENCES: { text: string; referenceIds: string[] };
  WORK_PLAN: { text: string; durationMonths: string };
  PRICE: { text: string; lines: Line[] };
  FINANCING: { text: string };
  RISKS: { text: string; risks: Record<RiskCategory, { bearer: RiskBearer | ''; note: string }> };
  INDICATORS: { text: string; indicators: Indicator[] };
}

type Shown = SectionShownFragment;

/** One line to begin with; a price that was given in one figure has no lines and becomes one. */
function linesOf({ lines, total }: Shown, whole: string): Line[] {
  if (lines.length > 0) return lines.map(({ label, amount }) => ({ label, amount: moneyToType(amount) }));
  return [{ label: whole, amount: moneyToType(total?.amount) }];
}

/** A section of the server as the form shows it. `whole` names the only line of a price in one figure. */
export function sectionValues<Name extends ProposalSectionName>(name: Name, section: Shown | undefined, whole: string): SectionValues[Name] {
  const text = section?.text ?? '';
  const all: SectionValues = {
    SUMMARY: { text, language: section?.language ?? apiLocale },
    APPROACH: { text },
    TEAM: { text },
    REFERENCES: { text, referenceIds: section?.references.map(({ referenceId }) => referenceId) ?? [] },
    WORK_PLAN: { text, durationMonths: section?.durationMonths ? String(section.durationMonths) : '' },
    PRICE: { text, lines: section ? linesOf(section, whole) : [{ label: whole, amount: '' }] },
    FINANCING: { text },
    RISKS: {
      text,
      risks: Object.fromEntries(
        riskCategories.map((category) => {
          const risk = section?.risks.find((one) => one.category === category);
          return [category, { bearer: risk?.bearer ?? '', note: risk?.note ?? '' }];
        }),
      ) as SectionValues['RISKS']['risks'],
    },
    INDICATORS: { text, indicators: section?.indicators.map(({ name: of, baseline, target }) => ({ name: of, baseline, target })) ?? [] },
  };
  return all[name];
}

/** The whole form; without a stored proposal an empty one. */
export function formOf(sections: readonly Shown[] | undefined, whole: string): SectionValues {
  const of = (name: ProposalSectionName) => sections?.find((section) => section.name === name);
  return Object.fromEntries(sectionNames.map((name) => [name, sectionValues(name, of(name), whole)])) as unknown as SectionValues;
}

const tidy = (typed: string) => typed.trim().normalize('NFC');

/** What is sent; lines that say nothing are left out, amounts that cannot be read are not sent yet. */
export function contentOf(values: SectionValues, name: ProposalSectionName): ProposalSectionInput {
  const text = tidy(values[name].text);
  switch (name) {
    case 'SUMMARY':
      return { text, language: values.SUMMARY.language };
    case 'WORK_PLAN':
      return { text, durationMonths: monthsOf(values.WORK_PLAN.durationMonths) ?? null };
    case 'PRICE':
      return {
        text,
        lines: values.PRICE.lines.flatMap(({ label, amount }) => {
          const read = parseMoney(amount);
          return typeof read === 'string' ? [{ label: tidy(label), amount: read }] : [];
        }),
      };
    case 'REFERENCES':
      return { text, referenceIds: values.REFERENCES.referenceIds };
    case 'RISKS':
      return {
        text,
        risks: riskCategories.flatMap((category) => {
          const { bearer, note } = values.RISKS.risks[category];
          return bearer ? [{ category, bearer, note: tidy(note) }] : [];
        }),
      };
    case 'INDICATORS':
      return {
        text,
        indicators: values.INDICATORS.indicators.map((one) => ({ name: tidy(one.name), baseline: tidy(one.baseline), target: tidy(one.target) })).filter((one) => one.name || one.target || one.baseline),
      };
    default:
      return { text };
  }
}

/** The sum of what can be read; null while there is nothing. */
export function totalOf(lines: readonly Line[]): string | null {
  const read = lines.map(({ amount }) => parseMoney(amount)).filter((amount) => typeof amount === 'string');
  return read.length > 0 ? read.reduce((sum, amount) => sum + BigInt(amount), 0n).toString() : null;
}

/** Where a field of the server's refusal is on the page. */
export function placeOf(field: string, name?: ProposalSectionName): string {
  const rest = field.replace(/^content\./, '');
  if (name === 'RISKS') return 'RISKS.risks';
  if (name) return `${name}.${rest}`;
  const whole: Record<string, string> = {
    summary: 'SUMMARY.text',
    approach: 'APPROACH.text',
    priceAmount: 'PRICE.lines.0.amount',
    durationMonths: 'WORK_PLAN.durationMonths',
  };
  return whole[rest] ?? field;
}
