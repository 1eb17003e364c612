import { Duplex } from 'node:stream';
import { FrameSplitter } from '../../../shared/mqtt/frame-splitter.ts';
import { packetType, typeOf } from './wire.ts';

/** Who looks at the packets of a connection as they pass. */
export interface LineWatcher {
  /** Bytes of the device: a whole SUBSCRIBE, or a piece of any other packet as it came. */
  fromDevice(piece: Buffer, begins: boolean, ends: boolean): void;
  /** A whole packet of the broker. */
  toDevice(packet: Buffer): void;
  /** True while the device must not notice that the platform has ended the connection. */
  staysOpen(): boolean;
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

/**
 * A connection as the broker sees it. Between it and the device's stream stands a watcher, who
 * decides which bytes go on and when. SUBSCRIBE comes to the watcher whole, because it is judged
 * filter by filter; all else at once, so that broken packets reach the broker's parser.
 */
export class Line extends Duplex {
  private readonly stream: Duplex;
  private readonly watcher: LineWatcher;
  private readonly incoming = new FrameSplitter();
  private readonly outgoing = new FrameSplitter();
  private subscribe: Buffer[] = [];
  private collecting = false;
  private packet: Buffer[] = [];
  private held: Buffer | null = null;
  private holding = false;

  constructor(stream: Duplex, watcher: LineWatcher) {
    super();
    this.stream = stream;
    this.watcher = watcher;
    stream.on('data', (chunk: Buffer) => this.takeSafely(chunk));
    stream.once('end', () => this.push(null));
    stream.once('close', () => this.destroy());
    stream.on('error', (error) => this.destroy(error));
  }

  /** Bytes for the broker. */
  receive(bytes: Buffer): void {
    if (!this.destroyed && !this.push(bytes)) this.stream.pause();
  }

  /** Bytes for the device. */
  send(bytes: Buffer): void {
    if (!this.stream.destroyed && this.stream.writable) this.stream.write(bytes);
  }

  /** Reads nothing more from the device until `release`. */
  hold(): void {
    this.holding = true;
    this.stream.pause();
  }

  release(): void {
    this.holding = false;
    const { held } = this;
    this.held = null;
    if (held !== null) this.takeSafely(held);
    if (!this.holding) this.stream.resume();
  }

  /** Ends the connection, after what was sent, without a word of MQTT. */
  cut(): void {
    this.stream.end(() => this.stream.destroy());
  }

  override _read(): void {
    if (!this.holding) this.stream.resume();
  }

  override _write(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error?: Error | null) => void,
  ): void {
    try {
      this.watchOutgoing(chunk);
    } catch (error) {
      done(asError(error));
      return;
    }
    if (this.stream.writableNeedDrain) this.stream.once('drain', () => done());
    else done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (!this.watcher.staysOpen()) {
      // What was written before, such as a CONNACK that refuses, still goes out.
      if (error === null && this.stream.writable) this.stream.end(() => this.stream.destroy());
      else this.stream.destroy();
    }
    done(error);
  }

  private watchOutgoing(chunk: Buffer): void {
    this.outgoing.feed(chunk, (start, end, _begins, ends) => {
      this.packet.push(Buffer.from(chunk.subarray(start, end)));
      if (!ends) return;
      const packet = Buffer.concat(this.packet);
      this.packet = [];
      this.watcher.toDevice(packet);
    });
  }

  /** An error in judging what a device sent ends its connection, and nothing else. */
  private takeSafely(chunk: Buffer): void {
    try {
      this.takeChunk(chunk);
    } catch (error) {
      this.destroy(asError(error));
    }
  }

  private takeChunk(chunk: Buffer): void {
    let taken = 0;
    this.incoming.feed(chunk, (start, end, begins, ends) => {
      if (this.holding) return;
      taken = end;
      this.pass(chunk.subarray(start, end), begins, ends);
    });
    // A splitter that was fed beyond the hold is past those bytes: it starts anew with them, which
    // is right because a hold begins where a packet ends.
    if (!this.holding || taken === chunk.length) return;
    this.incoming.reset();
    const rest = chunk.subarray(taken);
    this.held = this.held === null ? rest : Buffer.concat([this.held, rest]);
  }

  private pass(piece: Buffer, begins: boolean, ends: boolean): void {
    if (begins) this.collecting = typeOf(piece) === packetType.subscribe;
    if (!this.collecting) {
      this.watcher.fromDevice(piece, begins, ends);
      return;
    }
    this.subscribe.push(piece);
    if (!ends && this.incoming.broken === null) return;
    const whole = Buffer.concat(this.subscribe);
    this.subscribe = [];
    this.watcher.fromDevice(whole, true, ends);
  }
}
