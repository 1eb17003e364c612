import { FrameSplitter } from '../../../../shared/mqtt/frame-splitter.ts';
import { passwordRange } from '../../../../shared/mqtt/packet-facts.ts';
import { maskIssuedSecrets } from '../mask-issued-secrets.ts';
import { looksLikeMqtt } from './looks-like-mqtt.ts';
import type { MemoryBudget } from './memory-budget.ts';

const MASK = 0x2a; // *

export interface AssemblerTarget {
  /** A whole control packet, a CONNECT's password masked. */
  packet(bytes: Buffer, time: number): void;
  /** Bytes that belong to no whole packet. */
  skipped(bytes: number): void;
  exhausted(): void;
}

/** Makes whole control packets of one direction's bytes, and finds back into it behind a gap. */
export class PacketAssembler {
  private readonly splitter = new FrameSplitter();
  private parts: Buffer[] = [];
  private held = 0;
  /** Where packets begin is not known: the next bytes that look like a beginning are one. */
  private searching: boolean;
  private readonly target: AssemblerTarget;
  private readonly budget: MemoryBudget;

  /** @param searching the stream was not seen from its beginning */
  constructor(target: AssemblerTarget, budget: MemoryBudget, searching: boolean) {
    this.target = target;
    this.budget = budget;
    this.searching = searching;
  }

  /** The next byte is the first of a packet. */
  expectPacket(): void {
    this.searching = false;
  }

  feed(bytes: Buffer, time: number): void {
    if (this.searching) {
      if (!looksLikeMqtt(bytes)) {
        this.target.skipped(bytes.length);
        return;
      }
      this.searching = false;
    }
    this.splitter.feed(bytes, (start, end, begins, ends) => {
      if (this.splitter.broken !== null) this.target.skipped(end - start);
      else if (begins && ends) this.finish(Buffer.from(bytes.subarray(start, end)), time);
      else this.collect(bytes, start, end, ends, time);
    });
    if (this.splitter.broken !== null) this.lose();
  }

  /** Bytes are missing here, or no more come. */
  lose(): void {
    if (this.held > 0) this.target.skipped(this.held);
    this.forget();
    this.splitter.reset();
    this.searching = true;
  }

  private collect(bytes: Buffer, start: number, end: number, ends: boolean, time: number): void {
    if (!this.budget.take(end - start)) {
      this.target.skipped(end - start);
      this.target.exhausted();
      return;
    }
    this.parts.push(Buffer.from(bytes.subarray(start, end)));
    this.held += end - start;
    if (!ends) return;
    const whole = Buffer.concat(this.parts);
    this.forget();
    this.finish(whole, time);
  }

  private forget(): void {
    this.budget.release(this.held, this.parts.length);
    this.held = 0;
    this.parts = [];
  }

  private finish(packet: Buffer, time: number): void {
    const password = passwordRange(packet);
    if (password !== null) packet.fill(MASK, password.start, password.end);
    // The level is not known here; at worst properties are looked through with the payload.
    maskIssuedSecrets(packet, 4, MASK);
    this.target.packet(packet, time);
  }
}
