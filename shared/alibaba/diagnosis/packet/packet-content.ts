import type { DeviceTarget } from '../../../contract/devices.ts';
import type { ConnectFacts } from '../../../mqtt/connect-facts.ts';
import { packetTypeOf } from '../../../mqtt/packet-types.ts';
import { isPlatform } from '../codes.ts';
import type { PacketFacts } from '../explain-packet.ts';

/** What a diagnosis reads inside a packet, beside the fields of its row. */
export interface PacketContent {
  /** The message of a PUBLISH on a topic of the platform, as text. */
  readonly payload: string | null;
  /** Of a CONNECT. */
  readonly connect: ConnectFacts | null;
}

/** Of a packet whose fields say all that a diagnosis wants to know. */
export const noContent: PacketContent = { payload: null, connect: null };

/** The topic on which the platform says why it ends a connection (alibaba-iot §3). */
export const NOTIFY_TOPIC = '/ext/notify';
/** Topics that carry Alink (D-120329). */
export const ALINK_TOPIC = /^\/sys\/[^/]+\/[^/]+\/thing\//;

/** True for packets whose content the rules want to see. */
export function wantsContent({ header, topic }: PacketFacts, target: DeviceTarget): boolean {
  const type = packetTypeOf(header);
  if (type === 'CONNECT') return true;
  if (type !== 'PUBLISH' || topic === null || !isPlatform(target)) return false;
  return topic === NOTIFY_TOPIC || ALINK_TOPIC.test(topic);
}
