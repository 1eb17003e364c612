import { parseClientId } from '../../../shared/alibaba/signature.ts';
import { FrameSplitter } from '../../../shared/mqtt/frame-splitter.ts';
import { emptyFacts, passwordRange, readFacts } from '../../../shared/mqtt/packet-facts.ts';
import { maskIssuedSecrets, mayBringSecrets } from '../capture/mask-issued-secrets.ts';

const MASK = 0x2a; // *
const CONNECT = 1;
const EMPTY = Buffer.alloc(0);

/**
 * Masks secrets in what crosses one connection, before anything is recorded: same length, so that the
 * framing holds. Sent, the password of CONNECT, which is the first packet [MQTT-3.1.0-1] and is held
 * back until it is whole. Received, where the client id is one of IoT Platform's, the secrets that it
 * gives: a PUBLISH that may bring one is held back until it is whole. Everything else passes untouched.
 */
export class WireMasker {
  private readonly sending = new FrameSplitter();
  private readonly receiving = new FrameSplitter();
  /** CONNECT as far as it was sent; null once it is through. */
  private connect: Buffer[] | null = [];
  /** A PUBLISH that may bring a secret, as far as it was received. */
  private push: Buffer[] = [];
  private isHeld = false;
  private isPlatform = false;
  private level = 4;

  /** The bytes of a sent chunk that may be recorded now; empty while CONNECT is incomplete. */
  sent(chunk: Buffer): Buffer {
    if (this.connect === null) return chunk;
    this.connect.push(chunk);
    let after: number | null = null;
    this.sending.feed(chunk, (_start, end, _begins, ends) => {
      if (ends) after ??= chunk.length - end;
    });
    if (after === null) return EMPTY;
    const bytes = Buffer.concat(this.connect);
    this.connect = null;
    this.readConnect(bytes.subarray(0, bytes.length - after));
    return bytes;
  }

  /** The bytes that may be recorded now that a chunk was received. */
  received(chunk: Buffer): Buffer {
    if (!this.isPlatform) return chunk;
    const out: Buffer[] = [];
    let passed = 0;
    this.receiving.feed(chunk, (start, end, begins, ends) => {
      const piece = chunk.subarray(start, end);
      if (begins) this.isHeld = mayBringSecrets(piece);
      if (!this.isHeld) return;
      out.push(chunk.subarray(passed, start));
      passed = end;
      this.push.push(piece);
      if (ends || this.receiving.broken !== null) out.push(this.rest());
    });
    return passed === 0 ? chunk : Buffer.concat([...out, chunk.subarray(passed)]);
  }

  /** What is still held back of what was received, masked: for when the connection ends. */
  rest(): Buffer {
    const packet = Buffer.concat(this.push);
    this.push = [];
    this.isHeld = false;
    maskIssuedSecrets(packet, this.level, MASK);
    return packet;
  }

  private readConnect(packet: Buffer): void {
    if ((packet[0] ?? 0) >> 4 !== CONNECT) return;
    const facts = emptyFacts();
    readFacts(packet, 0, packet.length, this.level, facts);
    this.level = facts.level;
    const clientId = packet.toString('utf8', facts.topicStart, facts.topicEnd);
    this.isPlatform = parseClientId(clientId).params.size > 0;
    const range = passwordRange(packet);
    if (range !== null) packet.fill(MASK, range.start, range.end);
  }
}
