import { locale, sameAddressIn } from '@/i18n/locale';

const key = 'iforum.next';

/** Only addresses within the app: a link from outside must not lead a signed-in reader elsewhere. */
function isOurs(address: string): boolean {
  return /^\/(?![/\\])/.test(address);
}

/** Where a reader wanted to go before being asked to sign in. */
export function addressAfter(next: string | null | undefined): string {
  return sameAddressIn(locale, next && isOurs(next) ? next : '/ban-lam-viec');
}

/** Another provider leads back to the sign-in page and knows nothing of where the reader was going. */
export function keepNext(next: string | undefined) {
  try {
    if (next) sessionStorage.setItem(key, next);
    else sessionStorage.removeItem(key);
  } catch {
    // Blocked by the browser's settings: the reader comes to the desk.
  }
}

export function takeNext(): string | null {
  try {
    const next = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return next;
  } catch {
    return null;
  }
}
