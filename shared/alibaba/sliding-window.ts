/**
 * What a second comes to in the platform's limits of messages, in microseconds. D-30527 says how many
 * a second and not how the second is cut. Our reading is the gentlest that lets no more through: the
 * second that ends with the message, less 50 ms, because timers and networks move the messages of a
 * steady 10 a second closer together. Whichever way the cloud cuts its seconds, a message that it
 * drops for the rate has as many others right before it.
 */
export const RATE_SECOND_US = 950_000;

/** Entries that are let go of at once, so that none is moved for each. */
const COMPACT = 1024;

/** Adds up amounts over the last stretch of time. Times never go back. */
export class SlidingWindow {
  private readonly length: number;
  private entries: { readonly time: number; readonly amount: number }[] = [];
  private first = 0;
  private total = 0;

  /** @param length in the unit of the times; what is exactly so long ago has left */
  constructor(length: number) {
    this.length = length;
  }

  add(time: number, amount = 1): void {
    this.entries.push({ time, amount });
    this.total += amount;
  }

  /** The sum of what was added within the length up to a time. */
  sum(now: number): number {
    for (;;) {
      const oldest = this.entries[this.first];
      if (oldest === undefined || now - oldest.time < this.length) break;
      this.total -= oldest.amount;
      this.first += 1;
    }
    if (this.first >= COMPACT) {
      this.entries = this.entries.slice(this.first);
      this.first = 0;
    }
    return this.total;
  }
}
