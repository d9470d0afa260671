import { WebAuthnAbortService, browserSupportsWebAuthn, browserSupportsWebAuthnAutofill, startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** What came of asking a device for a passkey. */
export type Ceremony =
  /** For the server, as JSON. */
  | { kind: 'done'; answer: string }
  /** The reader said no, or waited too long: browsers do not tell which. */
  | { kind: 'declined' }
  /** We took the question back: another one took its place, or the reader left the page. */
  | { kind: 'withdrawn' }
  /** The device holds a passkey for this account already. */
  | { kind: 'known' }
  | { kind: 'failed' };

export const passkeysSupported = browserSupportsWebAuthn;

/** The name that the browser gave the error; the library wraps some of them. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return error.cause instanceof Error ? error.cause.name : error.name;
}

async function ceremony(ask: () => Promise<object>): Promise<Ceremony> {
  try {
    return { kind: 'done', answer: JSON.stringify(await ask()) };
  } catch (error) {
    switch (nameOf(error)) {
      case 'NotAllowedError':
        return { kind: 'declined' };
      case 'AbortError':
        return { kind: 'withdrawn' };
      case 'InvalidStateError':
        return { kind: 'known' };
      default:
        return { kind: 'failed' };
    }
  }
}

/** Asks for a signature; `options` come from the server, as JSON. */
export function signWithPasskey(options: string): Promise<Ceremony> {
  return ceremony(() => startAuthentication({ optionsJSON: JSON.parse(options) }));
}

export function makePasskey(options: string): Promise<Ceremony> {
  return ceremony(() => startRegistration({ optionsJSON: JSON.parse(options) }));
}

/** Whether the browser can list passkeys in the field of the address. */
export const canOfferPasskeys = browserSupportsWebAuthnAutofill;

/** Offers passkeys in the field whose `autocomplete` ends with `webauthn`, until one is chosen or we stop. */
export function offerPasskeys(options: string): Promise<Ceremony> {
  return ceremony(() => startAuthentication({ optionsJSON: JSON.parse(options), useBrowserAutofill: true }));
}

/** Takes back whatever is being asked. */
export const stopAskingForPasskeys = () => WebAuthnAbortService.cancelCeremony();
