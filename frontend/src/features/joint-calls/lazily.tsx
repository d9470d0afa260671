import { type ComponentProps, Suspense, lazy } from 'react';
import { loadWorkspaceMessages } from '@/i18n/activate';

const LazyPart = lazy(async () => {
  const [{ PartOfJointCall: component }] = await Promise.all([import('./PartOfJointCall'), loadWorkspaceMessages()]);
  return { default: component };
});

/** Visitors fetch neither the code nor the words. */
const Lazy = lazy(async () => {
  const [{ JointCallWaits: component }] = await Promise.all([import('./JointCallWaits'), loadWorkspaceMessages()]);
  return { default: component };
});

/** On a need's page, for its writers: a joint call waits for their answer. */
export function JointCallWaits({ needId }: { needId: string }) {
  return <Suspense>{<Lazy needId={needId} />}</Suspense>;
}

/** On the page of a need that belongs to an agreed joint call; few do. */
export function PartOfJointCall(props: ComponentProps<typeof LazyPart>) {
  return <Suspense>{<LazyPart {...props} />}</Suspense>;
}
