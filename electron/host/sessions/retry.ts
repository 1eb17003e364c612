import type { Preferences } from '../../../shared/contract/preferences.ts';
import type { Cause } from '../../../shared/session/connection-state.ts';

/** The first wait, milliseconds. Doubling from 2 s keeps within five connects a minute (D-30527). */
const FIRST_WAIT_MS = 2000;
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

/** What the user chose about lost connections. */
export type RetryPolicy = Pick<Preferences, 'reconnect' | 'longestWait'>;

/** Back-off of one session's connection: 2, 4, 8 … s, up to the longest wait of the policy. */
export class Retry {
  private readonly policy: () => RetryPolicy;
  private wait = FIRST_WAIT_MS;
  private everAccepted = false;

  /** @param policy asked anew for each wait */
  constructor(policy: () => RetryPolicy) {
    this.policy = policy;
  }

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
   * connection that never stood waits for the user, who may have mistyped something, and so does
   * every connection of a user who wants no attempts.
   *
   * @param heldMs how long the connection stood; 0 if it was not accepted
   */
  after(cause: Cause, heldMs: number, now: number): number | null {
    const { reconnect, longestWait } = this.policy();
    if (!reconnect || !this.everAccepted || isFinal(cause)) return null;
    if (heldMs >= STABLE_MS) this.wait = FIRST_WAIT_MS;
    const wait = Math.min(this.wait, longestWait * 1000);
    this.wait = wait * 2;
    return now + wait;
  }
}
