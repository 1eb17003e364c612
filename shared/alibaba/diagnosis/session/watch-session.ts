import type { DeviceTarget } from '../../../contract/devices.ts';
import type { Finding } from '../../../contract/packets.ts';
import { isPlatform, targetValues } from '../codes.ts';
import { explainPacket } from '../explain-packet.ts';
import { finding } from '../rules.ts';
import { AlinkWatch, wantsPayload } from './alink.ts';
import { connectRate, reconnectLoop } from './connects.ts';
import { packetIdentifiers } from './packet-identifiers.ts';
import { publishRates } from './publish-rates.ts';
import { type Broken, fine, type SessionRule, type WatchedPacket } from './session-rule.ts';
import { subscribing } from './subscribing.ts';

/** A finding at a packet. */
export interface Found {
  readonly row: number;
  readonly finding: Finding;
}

/**
 * Watches one session from its first packet on and tells what is wrong with it: what a single packet
 * shows and what only several of them do. Pure; the caller keeps the rows and the payloads.
 */
export class SessionWatch {
  private readonly target: DeviceTarget;
  private readonly rules: readonly SessionRule[];
  private readonly alink: AlinkWatch | null;

  constructor(target: DeviceTarget) {
    this.target = target;
    const platform = isPlatform(target);
    this.alink = platform ? new AlinkWatch() : null;
    this.rules = [
      packetIdentifiers(),
      reconnectLoop(platform),
      ...(platform ? [connectRate(), publishRates(), subscribing()] : []),
    ];
  }

  /** True for packets that `packet` wants the payload of. */
  wantsPayload(packet: WatchedPacket): boolean {
    return this.alink !== null && wantsPayload(packet);
  }

  /** Shows the next packet; answers its findings. */
  packet(row: number, packet: WatchedPacket, payload: string | null): Found[] {
    const broken = [
      ...this.rules.flatMap((rule) => rule(packet)),
      ...(this.alink?.packet(row, packet, payload) ?? fine),
    ];
    return [
      ...explainPacket(packet, { target: this.target }).map((one) => ({ row, finding: one })),
      ...broken.map((one) => this.found(row, one)),
    ];
  }

  /** Requests that should have been answered by `now` (microseconds) and were not. */
  overdue(now: number): Found[] {
    return (this.alink?.takeOverdue(now) ?? []).map(({ row, broken }) => this.found(row, broken));
  }

  /** The finding of a control packet whose acknowledgement is overdue. */
  unacknowledged(row: number, type: string): Found {
    return this.found(row, { rule: 'unanswered', values: { type } });
  }

  private found(row: number, { rule, values }: Broken): Found {
    return { row, finding: finding(rule, { ...targetValues(this.target), ...values }) };
  }
}
