import { Suspense, lazy } from 'react';

const NeedPart = lazy(async () => ({ default: (await import('./NeedCriteria')).NeedCriteria }));

/** On a need's page: what proposals are judged by. Its code is fetched after the page is there. */
export function NeedCriteria({ id }: { id: string }) {
  return <Suspense>{<NeedPart id={id} />}</Suspense>;
}
