import type { Notice } from '../../shared/contract/events.ts';
import type { Capture } from '../../shared/contract/packets.ts';

const MEBIBYTE = 1024 ** 2;

/** What the user must know that belongs to no command; one notice per id, the latest. */
export class Notices {
  private readonly notices = new Map<string, Notice>();
  private readonly tell: (notice: Notice) => void;
  /** Captures deleted to stay within the budget since the start. */
  private pruned = { captures: 0, bytes: 0 };

  constructor(tell: (notice: Notice) => void) {
    this.tell = tell;
  }

  list(): Notice[] {
    return [...this.notices.values()];
  }

  add(notice: Notice): void {
    this.notices.delete(notice.id);
    this.notices.set(notice.id, notice);
    this.tell(notice);
  }

  recordingStopped({ id, label, failure }: Capture): void {
    this.add({
      id: stoppedId(id),
      severity: 'error',
      code: 'recording-stopped',
      values: { captureId: id, label, reason: failure ?? '' },
    });
  }

  recordingResumed(captureId: string): void {
    this.notices.delete(stoppedId(captureId));
  }

  platformStateLost(reason: string): void {
    this.add({
      id: 'platform-state-unwritten',
      severity: 'warning',
      code: 'platform-state-unwritten',
      values: { reason },
    });
  }

  capturesPruned(captures: readonly Capture[]): void {
    this.pruned = {
      captures: this.pruned.captures + captures.length,
      bytes: captures.reduce((sum, { bytes }) => sum + bytes, this.pruned.bytes),
    };
    this.add({
      id: 'captures-pruned',
      severity: 'warning',
      code: 'captures-pruned',
      values: {
        captures: this.pruned.captures,
        mebibytes: Math.ceil(this.pruned.bytes / MEBIBYTE),
        last: captures.map(({ label }) => label).join(', '),
      },
    });
  }
}

const stoppedId = (captureId: string) => `recording-stopped-${captureId}`;
