import type { VerificationCheck, VerificationCheckInput, VerificationCheckResult } from '@/graphql-types';

export interface Check {
  result: VerificationCheckResult | null;
  note: string;
}

export type Checklist = Record<VerificationCheck, Check>;

const blank = (): Check => ({ result: null, note: '' });

export const emptyChecklist = (): Checklist => ({ LEGAL_NAME: blank(), CODE: blank(), ADDRESS: blank(), MANDATE: blank(), EMAIL_DOMAIN: blank() });

export const checksOf = (checklist: Checklist) => Object.entries(checklist) as [VerificationCheck, Check][];

/** Those that were made. */
export function answersOf(checklist: Checklist): VerificationCheckInput[] {
  return checksOf(checklist).flatMap(([name, { result, note }]) => (result ? [{ name, result, note: note.trim() || null }] : []));
}

export type Hindrance = { kind: 'open' | 'failed'; check: VerificationCheck } | { kind: 'unnamed'; check: 'LEGAL_NAME' };

/** What stands between the checklist and a badge; the server judges by the same rule. */
export function hindrances(checklist: Checklist): Hindrance[] {
  const found: Hindrance[] = checksOf(checklist).flatMap(([check, { result }]): Hindrance[] => {
    if (result === null) return [{ kind: 'open', check }];
    return result === 'FAILED' ? [{ kind: 'failed', check }] : [];
  });
  return checklist.LEGAL_NAME.result === 'NOT_APPLICABLE' ? [...found, { kind: 'unnamed', check: 'LEGAL_NAME' }] : found;
}
