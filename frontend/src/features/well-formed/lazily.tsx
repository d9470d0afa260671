import { Suspense, lazy } from 'react';
import { loadWorkspaceMessages } from '@/i18n/activate';

const Notes = lazy(async () => {
  const [{ NeedNotes: component }] = await Promise.all([import('./NeedNotes'), loadWorkspaceMessages()]);
  return { default: component };
});

/** On a need's page: what it rests on, what was added since, questions and answers. Fetched after the page is there. */
export function NeedNotes({ id }: { id: string }) {
  return <Suspense>{<Notes id={id} />}</Suspense>;
}
