/**
 * Cuts a byte stream into MQTT control packets: fed chunk by chunk, it owns the chunk boundaries and
 * does no I/O. One splitter per direction of a connection.
 */

/** The largest remaining length the encoding can say: 268,435,455 bytes (MQTT 3.1.1 §2.2.3). */
export const REMAINING_LENGTH_MAX = 268_435_455;

/**
 * The largest packet that is waited for, in bytes. Brokers cap packets far below (the platform at
 * 256 KB, mosquitto's default is unlimited but messages of this size are not telemetry), and
 * whoever announces more could make us hold it all in memory.
 */
export const PACKET_BYTES_MAX = 16 * 1024 * 1024;

/** Why the rest of a stream cannot be split. */
export type BrokenReason =
  /** Control packet type 0 is reserved (MQTT 3.1.1 §2.2.1). */
  | 'reserved-type'
  /** The remaining length runs over four bytes [MQTT-2.2.3]. */
  | 'remaining-length'
  /** Announced more than PACKET_BYTES_MAX. */
  | 'too-large';

/** A piece of one packet within one chunk; a packet in one chunk is one piece that begins and ends. */
export type PieceListener = (start: number, end: number, begins: boolean, ends: boolean) => void;

export class FrameSplitter {
  /** Set once the stream can no longer be split; everything after it is one piece per chunk. */
  broken: BrokenReason | null = null;
  /** Bytes of the unfinished packet seen so far; 0 between packets. */
  pending = 0;
  private missing = 0;
  private multiplier = 1;
  private headerDone = false;

  /** Cuts `chunk` and calls back for each piece in order. */
  feed(chunk: Uint8Array, onPiece: PieceListener): void {
    let start = 0;
    let at = 0;
    while (at < chunk.length && this.broken === null) {
      const begins = this.pending === 0;
      at = this.headerDone ? at : this.readHeader(chunk, at);
      if (this.broken !== null) break;
      if (this.headerDone) {
        const take = Math.min(this.missing, chunk.length - at);
        at += take;
        this.missing -= take;
        this.pending += take;
      }
      const ends = this.headerDone && this.missing === 0;
      onPiece(start, at, begins, ends);
      if (ends) this.reset();
      start = at;
    }
    if (this.broken !== null && start < chunk.length) {
      onPiece(start, chunk.length, this.pending === 0, false);
      this.pending += chunk.length - start;
    }
  }

  /** Forgets an unfinished packet, for a new connection. */
  reset(): void {
    this.broken = null;
    this.pending = 0;
    this.missing = 0;
    this.multiplier = 1;
    this.headerDone = false;
  }

  private readHeader(chunk: Uint8Array, from: number): number {
    let at = from;
    let read = this.pending;
    while (at < chunk.length && !this.headerDone && this.broken === null) {
      const byte = chunk[at] ?? 0;
      at += 1;
      read += 1;
      if (read === 1) {
        if (byte >> 4 === 0) this.broken = 'reserved-type';
        continue;
      }
      this.missing += (byte & 0x7f) * this.multiplier;
      this.multiplier *= 128;
      if ((byte & 0x80) === 0) this.headerDone = true;
      else if (read === 5) this.broken = 'remaining-length';
      if (this.missing > PACKET_BYTES_MAX) this.broken = 'too-large';
    }
    // A broken header leaves `pending` alone: its bytes go into the piece of the broken rest.
    if (this.broken === null) this.pending = read;
    return at;
  }
}
