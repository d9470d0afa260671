import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { Provider } from 'urql';
import { createClient } from './client';
import type { SessionState, SessionViewer } from './session';
import { session } from './transport';

const SessionContext = createContext<SessionState>({ status: 'anonymous', viewer: null });

export function SessionProvider({ children }: { children: ReactNode }) {
  const state = useSyncExternalStore(session.subscribe, () => session.state);
  const { id, staffRole, secondFactorMissing } = state.viewer ?? {};
  // An expired session keeps its client, so that a half-written form stays on the screen.
  // eslint-disable-next-line react/exhaustive-deps -- a cache belongs to a reader and to what the reader may see
  const client = useMemo(() => createClient(), [id, staffRole, secondFactorMissing]);
  return (
    <SessionContext value={state}>
      <Provider value={client}>{children}</Provider>
    </SessionContext>
  );
}

export function useSession(): SessionState {
  return use(SessionContext);
}

/** The signed-in reader; only for pages under `_signedIn`. */
export function useViewer(): SessionViewer {
  const { viewer } = useSession();
  if (!viewer) throw new Error('useViewer outside a signed-in page');
  return viewer;
}
