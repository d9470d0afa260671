import { Suspense, lazy } from 'react';

const Asked = lazy(async () => ({ default: (await import('./InterestsIfAny')).InterestsIfAny }));

/** On a need's page: who is interested. Its code is fetched after the page is there. `taking`: proposals are taken now. */
export function NeedInterests({ needId, taking }: { needId: string; taking: boolean }) {
  return <Suspense>{<Asked needId={needId} taking={taking} />}</Suspense>;
}
