import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import type { SummaryItem } from '@/ui/ErrorSummary';
import { appError, describe } from './errors';

/** `input.content.title.vi` and `content.title.vi` are the same field to a form. */
function bare(field: string | null): string | null {
  return field?.replace(/^input\./, '') ?? null;
}

/** What the server refused, as items of the error summary and as messages of single fields. */
export function useServerErrors() {
  const { i18n } = useLingui();
  const [items, setItems] = useState<SummaryItem[]>([]);

  const itemsOf = (error: CombinedError): SummaryItem[] => {
    const known = appError(error);
    if (known.kind === 'refused' && known.retryAfter !== null) {
      // The server's sentence names a number of seconds; the summary counts them down.
      return [{ field: null, message: i18n._(msg`Bạn đã thử quá nhiều lần.`), until: Date.now() + known.retryAfter * 1000 }];
    }
    const problems = known.kind === 'refused' ? known.problems : [];
    return problems.length > 0
      ? problems.map(({ field, message }) => ({ field: bare(field), message }))
      : [{ field: null, message: describe(known, i18n) }];
  };

  return {
    items,
    refuse: (error: CombinedError) => setItems(itemsOf(error)),
    /** What the page sees for itself. */
    say: (problems: SummaryItem[]) => setItems(problems),
    clear: () => setItems([]),
    messageOf: (field: string) => items.find((item) => item.field === field)?.message,
  };
}
