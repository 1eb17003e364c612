import { userName } from '../../../shared/alibaba/signature.ts';
import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import {
  LOG_EVENT_LINES_MAX,
  type PlatformDeviceView,
  type PlatformLogTail,
} from '../../../shared/contract/platform.ts';
import type { LogEntry } from '../platform/log.ts';
import { logLine } from './device-view.ts';

/** Milliseconds between two events of a kind. */
const INTERVAL = 250;

export interface PlatformNewsOptions {
  deviceChanged(view: PlatformDeviceView): void;
  logGrew(tail: PlatformLogTail): void;
}

const keyOf = ({ productKey, deviceName }: TopicOwner): string => userName(deviceName, productKey);

/** Tells pages of what they asked to hear about, four times a second at most however much happens. */
export class PlatformNews {
  private readonly options: PlatformNewsOptions;
  private readonly watched = new Set<string>();
  private readonly changed = new Map<string, () => PlatformDeviceView>();
  private followsLog = false;
  private lines: LogEntry[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(options: PlatformNewsOptions) {
    this.options = options;
  }

  watch(owner: TopicOwner): void {
    this.watched.add(keyOf(owner));
  }

  followLog(): void {
    this.followsLog = true;
  }

  /** @param read asked for the device as it is when the event goes out */
  deviceChanged(owner: TopicOwner, read: () => PlatformDeviceView): void {
    if (!this.watched.has(keyOf(owner))) return;
    this.changed.set(keyOf(owner), read);
    this.schedule();
  }

  logged(entry: LogEntry): void {
    if (!this.followsLog) return;
    this.lines.push(entry);
    if (this.lines.length >= 2 * LOG_EVENT_LINES_MAX)
      this.lines = this.lines.slice(-LOG_EVENT_LINES_MAX);
    this.schedule();
  }

  forget(owner: TopicOwner): void {
    this.watched.delete(keyOf(owner));
    this.changed.delete(keyOf(owner));
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.tell();
    }, INTERVAL);
  }

  private tell(): void {
    const { deviceChanged, logGrew } = this.options;
    const reads = [...this.changed.values()];
    this.changed.clear();
    for (const read of reads) deviceChanged(read());
    const lines = this.lines.slice(-LOG_EVENT_LINES_MAX);
    this.lines = [];
    const last = lines.at(-1);
    if (last !== undefined) logGrew({ lines: lines.map(logLine), total: last.number });
  }
}
