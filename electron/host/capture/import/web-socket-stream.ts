/** The most bytes of an HTTP head that are waited for. */
const HEAD_BYTES_MAX = 64 * 1024;
const HEAD_END = '\r\n\r\n';
/** Frames longer than that are taken for damage. */
const FRAME_BYTES_MAX = 64 * 1024 * 1024;

/** The longest head of a frame: two bytes, a 64-bit length, a mask (RFC 6455 §5.2). */
const FRAME_HEAD_MAX = 14;

export interface WebSocketTarget {
  /** Bytes of a message, unmasked; valid during the call. */
  bytes(bytes: Buffer, time: number): void;
  /** Bytes that could not be read, with their count. */
  unreadable(bytes: number): void;
  /** A compressed message begins: its bytes are skipped. */
  compressed(): void;
  /** Where messages begin is not known any more. */
  lost(): void;
}

type State = 'head' | 'frames' | 'searching' | 'refused';

/** Takes one direction of a WebSocket connection apart, from its HTTP head on (RFC 6455). */
export class WebSocketStream {
  private state: State = 'head';
  /** A head, of HTTP or of a frame, of which more must come. */
  private rest: Buffer = Buffer.alloc(0);
  /** Bytes left of the frame at hand, and what is done with them. */
  private left = 0;
  private skipping = false;
  private compressed = false;
  private mask: Buffer | null = null;
  private maskAt = 0;
  private readonly target: WebSocketTarget;
  private readonly fromClient: boolean;

  constructor(target: WebSocketTarget, fromClient: boolean) {
    this.target = target;
    this.fromClient = fromClient;
  }

  feed(bytes: Buffer, time: number): void {
    let at = 0;
    if (this.state === 'head') at = this.readHead(bytes);
    if (this.state === 'searching') {
      if (this.frameAt(bytes) !== null) this.state = 'frames';
    }
    if (this.state !== 'frames') this.target.unreadable(bytes.length - at);
    while (at < bytes.length && this.state === 'frames') {
      if (this.left > 0) at = this.readPayload(bytes, at, time);
      else at = this.readFrameHead(bytes, at);
    }
  }

  /** Bytes are missing here. */
  lose(): void {
    if (this.state === 'head') this.state = 'refused';
    if (this.state === 'frames') this.state = 'searching';
    this.rest = Buffer.alloc(0);
    this.left = 0;
    this.compressed = false;
    this.target.lost();
  }

  /** Answers where in `bytes` the frames begin. */
  private readHead(bytes: Buffer): number {
    const before = this.rest.length;
    const whole = Buffer.concat([this.rest, bytes]);
    const end = whole.indexOf(HEAD_END, Math.max(0, before - HEAD_END.length));
    if (end < 0) {
      this.rest = whole;
      if (whole.length > HEAD_BYTES_MAX) this.state = 'refused';
      return bytes.length;
    }
    const head = whole.toString('latin1', 0, end);
    const upgrade = /^upgrade:\s*websocket\s*$/im.test(head);
    const agreed = this.fromClient ? head.startsWith('GET ') : /^HTTP\/1\.\d 101 /.test(head);
    this.state = upgrade && agreed ? 'frames' : 'refused';
    this.rest = Buffer.alloc(0);
    return end + HEAD_END.length - before;
  }

  private readFrameHead(bytes: Buffer, at: number): number {
    const taken = Math.min(FRAME_HEAD_MAX - this.rest.length, bytes.length - at);
    const whole = Buffer.concat([this.rest, bytes.subarray(at, at + taken)]);
    const frame = this.frameAt(whole);
    if (frame === null) {
      this.target.unreadable(bytes.length - at);
      this.lose();
      return bytes.length;
    }
    if (frame === 'incomplete') {
      this.rest = whole;
      return at + taken;
    }
    const used = frame.headLength - this.rest.length;
    this.rest = Buffer.alloc(0);
    this.left = frame.length;
    this.mask = frame.mask;
    this.maskAt = 0;
    const control = frame.opcode >= 8;
    if (!control && frame.opcode !== 0) {
      this.compressed = frame.compressed;
      if (frame.compressed) this.target.compressed();
    }
    this.skipping = control || this.compressed;
    return at + used;
  }

  private readPayload(bytes: Buffer, at: number, time: number): number {
    const end = Math.min(at + this.left, bytes.length);
    this.left -= end - at;
    if (this.skipping) {
      if (this.compressed) this.target.unreadable(end - at);
      return end;
    }
    const part = Buffer.from(bytes.subarray(at, end));
    if (this.mask !== null) {
      for (let index = 0; index < part.length; index += 1) {
        part[index] = (part[index] ?? 0) ^ (this.mask[(this.maskAt + index) & 3] ?? 0);
      }
      this.maskAt = (this.maskAt + part.length) & 3;
    }
    this.target.bytes(part, time);
    return end;
  }

  /** The frame that begins here; null where none can begin. */
  private frameAt(bytes: Buffer) {
    const [first, second] = bytes;
    if (first === undefined || second === undefined) return 'incomplete' as const;
    const opcode = first & 0x0f;
    const masked = (second & 0x80) !== 0;
    const known = opcode <= 2 || (opcode >= 8 && opcode <= 10);
    if (!known || (first & 0x30) !== 0 || masked !== this.fromClient) return null;
    const short = second & 0x7f;
    if (opcode >= 8 && short > 125) return null;
    const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
    const maskAt = 2 + lengthBytes;
    const headLength = 2 + lengthBytes + (masked ? 4 : 0);
    if (headLength > bytes.length) return 'incomplete' as const;
    const length =
      lengthBytes === 0
        ? short
        : lengthBytes === 2
          ? bytes.readUInt16BE(2)
          : Number(bytes.readBigUInt64BE(2));
    if (length > FRAME_BYTES_MAX) return null;
    const mask = masked ? Buffer.from(bytes.subarray(maskAt, maskAt + 4)) : null;
    return { opcode, compressed: (first & 0x40) !== 0, length, headLength, mask };
  }
}
