import { Client, fetchExchange } from '@urql/core';
import { hasCode } from './errors';
import { locale } from '@/i18n/locale';
import { Session, hintKey, type Renew } from './session';
import { RefreshSessionDocument } from './session.gql';

export const endpoint = '/graphql';

export const fetchOptions: RequestInit = {
  headers: { 'accept-language': locale },
  credentials: 'same-origin',
};

/** Without cache and without token: for renewing the token itself. */
const bare = new Client({ url: endpoint, exchanges: [fetchExchange], fetchOptions, preferGetMethod: false });

const renew: Renew = async () => {
  const { data, error } = await bare.mutation(RefreshSessionDocument, {}).toPromise();
  if (data) return data.refreshSession;
  if (hasCode(error, 'UNAUTHENTICATED', 'TOKEN_EXPIRED', 'INVALID_CREDENTIALS', 'FORBIDDEN', 'NOT_FOUND')) return null;
  throw error ?? new Error('refreshSession answered nothing');
};

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    // Blocked by the browser's settings: the session then ends with the tab.
    return null;
  }
}

export const session = new Session({
  renew,
  hint: storage(),
  now: Date.now,
  exclusively: async (task) => (navigator.locks ? navigator.locks.request('iforum.renew', task) : task()),
});

window.addEventListener('storage', (event) => {
  if (event.key === hintKey && event.newValue === null && session.state.viewer) session.forget();
});
