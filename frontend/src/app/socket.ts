import { createClient } from 'graphql-ws';
import { session } from './transport';

export const socket = createClient({
  url: () => `${location.origin.replace(/^http/, 'ws')}/graphql/ws`,
  lazy: true,
  keepAlive: 20_000,
  retryAttempts: 20,
  connectionParams: async () => {
    if (session.needsRenewal) await session.renew().catch(() => undefined);
    return session.token ? { authorization: `Bearer ${session.token}` } : {};
  },
});
