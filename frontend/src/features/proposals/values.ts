import type { Locale, ProposalContent } from '@/graphql-types';
import { apiLocale } from '@/i18n/locale';
import { moneyToType, parseMoney } from '@/i18n/money';
import type { ProposalWholeFragment } from './proposals.gql';

export interface ProposalValues {
  content: {
    language: Locale;
    summary: string;
    approach: string;
    /** As typed: "12 tỷ". */
    priceAmount: string;
    durationMonths: string;
  };
}

export function valuesOf(proposal: ProposalWholeFragment | null): ProposalValues {
  return {
    content: {
      language: proposal?.language ?? apiLocale,
      summary: proposal?.summary ?? '',
      approach: proposal?.approach ?? '',
      priceAmount: moneyToType(proposal?.price?.amount),
      durationMonths: proposal?.durationMonths ? String(proposal.durationMonths) : '',
    },
  };
}

/** Whole months; null when nothing is typed, undefined when it cannot be read. */
export function monthsOf(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const digits = /^(\d{1,3})(?: ?(?:tháng|thang|months?))?$/i.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

export function contentOf({ content }: ProposalValues): ProposalContent {
  return {
    language: content.language,
    summary: content.summary.trim().normalize('NFC'),
    approach: content.approach.trim().normalize('NFC'),
    priceAmount: parseMoney(content.priceAmount) ?? null,
    durationMonths: monthsOf(content.durationMonths) ?? null,
  };
}
