import { FrameSplitter } from '../../../shared/mqtt/frame-splitter.ts';
import { passwordRange } from '../../../shared/mqtt/packet-facts.ts';

const MASK = 0x2a; // *

/**
 * Masks the password of CONNECT in what a device sends, before anything is recorded: same length, so
 * that the framing holds. CONNECT is the first packet of every connection [MQTT-3.1.0-1] and is held
 * back until it is whole; everything after it passes untouched.
 */
export class ConnectMasker {
  private held: Buffer[] = [];
  private readonly splitter = new FrameSplitter();
  private done = false;

  /** The bytes that may be recorded now; empty while CONNECT is incomplete. */
  push(chunk: Buffer): Buffer {
    if (this.done) return chunk;
    this.held.push(chunk);
    let complete = false;
    this.splitter.feed(chunk, (_start, _end, _begins, ends) => {
      complete ||= ends;
    });
    if (!complete) return Buffer.alloc(0);
    this.done = true;
    const bytes = Buffer.concat(this.held);
    this.held = [];
    const range = passwordRange(bytes);
    if (range !== null) bytes.fill(MASK, range.start, range.end);
    return bytes;
  }
}
