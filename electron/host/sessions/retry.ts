import type { Cause } from '../../../shared/session/connection-state.ts';

/** First wait and longest wait, milliseconds. Doubling from 2 s keeps within five connects a minute (D-30527). */
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;
/** A connection that held this long starts the back-off anew; two devices with one triple never get there. */
const STABLE_MS = 60_000;

/** CONNACK codes that another attempt cannot change: version, client id, credentials, authorisation. */
const finalConnackCodes: ReadonlySet<number> = new Set([
  1, 2, 4, 5, 0x84, 0x85, 0x86, 0x87, 0x8a, 0x8c,
]);

/** Causes that another attempt cannot change. */
function isFinal({ kind, code }: Cause): boolean {
  if (kind === 'connack-refused') return code !== null && finalConnackCodes.has(code);
  return kind === 'protocol-error' || kind === 'secret-unreadable';
}

/** Back-off of one session's connection: 2, 4, 8 … 60 s. */
export class Retry {
  private wait = FIRST_WAIT_MS;
  private everAccepted = false;

  /** The user pressed Connect. */
  reset(): void {
    this.wait = FIRST_WAIT_MS;
    this.everAccepted = false;
  }

  /** The broker accepted the connection. */
  accepted(): void {
    this.everAccepted = true;
  }

  /**
   * When to try again, in milliseconds since the epoch; null when there is no sense in it: a
   * connection that never stood waits for the user, who may have mistyped something.
   *
   * @param heldMs how long the connection stood; 0 if it was not accepted
   */
  after(cause: Cause, heldMs: number, now: number): number | null {
    if (!this.everAccepted || isFinal(cause)) return null;
    if (heldMs >= STABLE_MS) this.wait = FIRST_WAIT_MS;
    const retryAt = now + this.wait;
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
    return retryAt;
  }
}
