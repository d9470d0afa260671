import type { SessionViewerFragment } from './session.gql';

export type SessionViewer = SessionViewerFragment;

export interface Grant {
  accessToken: string;
  expiresAt: string;
  viewer: SessionViewer;
}

export type SessionState =
  | { status: 'anonymous'; viewer: null }
  /** A hint says that somebody was signed in; the refresh cookie is being tried. */
  | { status: 'restoring'; viewer: null }
  | { status: 'signedIn'; viewer: SessionViewer }
  /** The refresh cookie no longer works; the page stays, and asks to sign in again on top of it. */
  | { status: 'expired'; viewer: SessionViewer };

/** What asks the server for a new grant: null means that it refused, a throw that it could not be reached. */
export type Renew = () => Promise<Grant | null>;

interface Environment {
  renew: Renew;
  hint: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  now: () => number;
  /** Runs one task at a time across tabs: a rotated cookie that is used twice ends the session. */
  exclusively: <T>(task: () => Promise<T>) => Promise<T>;
}

export const hintKey = 'iforum.session';
const renewBeforeExpiryMs = 30_000;

/** Who is signed in. The access token lives here, in memory, and nowhere else. */
export class Session {
  #environment: Environment;
  #state: SessionState;
  #token: { value: string; expiresAt: number } | null = null;
  #renewal: Promise<boolean> | null = null;
  #listeners = new Set<() => void>();

  constructor(environment: Environment) {
    this.#environment = environment;
    const wasSignedIn = environment.hint?.getItem(hintKey) === '1';
    this.#state = wasSignedIn ? { status: 'restoring', viewer: null } : { status: 'anonymous', viewer: null };
  }

  get state(): SessionState {
    return this.#state;
  }

  get token(): string | null {
    return this.#token?.value ?? null;
  }

  /** True when the next request should renew first. */
  get needsRenewal(): boolean {
    if (this.#state.status === 'restoring') return true;
    if (this.#state.status !== 'signedIn' || !this.#token) return false;
    return this.#token.expiresAt - this.#environment.now() < renewBeforeExpiryMs;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Signed in, registered or renewed. */
  accept(grant: Grant) {
    this.#token = { value: grant.accessToken, expiresAt: Date.parse(grant.expiresAt) };
    this.#environment.hint?.setItem(hintKey, '1');
    this.#become({ status: 'signedIn', viewer: grant.viewer });
  }

  /** Signed out here or in another tab. */
  forget() {
    this.#token = null;
    this.#environment.hint?.removeItem(hintKey);
    this.#become({ status: 'anonymous', viewer: null });
  }

  /** Asks for a new token once, however many requests wait for it; false when the server refused. */
  renew(): Promise<boolean> {
    this.#renewal ??= this.#environment
      .exclusively(this.#environment.renew)
      .then((grant) => this.#settle(grant))
      .finally(() => (this.#renewal = null));
    return this.#renewal;
  }

  #settle(grant: Grant | null): boolean {
    if (grant) {
      this.accept(grant);
      return true;
    }
    const { viewer } = this.#state;
    this.#token = null;
    this.#environment.hint?.removeItem(hintKey);
    this.#become(viewer ? { status: 'expired', viewer } : { status: 'anonymous', viewer: null });
    return false;
  }

  #become(state: SessionState) {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
