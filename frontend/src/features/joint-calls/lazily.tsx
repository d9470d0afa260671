import { Suspense, lazy } from 'react';
import { loadWorkspaceMessages } from '@/i18n/activate';

/** Visitors fetch neither the code nor the words. */
const Lazy = lazy(async () => {
  const [{ JointCallWaits: component }] = await Promise.all([import('./JointCallWaits'), loadWorkspaceMessages()]);
  return { default: component };
});

/** On a need's page, for its writers: a joint call waits for their answer. */
export function JointCallWaits({ needId }: { needId: string }) {
  return <Suspense>{<Lazy needId={needId} />}</Suspense>;
}
