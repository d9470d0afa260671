import { appError, describe, type Problem } from '@/app/errors';
import type { SummaryItem } from '@/ui/ErrorSummary';
import type { I18n } from '@lingui/core';
import type { CombinedError } from 'urql';

/**
 * The field on the screen that a problem of the server belongs to. The server names the path in the input
 * (`input.content.references.2.placeId`); where the screen has no such field, the nearest one around it is meant.
 */
export function fieldOf(path: string | null, exists: (id: string) => boolean): string | null {
  let id = path?.replace(/^input\./, '') ?? '';
  while (id !== '') {
    if (exists(id)) return id;
    id = id.replace(/\.?[^.]+$/, '');
  }
  return null;
}

export function summaryOf(problems: Problem[], exists: (id: string) => boolean): SummaryItem[] {
  return problems.map(({ field, message }) => ({ field: fieldOf(field, exists), message }));
}

export function refusalOf(error: CombinedError, i18n: I18n): Problem[] {
  const known = appError(error);
  if (known.kind === 'refused' && known.problems.length > 0) return known.problems;
  return [{ field: null, code: known.kind === 'refused' ? known.code : 'INTERNAL', message: describe(known, i18n) }];
}
