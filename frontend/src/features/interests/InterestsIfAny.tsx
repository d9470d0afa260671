import { Suspense, lazy } from 'react';
import { useQuery } from 'urql';
import { useSession } from '@/app/SessionProvider';
import { loadWorkspaceMessages } from '@/i18n/activate';
import { InterestsOfNeedDocument } from './interests.gql';

/** The words are fetched only where there is something to say. */
const Shown = lazy(async () => {
  const [{ NeedInterests: component }] = await Promise.all([import('./NeedInterests'), loadWorkspaceMessages()]);
  return { default: component };
});

export function InterestsIfAny({ needId, taking }: { needId: string; taking: boolean }) {
  const { viewer } = useSession();
  const [{ data }] = useQuery({ query: InterestsOfNeedDocument, variables: { needId } });
  const interests = data?.interests ?? [];
  if (interests.length === 0 && !(viewer && taking)) return null;
  return <Suspense>{<Shown needId={needId} taking={taking} interests={interests} />}</Suspense>;
}
