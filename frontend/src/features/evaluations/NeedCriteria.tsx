import { Suspense, lazy } from 'react';
import { useQuery } from 'urql';
import { loadWorkspaceMessages } from '@/i18n/activate';
import { NeedCriteriaDocument } from './evaluations.gql';

/** The words are fetched only for a need that has criteria. */
const Published = lazy(async () => {
  const [{ PublishedCriteria: component }] = await Promise.all([import('./PublishedCriteria'), loadWorkspaceMessages()]);
  return { default: component };
});

export function NeedCriteria({ id }: { id: string }) {
  const [{ data }] = useQuery({ query: NeedCriteriaDocument, variables: { id } });
  const criteria = data?.needCriteria;
  if (!criteria || criteria.criteria.length === 0) return null;
  return <Suspense>{<Published criteria={criteria.criteria} anonymous={criteria.anonymous} />}</Suspense>;
}
