import type { Capture } from './capture.ts';
import { TopicsSeen } from './view-topics.ts';
import type { Turns } from './view-turns.ts';

/** What the views of a capture have to know of it from tick to tick. */
export class CaptureWatch {
  /** Packets of the last second. */
  perSecond = 0;
  /** The rate changed with the last tick. */
  rateChanged = false;
  /** A connection, or the capture, ended since the last tick. */
  connectionEnded = false;
  readonly topics: TopicsSeen;
  private readonly capture: Capture;
  private total: number;
  private ended: number;

  constructor(capture: Capture, turns: Turns) {
    this.capture = capture;
    this.topics = new TopicsSeen(capture, turns);
    this.total = capture.log.index.length;
    this.ended = endedConnections(capture);
  }

  tick(secondEnded: boolean): void {
    const ended = endedConnections(this.capture);
    this.connectionEnded = ended !== this.ended;
    this.ended = ended;
    this.rateChanged = false;
    if (!secondEnded) return;
    const { isLive, log } = this.capture;
    // What is read of a capture of the past did not come now.
    const perSecond = isLive ? log.index.length - this.total : 0;
    this.rateChanged = perSecond !== this.perSecond;
    this.perSecond = perSecond;
    this.total = log.index.length;
  }
}

/**
 * A number that changes whenever a connection is followed by another, when the capture ends, and when
 * one of the past was read.
 */
function endedConnections({ isLive, reading, log }: Capture): number {
  if (!isLive && reading === null) return Number.POSITIVE_INFINITY;
  const last = log.index.length - 1;
  return last < 0 ? 0 : log.index.connection(last) + (log.connectionEnded(last) ? 1 : 0);
}
