import { useSubscription } from 'urql';
import { MatchChangedDocument } from './matches.gql';

/** Keeps the matches on the screen current: the event's match replaces the one in the cache by its id. */
export function useMatchChanges() {
  useSubscription({ query: MatchChangedDocument });
}
