/**
 * Some changes ask once more who it is. Whoever meets that (`IDENTITY_UNCONFIRMED`) waits here until the
 * one dialog of the app was answered.
 */
class Confirmation {
  #asked: { answer: Promise<boolean>; settle: (confirmed: boolean) => void } | null = null;
  #listeners = new Set<() => void>();

  get asking(): boolean {
    return this.#asked !== null;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Opens the dialog; true when the reader proved who it is. Two who ask at once get one answer. */
  ask(): Promise<boolean> {
    if (!this.#asked) {
      let settle!: (confirmed: boolean) => void;
      const answer = new Promise<boolean>((resolve) => (settle = resolve));
      this.#asked = { answer, settle };
      this.#tell();
    }
    return this.#asked.answer;
  }

  /** The dialog was answered or closed. */
  settle(confirmed: boolean) {
    const asked = this.#asked;
    this.#asked = null;
    asked?.settle(confirmed);
    if (asked) this.#tell();
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}

export const confirmation = new Confirmation();
