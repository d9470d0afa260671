import { type ComponentProps, Suspense, lazy } from 'react';
import { loadWorkspaceMessages } from '@/i18n/activate';

/** Visitors fetch neither the code nor the words, unless the need belongs to an agreed joint call; few do. */
const Lazy = lazy(async () => {
  const [{ JointCallNotes: component }] = await Promise.all([import('./JointCallNotes'), loadWorkspaceMessages()]);
  return { default: component };
});

export function JointCallNotes(props: ComponentProps<typeof Lazy>) {
  return <Suspense>{<Lazy {...props} />}</Suspense>;
}
