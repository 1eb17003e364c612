import { type MisbehaviourSettings, wellBehaved } from '../../../shared/alibaba/misbehaviour.ts';
import { asDuplicate, packetType, typeOf } from './wire.ts';

/** What misbehaviour does to a connection. */
export interface MisbehavingLine {
  send(packet: Buffer): void;
  cut(): void;
}

/** Applies a device's misbehaviour to one of its connections, packet by packet. */
export class Misbehaviour {
  private current = wellBehaved;
  private readonly line: MisbehavingLine;
  private readonly timers = new Set<NodeJS.Timeout>();
  /** Packets since the settings or the session began; null before. */
  private packets: number | null = null;
  private busyUntil = 0;

  constructor(line: MisbehavingLine) {
    this.line = line;
  }

  get settings(): MisbehaviourSettings {
    return this.current;
  }

  set(settings: MisbehaviourSettings): void {
    this.current = settings;
    if (this.packets !== null) this.packets = 0;
  }

  /** The device is logged in: from here on packets count. */
  beginSession(): void {
    this.packets = 0;
  }

  /** Counts a packet that has passed. */
  count(): void {
    if (this.packets === null) return;
    this.packets += 1;
    if (this.packets === this.current.cutAfter) this.line.cut();
  }

  /** Sends a packet of the platform to the device, or whatever becomes of it. */
  toDevice(packet: Buffer): void {
    const { losePubacks, loseSubacks, ackDelay, duplicates, silent } = this.current;
    if (silent) return;
    const type = typeOf(packet);
    const isAck = type === packetType.puback || type === packetType.suback;
    if (type === packetType.puback && losePubacks) return;
    if (type === packetType.suback && loseSubacks) return;
    if (isAck && ackDelay > 0) this.after(ackDelay, () => this.transmit(packet));
    else this.transmit(packet);
    if (type !== packetType.publish) return;
    for (let copy = 0; copy < duplicates; copy += 1) this.transmit(asDuplicate(packet));
  }

  /** Forgets what was still to be sent. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private transmit(packet: Buffer): void {
    const { bytesPerSecond } = this.current;
    if (bytesPerSecond === null) {
      this.deliver(packet);
      return;
    }
    const now = performance.now();
    this.busyUntil = Math.max(now, this.busyUntil) + (packet.length / bytesPerSecond) * 1000;
    this.after(this.busyUntil - now, () => this.deliver(packet));
  }

  private deliver(packet: Buffer): void {
    if (this.current.silent) return;
    this.line.send(packet);
    this.count();
  }

  private after(milliseconds: number, action: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      action();
    }, milliseconds);
    this.timers.add(timer);
  }
}
