/** What one attempt to save came to. */
export type SaveResult<Problem> =
  | { kind: 'saved'; version: number }
  /** Somebody saved another version in the meantime. */
  | { kind: 'stale' }
  /** The server read it and said no: saving the same again is of no use. */
  | { kind: 'refused'; problem: Problem }
  /** Nobody answered: try again. */
  | { kind: 'unreachable' };

export type SaveState<Problem> =
  | { kind: 'idle' }
  | { kind: 'dirty' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'conflict' }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'failed'; retryAt: number };

export interface Environment<Content, Problem> {
  /** `version` is null until the draft exists. */
  save: (content: Content, version: number | null) => Promise<SaveResult<Problem>>;
  now: () => number;
  /** Runs the task later; gives what cancels it. */
  later: (task: () => void, ms: number) => () => void;
}

/** Saved when the typing rests this long … */
export const restMs = 2000;
/** … but no later than this after the first unsaved change. */
export const longestMs = 10_000;
export const retryMs = [5000, 10_000, 20_000, 60_000];

/**
 * Saves a draft by itself, one request at a time. What was typed stays with the caller; here is only
 * when to save and what came of it. Two versions never overwrite each other: a conflict waits for a choice.
 */
export class Autosave<Content, Problem> {
  #environment: Environment<Content, Problem>;
  #version: number | null;
  #state: SaveState<Problem> = { kind: 'idle' };
  #pending: { content: Content } | null = null;
  #unsavedSince: number | null = null;
  #attempts = 0;
  #cancel: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #listeners = new Set<() => void>();

  constructor(environment: Environment<Content, Problem>, version: number | null) {
    this.#environment = environment;
    this.#version = version;
  }

  get state(): SaveState<Problem> {
    return this.#state;
  }

  get version(): number | null {
    return this.#version;
  }

  /** Something typed has not reached the server. */
  get unsaved(): boolean {
    return this.#pending !== null || this.#running !== null;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(content: Content) {
    this.#pending = { content };
    this.#unsavedSince ??= this.#environment.now();
    if (this.#state.kind === 'conflict') return;
    if (this.#state.kind !== 'saving') this.#become({ kind: 'dirty' });
    this.#plan(Math.min(restMs, this.#unsavedSince + longestMs - this.#environment.now()));
  }

  /** Saves now whatever is not saved; true when the server has it all. */
  async flush(): Promise<boolean> {
    this.#drop();
    while (this.#running) await this.#running;
    this.#drop();
    if (this.#pending && this.#state.kind !== 'conflict') await this.#run();
    return this.#state.kind === 'saved' || this.#state.kind === 'idle';
  }

  /** Conflict: what is typed here replaces the version on the server. */
  async keepMine(theirVersion: number): Promise<boolean> {
    this.#version = theirVersion;
    this.#become({ kind: 'dirty' });
    return this.flush();
  }

  /** Conflict: the caller shows the version on the server; what was typed here is given up. */
  takeTheirs(theirVersion: number) {
    this.#version = theirVersion;
    this.#pending = null;
    this.#unsavedSince = null;
    this.#become({ kind: 'idle' });
  }

  /** Stops the clock; a save under way ends by itself. */
  stop() {
    this.#drop();
  }

  #plan(ms: number) {
    this.#drop();
    this.#cancel = this.#environment.later(() => void this.#run(), Math.max(ms, 0));
  }

  #drop() {
    this.#cancel?.();
    this.#cancel = null;
  }

  #run(): Promise<void> {
    this.#running ??= this.#attempt().finally(() => (this.#running = null));
    return this.#running;
  }

  async #attempt() {
    const sent = this.#pending;
    if (!sent) return;
    this.#pending = null;
    this.#become({ kind: 'saving' });
    const result = await this.#environment.save(sent.content, this.#version).catch(() => ({ kind: 'unreachable' }) as const);
    this.#settle(result, sent);
  }

  #settle(result: SaveResult<Problem>, sent: { content: Content }) {
    if (result.kind === 'saved') {
      this.#version = result.version;
      this.#attempts = 0;
      this.#unsavedSince = this.#pending ? this.#environment.now() : null;
      this.#become({ kind: 'saved', at: this.#environment.now() });
      if (this.#pending) this.#plan(restMs);
      return;
    }
    // Not saved: it is still to be saved, unless something newer was typed meanwhile.
    const newer = this.#pending;
    this.#pending ??= sent;
    if (result.kind === 'stale') {
      this.#drop();
      this.#become({ kind: 'conflict' });
    } else if (result.kind === 'refused') {
      this.#become({ kind: 'refused', problem: result.problem });
      if (newer) this.#plan(restMs);
    } else {
      const wait = retryMs[Math.min(this.#attempts, retryMs.length - 1)]!;
      this.#attempts += 1;
      this.#become({ kind: 'failed', retryAt: this.#environment.now() + wait });
      this.#plan(wait);
    }
  }

  #become(state: SaveState<Problem>) {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
