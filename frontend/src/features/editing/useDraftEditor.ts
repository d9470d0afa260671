import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import type { SummaryItem } from '@/ui/ErrorSummary';
import { refusalOf, summaryOf } from './problems';
import type { DraftState } from './useAutosave';

const onScreen = (id: string) => document.getElementById(id) !== null;

/** What is wrong with a draft: what the last save met, what the form itself found, what submitting met. */
export function useDraftEditor(state: DraftState) {
  const { i18n } = useLingui();
  const [found, setFound] = useState<SummaryItem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const fromSaving = state.kind === 'refused' ? summaryOf(state.problem, onScreen) : [];
  const items = found.length > 0 ? found : fromSaving;

  const show = (problems: SummaryItem[]) => {
    setFound(problems);
    setAttempt((count) => count + 1);
  };

  return {
    items,
    attempt,
    messageOf: (field: string) => items.find((item) => item.field === field)?.message,
    clear: () => setFound([]),
    show,
    /** The paths are looked up on the screen as it is then: show the form first. */
    refuse: (error: CombinedError) => show(summaryOf(refusalOf(error, i18n), onScreen)),
  };
}
