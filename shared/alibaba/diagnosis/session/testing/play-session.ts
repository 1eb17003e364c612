import type { DeviceTarget } from '../../../../contract/devices.ts';
import type { ConnectFacts } from '../../../../mqtt/connect-facts.ts';
import type { PacketType } from '../../../../mqtt/packet-types.ts';
import { DialogueTracker } from '../../../../session/dialogue.ts';
import { ANSWER_OVERDUE_US } from '../../../../session/exchange.ts';
import { wantsContent } from '../../packet/packet-content.ts';
import type { WatchedPacket } from '../session-rule.ts';
import { type AskThingModel, SessionWatch, type Unanswered } from '../watch-session.ts';

export const SECOND = 1_000_000;
const OWN = '/a1B2c3D4e5F/lamp-01';
export const T = `/sys${OWN}/thing`;
export const POST = `${T}/event/property/post`;

/** A device of the local platform. */
export const lamp: DeviceTarget = {
  kind: 'local',
  productKey: 'a1B2c3D4e5F',
  deviceName: 'lamp-01',
  signMethod: 'hmacsha256',
  clientId: '',
  keepAlive: 60,
  cleanSession: false,
};

/** A client of a broker that is not Alibaba's. */
export const broker: DeviceTarget = {
  kind: 'broker',
  name: 'lab',
  host: 'localhost',
  port: 1883,
  transport: 'tcp',
  keepAlive: 60,
  cleanSession: true,
  rootCertificate: null,
  mqttVersion: '3.1.1',
  clientId: 'c',
  username: '',
};

const headers = {
  CONNECT: 0x10,
  CONNACK: 0x20,
  PUBLISH0: 0x30,
  PUBLISH1: 0x32,
  PUBACK: 0x40,
  SUBSCRIBE: 0x82,
  SUBACK: 0x90,
  UNSUBSCRIBE: 0xa2,
  UNSUBACK: 0xb0,
  PINGREQ: 0xc0,
  PINGRESP: 0xd0,
  DISCONNECT: 0xe0,
} as const;

const goodConnect: ConnectFacts = {
  clientId: 'a1B2c3D4e5F.lamp-01|securemode=3,signmethod=hmacsha256|',
  userName: 'lamp-01&a1B2c3D4e5F',
  keepAlive: 60,
  hasWill: false,
};

type Step = Partial<WatchedPacket> & {
  readonly payload?: string;
  readonly connect?: Partial<ConnectFacts>;
};

/**
 * Plays packets through a watch, half a second apart unless they say when (microseconds), the
 * messages paired as a capture pairs them; collects the rules that were broken.
 */
export function playSession(target: DeviceTarget = lamp, thingModel?: AskThingModel) {
  const session = new SessionWatch(target, thingModel);
  const dialogue = new DialogueTracker();
  const topics: string[] = [];
  let row = -1;
  let time = 0;
  const rules: string[] = [];
  const findings: ReturnType<SessionWatch['packet']> = [];
  const take = (found: ReturnType<SessionWatch['packet']>) => {
    findings.push(...found);
    rules.push(...found.map(({ finding }) => finding.rule));
  };

  function relatedTo(sent: boolean, topic: string | null | undefined, payload: string) {
    if (topic == null) return null;
    if (!topics.includes(topic)) topics.push(topic);
    const role = dialogue.roleOf(topics.indexOf(topic), topic);
    const request = dialogue.add(row, sent, role, payload);
    return request < 0 ? null : request;
  }

  function play(arrow: '>' | '<', type: keyof typeof headers, step: Step = {}): void {
    time = step.time ?? time + SECOND / 2;
    row += 1;
    const { payload = null, connect, ...facts } = step;
    const isPublish = type === 'PUBLISH0' || type === 'PUBLISH1';
    const packet: WatchedPacket = {
      header: headers[type],
      direction: arrow === '>' ? 'sent' : 'received',
      topic: null,
      code: null,
      size: 100,
      packetId: null,
      peer: null,
      connection: 0,
      related: isPublish ? relatedTo(arrow === '>', step.topic, payload ?? '') : null,
      ...facts,
      time,
      row,
    };
    const content = {
      payload,
      connect: type === 'CONNECT' ? { ...goodConnect, ...connect } : null,
    };
    take(session.packet(packet, wantsContent(packet, target) ? content : undefined));
  }

  return {
    play,
    rules,
    findings,
    /** Looks at what is overdue so many microseconds after the last packet. */
    overdue: (after: number) => take(session.overdue(time + after)),
    /** Tells of a packet, the last one unless said otherwise, whose answer did not come. */
    unanswered: (type: PacketType, of: Partial<Unanswered> = {}) =>
      take([
        session.unanswered({
          ...{ row, type, time, ended: null, within: ANSWER_OVERDUE_US },
          now: time + ANSWER_OVERDUE_US,
          ...of,
        }),
      ]),
  };
}
