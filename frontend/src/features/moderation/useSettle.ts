import { useLingui } from '@lingui/react';
import type { CombinedError } from 'urql';
import { appError, describe } from '@/app/errors';
import { announce } from '@/ui/Announcer';

/** What a dialog does with the server's answer: a sentence of refusal, or on to the next. */
export function useSettle(onDecided: () => void) {
  const { i18n } = useLingui();
  return (error: CombinedError | undefined, done: string): string | null => {
    if (error) return describe(appError(error), i18n);
    announce(done);
    onDecided();
    return null;
  };
}
