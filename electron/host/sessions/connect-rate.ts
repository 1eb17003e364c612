/** Connects that the platform takes of one device in a minute; more are refused (D-30527). */
const CONNECTS_MAX = 5;
const WINDOW_MS = 60_000;

/** Counts the connects of each triple, whatever sessions made them. Times are milliseconds. */
export class ConnectRate {
  private readonly connects = new Map<string, number[]>();

  /** A CONNECT goes out now. */
  made(key: string, now: number): void {
    this.connects.set(key, [...this.recent(key, now), now]);
  }

  /** When the next CONNECT may go out; not after `now` if it may at once. */
  allowedAt(key: string, now: number): number {
    const recent = this.recent(key, now);
    return (recent.at(-CONNECTS_MAX) ?? now - WINDOW_MS) + WINDOW_MS;
  }

  private recent(key: string, now: number): number[] {
    return (this.connects.get(key) ?? []).filter((at) => at > now - WINDOW_MS);
  }
}
