/** How long work may keep the event loop at a time, in milliseconds. */
export const SLICE_MS = 6;

/**
 * Turns at the event loop for work that is done in slices: one slice per round of the loop, whoever
 * asks, so that sessions and commands come in between.
 */
export class Turns {
  private last: Promise<void> = Promise.resolve();

  /** Resolves when the caller may work for one slice. */
  next(): Promise<void> {
    this.last = this.last.then(() => new Promise((resume) => setImmediate(resume)));
    return this.last;
  }
}
