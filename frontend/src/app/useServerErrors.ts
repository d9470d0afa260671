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

  const refuse = (error: CombinedError) => {
    const known = appError(error);
    const problems = known.kind === 'refused' ? known.problems : [];
    setItems(
      problems.length > 0
        ? problems.map(({ field, message }) => ({ field: bare(field), message }))
        : [{ field: null, message: describe(known, i18n) }],
    );
  };

  return {
    items,
    refuse,
    clear: () => setItems([]),
    messageOf: (field: string) => items.find((item) => item.field === field)?.message,
  };
}
