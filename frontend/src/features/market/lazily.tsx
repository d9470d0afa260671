import { Suspense, lazy } from 'react';
import { loadWorkspaceMessages } from '@/i18n/activate';
import type { EditorAdviceProps } from './EditorAdvice';

/** Visitors fetch neither the code nor the words; an editor does not wait for them. */
const Lazy = {
  NeedSuggestions: lazy(async () => {
    const [{ NeedSuggestions: component }] = await Promise.all([import('./NeedSuggestions'), loadWorkspaceMessages()]);
    return { default: component };
  }),
  EditorAdvice: lazy(async () => ({ default: (await import('./EditorAdvice')).EditorAdvice })),
};

/** What the market says of a need, for its writers and the alliance. */
export function NeedSuggestions({ id }: { id: string }) {
  return <Suspense>{<Lazy.NeedSuggestions id={id} />}</Suspense>;
}

/** Beside a form: what would raise the matches of what was saved last. */
export function EditorAdvice({ id, ...rest }: Omit<EditorAdviceProps, 'id'> & { id: string | null }) {
  return id !== null && <Suspense>{<Lazy.EditorAdvice id={id} {...rest} />}</Suspense>;
}
