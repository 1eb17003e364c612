import type { DeviceTarget } from '../../../contract/devices.ts';
import type { Finding } from '../../../contract/packets.ts';
import type { PacketType } from '../../../mqtt/packet-types.ts';
import type { ThingModel } from '../../thing-model.ts';
import { isPlatform, targetValues } from '../codes.ts';
import { explainPacket } from '../explain-packet.ts';
import { noContent, type PacketContent } from '../packet/packet-content.ts';
import { type Broken, type FindingRule, finding } from '../rules.ts';
import { alinkIds, propertiesInModel } from './alink-requests.ts';
import { AwaitedAnswers } from './awaited-answers.ts';
import { connectRate, reconnectLoop } from './connects.ts';
import { missedKeepAlive } from './keep-alive.ts';
import { packetIdentifiers } from './packet-identifiers.ts';
import { publishRates } from './publish-rates.ts';
import { publishTopics } from './publish-topics.ts';
import { SentMessages, tenths } from './sent-messages.ts';
import type { SessionRule, WatchedPacket } from './session-rule.ts';
import { subscribing } from './subscribing.ts';

/** A finding at a packet. */
export interface Found {
  readonly row: number;
  readonly finding: Finding;
}

/** A control packet whose answer did not come while it could. */
export interface Unanswered {
  readonly row: number;
  readonly type: PacketType;
  /** When it was sent, in microseconds, and when its connection ended; null while that goes on. */
  readonly time: number;
  readonly ended: number | null;
  /** When it is asked, in microseconds. */
  readonly now: number;
  /** Microseconds that an answer may take. */
  readonly within: number;
}

/** The thing model of the device's product as it is now; null where none is known. */
export type AskThingModel = () => ThingModel | null;

function sessionRules(target: DeviceTarget, thingModel: AskThingModel): SessionRule[] {
  const anywhere = [packetIdentifiers(), missedKeepAlive(), reconnectLoop(isPlatform(target))];
  if (target.kind === 'broker') return anywhere;
  return [
    ...anywhere,
    connectRate(),
    publishRates(),
    publishTopics(target),
    subscribing(),
    alinkIds(),
    propertiesInModel(thingModel),
  ];
}

/**
 * Watches one session from its first packet on and tells what is wrong with it: what a single packet
 * shows and what only several of them do. Pure; the caller keeps the rows and the payloads.
 */
export class SessionWatch {
  private readonly target: DeviceTarget;
  private readonly rules: readonly SessionRule[];
  private readonly answers = new AwaitedAnswers();
  private readonly messages: SentMessages;

  constructor(target: DeviceTarget, thingModel: AskThingModel = () => null) {
    this.target = target;
    this.rules = sessionRules(target, thingModel);
    this.messages = new SentMessages(isPlatform(target));
  }

  /** Shows the next packet, with the content that `wantsContent` asks for; answers its findings. */
  packet(packet: WatchedPacket, content: PacketContent = noContent): Found[] {
    const { row } = packet;
    const isDropped = this.messages.packet(packet);
    if (isPlatform(this.target)) this.answers.packet(packet, content, isDropped);
    const found: Found[] = [];
    for (const one of explainPacket(packet, { target: this.target }, content)) {
      found.push({ row, finding: one });
    }
    for (const rule of this.rules) {
      for (const broken of rule(packet, content)) found.push(this.found(row, broken));
    }
    return found;
  }

  /** Requests that should have been answered by `now` (microseconds) and were not. */
  overdue(now: number): Found[] {
    return this.answers.takeOverdue(now).map(({ row, broken }) => this.found(row, broken));
  }

  /** The finding of a control packet without an answer, to be asked for once. */
  unanswered({ row, type, time, ended, now, within }: Unanswered): Found {
    const lasted = ended === null ? within : Math.min(ended - time, within);
    const { rule, values } = this.messages.take(row, { ended, now, within }) ?? {
      rule: this.unansweredRule(type),
      values: {},
    };
    return this.found(row, {
      rule,
      values: {
        type,
        number: row + 1,
        cut: lasted < within ? 1 : 0,
        seconds: tenths(lasted),
        ...values,
      },
    });
  }

  private unansweredRule(type: PacketType): FindingRule {
    const platform = isPlatform(this.target);
    switch (type) {
      case 'CONNECT':
        return platform ? 'no-connack-platform' : 'no-connack';
      case 'PINGREQ':
        return 'ping-unanswered';
      default:
        return 'unanswered';
    }
  }

  private found(row: number, { rule, values }: Broken): Found {
    return { row, finding: finding(rule, { ...targetValues(this.target), ...values }) };
  }
}
