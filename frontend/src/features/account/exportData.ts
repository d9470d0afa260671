import { session } from '@/app/transport';
import { locale } from '@/i18n/locale';

const address = '/me/export';

export const exportName = 'i-forum-du-lieu-cua-toi.json';

const ask = () => fetch(address, { headers: { authorization: `Bearer ${session.token ?? ''}`, 'accept-language': locale }, cache: 'no-store' });

/** Everything that i-Forum has about the reader, as a file; null when it could not be fetched. */
export async function fetchExport(): Promise<Blob | null> {
  try {
    if (session.needsRenewal) await session.renew();
    let response = await ask();
    // The server's clock decides whether a token is still good.
    if (response.status === 401 && (await session.renew())) response = await ask();
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}
