import { locale } from '@/i18n/locale';
import { session } from './transport';

const ask = (path: string) => fetch(path, { headers: { authorization: `Bearer ${session.token ?? ''}`, 'accept-language': locale }, cache: 'no-store' });

/** Fetches what only who is signed in may read; null when it could not be fetched. */
export async function fetchFile(path: string): Promise<Blob | null> {
  try {
    if (session.needsRenewal) await session.renew();
    let response = await ask(path);
    // The server's clock decides whether a token is still good.
    if (response.status === 401 && (await session.renew())) response = await ask(path);
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}

/** Gives the reader a file that the page made or fetched. */
export function saveFile(name: string, content: Blob) {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The download has begun by then; the memory is given back.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
