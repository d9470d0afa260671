import { useQuery } from 'urql';
import { NeedCriteriaDocument } from './evaluations.gql';

/** Whether a need's proposals are evaluated by a panel. */
export function useHasCriteria(needId: string): boolean {
  const [{ data }] = useQuery({ query: NeedCriteriaDocument, variables: { id: needId } });
  return (data?.needCriteria?.criteria.length ?? 0) > 0;
}
