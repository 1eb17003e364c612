import type { TopicOwner } from '../../../shared/alibaba/topics.ts';

/** One line of the platform's own log, as the console's cloud run log has it (D-44542). */
export interface LogEntry {
  /** Counts from 1 since the platform started. */
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Empty where a CONNECT names no device. */
  readonly productKey: string;
  readonly deviceName: string;
  /** 200 for success; else a code of the run log, of Alink, or of CONNACK. */
  readonly code: number;
  readonly message: string;
  /** From the device, to it, or about it. */
  readonly direction: 'up' | 'down' | 'none';
}

/** Codes of the run log that the local platform has reason to write (D-44542). */
export const logCode = {
  ok: 200,
  offline: 400,
  rrpcResponse: 1904,
  rrpcTimeout: 1905,
  notAlink: 6831,
  noScript: 6200,
  deviceOffline: 9201,
  notAuthorised: 9236,
  badPayload: 9320,
  badParameter: 9321,
  throttled: 9324,
  internal: 9399,
} as const;

/** How many lines are kept. */
const KEPT = 2000;

/** The last lines of the log, and who listens to new ones. */
export class PlatformLog {
  private lines: LogEntry[] = [];
  private written = 0;
  private readonly listeners = new Set<(entry: LogEntry) => void>();

  /** The oldest first. */
  get entries(): readonly LogEntry[] {
    return this.lines.slice(-KEPT);
  }

  add(
    { productKey, deviceName }: TopicOwner,
    direction: LogEntry['direction'],
    code: number,
    message: string,
  ): void {
    this.written += 1;
    const entry = {
      number: this.written,
      time: Date.now(),
      productKey,
      deviceName,
      code,
      message,
      direction,
    };
    this.lines.push(entry);
    if (this.lines.length >= 2 * KEPT) this.lines = this.lines.slice(-KEPT);
    for (const listener of this.listeners) listener(entry);
  }

  /** Calls for each new line; answers how to stop. */
  listen(listener: (entry: LogEntry) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
