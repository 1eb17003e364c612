import type { MemoryBudget } from './memory-budget.ts';

/** Segments and bytes that may wait for a missing one, per direction. */
const HELD_SEGMENTS_MAX = 4096;
const HELD_BYTES_MAX = 8 * 1024 * 1024;
/** A sequence number further off than any window belongs to a stream that was not seen. */
const FAR = 0x40000000;
/**
 * Microseconds after which a missing segment does not come any more: when the receiver has
 * acknowledged it (the file misses it), and when not (it may be sent again).
 */
const MISSING_ACKNOWLEDGED_US = 1_000_000;
const MISSING_US = 60_000_000;

interface Held {
  readonly sequence: number;
  readonly bytes: Buffer;
  readonly time: number;
}

/** What becomes of the bytes of one direction. */
export interface StreamTarget {
  /** The next bytes in order, valid during the call. */
  bytes(bytes: Buffer, time: number): void;
  /** Bytes are missing here. */
  gap(): void;
  /** Bytes came that had come before. */
  repeated(): void;
  /** Too much is waiting: no more can be done for this connection. */
  exhausted(): void;
}

/** `from` to `to` in the arithmetic of sequence numbers: negative when `to` is behind. */
const distance = (from: number, to: number): number => (to - from) | 0;

/** Puts the segments of one direction of a connection in order. */
export class TcpStream {
  /** The sequence number of the next byte; null until something was seen. */
  private next: number | null = null;
  /** Waiting for what comes before, by sequence number, without what was delivered. */
  private held: Held[] = [];
  private heldBytes = 0;
  private acknowledged = false;
  private readonly target: StreamTarget;
  private readonly budget: MemoryBudget;

  constructor(target: StreamTarget, budget: MemoryBudget) {
    this.target = target;
    this.budget = budget;
  }

  /** The sequence number up to which everything was delivered; null before anything was seen. */
  get position(): number | null {
    return this.next;
  }

  /** The first byte will have this sequence number. */
  begin(sequence: number): void {
    this.next = sequence >>> 0;
  }

  /** Takes a segment with data. */
  segment(sequence: number, bytes: Buffer, time: number): void {
    this.next ??= sequence;
    this.giveUpLate(time);
    const ahead = distance(this.next, sequence);
    if (Math.abs(ahead) > FAR) {
      this.flush();
      this.target.gap();
      this.next = sequence;
      this.deliver(bytes, time);
    } else if (ahead > 0) {
      this.hold(sequence, bytes, time);
    } else if (-ahead >= bytes.length) {
      this.target.repeated();
    } else {
      if (ahead < 0) this.target.repeated();
      this.deliver(bytes.subarray(-ahead), time);
      this.deliverHeld(time);
    }
  }

  /** The other side has everything before this sequence number. */
  acknowledge(sequence: number, time: number): void {
    const [first] = this.held;
    if (first === undefined) return;
    if (distance(first.sequence, sequence) > 0) this.acknowledged = true;
    this.giveUpLate(time);
  }

  /** No more will come: what waited is delivered behind the gaps that are left. */
  flush(): void {
    while (this.held.length > 0) this.skipGap();
  }

  /** Forgets what is waiting. */
  drop(): void {
    this.budget.release(this.heldBytes, this.held.length);
    this.held = [];
    this.heldBytes = 0;
  }

  private deliver(bytes: Buffer, time: number): void {
    this.next = ((this.next ?? 0) + bytes.length) >>> 0;
    this.target.bytes(bytes, time);
  }

  private hold(sequence: number, bytes: Buffer, time: number): void {
    let at = this.held.length;
    while (at > 0 && distance(this.held[at - 1]?.sequence ?? 0, sequence) < 0) at -= 1;
    const same = this.held[at - 1];
    if (same?.sequence === sequence && same.bytes.length >= bytes.length) {
      this.target.repeated();
      return;
    }
    if (!this.budget.take(bytes.length)) {
      this.target.exhausted();
      return;
    }
    // A copy: the segment lies in a buffer that is used again.
    this.held.splice(at, 0, { sequence, bytes: Buffer.from(bytes), time });
    this.heldBytes += bytes.length;
    if (this.held.length > HELD_SEGMENTS_MAX || this.heldBytes > HELD_BYTES_MAX) this.skipGap();
  }

  /** Delivers what follows without a gap; it is complete no sooner than at `time`. */
  private deliverHeld(time: number): void {
    for (let first = this.held[0]; first !== undefined; first = this.held[0]) {
      const ahead = distance(this.next ?? 0, first.sequence);
      if (ahead > 0) break;
      this.held.shift();
      this.heldBytes -= first.bytes.length;
      this.budget.release(first.bytes.length);
      if (-ahead >= first.bytes.length) this.target.repeated();
      else this.deliver(first.bytes.subarray(-ahead), Math.max(time, first.time));
    }
    if (this.held.length === 0) this.acknowledged = false;
  }

  private giveUpLate(time: number): void {
    const [first] = this.held;
    if (first === undefined) return;
    const waited = time - first.time;
    if (waited > (this.acknowledged ? MISSING_ACKNOWLEDGED_US : MISSING_US)) this.skipGap();
  }

  private skipGap(): void {
    const [first] = this.held;
    if (first === undefined) return;
    this.target.gap();
    this.next = first.sequence;
    this.acknowledged = false;
    this.deliverHeld(0);
  }
}
