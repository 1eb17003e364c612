import { type PacketType, type ProtocolLevel, packetTypeOf } from './packet-types.ts';

/** CONNACK return codes of 3.1 and 3.1.1 (MQTT 3.1.1 §3.2.2.3); the index is the code. */
const connackReturnCodes = [
  'Connection accepted',
  'Connection refused: unacceptable protocol version',
  'Connection refused: identifier rejected',
  'Connection refused: server unavailable',
  'Connection refused: bad user name or password',
  'Connection refused: not authorized',
] as const;

/** SUBACK return codes of 3.1.1 (§3.9.3). */
const subackReturnCodes: ReadonlyMap<number, string> = new Map([
  [0x00, 'Success: maximum QoS 0'],
  [0x01, 'Success: maximum QoS 1'],
  [0x02, 'Success: maximum QoS 2'],
  [0x80, 'Failure'],
]);

const errorsEverywhere = [
  'CONNACK',
  'PUBACK',
  'PUBREC',
  'SUBACK',
  'UNSUBACK',
  'DISCONNECT',
] as const;

/** MQTT 5.0 §2.4, table 2-6: code, name, and the packets that may carry it. */
const reasonCodes: readonly (readonly [number, string, readonly PacketType[]])[] = [
  [0x00, 'Success', ['CONNACK', 'PUBACK', 'PUBREC', 'PUBREL', 'PUBCOMP', 'UNSUBACK', 'AUTH']],
  [0x00, 'Normal disconnection', ['DISCONNECT']],
  [0x00, 'Granted QoS 0', ['SUBACK']],
  [0x01, 'Granted QoS 1', ['SUBACK']],
  [0x02, 'Granted QoS 2', ['SUBACK']],
  [0x04, 'Disconnect with Will Message', ['DISCONNECT']],
  [0x10, 'No matching subscribers', ['PUBACK', 'PUBREC']],
  [0x11, 'No subscription existed', ['UNSUBACK']],
  [0x18, 'Continue authentication', ['AUTH']],
  [0x19, 'Re-authenticate', ['AUTH']],
  [0x80, 'Unspecified error', errorsEverywhere],
  [0x81, 'Malformed Packet', ['CONNACK', 'DISCONNECT']],
  [0x82, 'Protocol Error', ['CONNACK', 'DISCONNECT']],
  [0x83, 'Implementation specific error', errorsEverywhere],
  [0x84, 'Unsupported Protocol Version', ['CONNACK']],
  [0x85, 'Client Identifier not valid', ['CONNACK']],
  [0x86, 'Bad User Name or Password', ['CONNACK']],
  [0x87, 'Not authorized', errorsEverywhere],
  [0x88, 'Server unavailable', ['CONNACK']],
  [0x89, 'Server busy', ['CONNACK', 'DISCONNECT']],
  [0x8a, 'Banned', ['CONNACK']],
  [0x8b, 'Server shutting down', ['DISCONNECT']],
  [0x8c, 'Bad authentication method', ['CONNACK', 'DISCONNECT']],
  [0x8d, 'Keep Alive timeout', ['DISCONNECT']],
  [0x8e, 'Session taken over', ['DISCONNECT']],
  [0x8f, 'Topic Filter invalid', ['SUBACK', 'UNSUBACK', 'DISCONNECT']],
  [0x90, 'Topic Name invalid', ['CONNACK', 'PUBACK', 'PUBREC', 'DISCONNECT']],
  [0x91, 'Packet Identifier in use', ['PUBACK', 'PUBREC', 'SUBACK', 'UNSUBACK']],
  [0x92, 'Packet Identifier not found', ['PUBREL', 'PUBCOMP']],
  [0x93, 'Receive Maximum exceeded', ['DISCONNECT']],
  [0x94, 'Topic Alias invalid', ['DISCONNECT']],
  [0x95, 'Packet too large', ['CONNACK', 'DISCONNECT']],
  [0x96, 'Message rate too high', ['DISCONNECT']],
  [0x97, 'Quota exceeded', ['CONNACK', 'PUBACK', 'PUBREC', 'SUBACK', 'DISCONNECT']],
  [0x98, 'Administrative action', ['DISCONNECT']],
  [0x99, 'Payload format invalid', ['CONNACK', 'PUBACK', 'PUBREC', 'DISCONNECT']],
  [0x9a, 'Retain not supported', ['CONNACK', 'DISCONNECT']],
  [0x9b, 'QoS not supported', ['CONNACK', 'DISCONNECT']],
  [0x9c, 'Use another server', ['CONNACK', 'DISCONNECT']],
  [0x9d, 'Server moved', ['CONNACK', 'DISCONNECT']],
  [0x9e, 'Shared Subscriptions not supported', ['SUBACK', 'DISCONNECT']],
  [0x9f, 'Connection rate exceeded', ['CONNACK', 'DISCONNECT']],
  [0xa0, 'Maximum connect time', ['DISCONNECT']],
  [0xa1, 'Subscription Identifiers not supported', ['SUBACK', 'DISCONNECT']],
  [0xa2, 'Wildcard Subscriptions not supported', ['SUBACK', 'DISCONNECT']],
];

/**
 * The name of a CONNACK's return code (3.1, 3.1.1) or reason code (5.0); null for a code that the
 * version does not define.
 */
export function connackCodeName(code: number, level: ProtocolLevel): string | null {
  return level === 5 ? reasonCodeName('CONNACK', code, 5) : (connackReturnCodes[code] ?? null);
}

/**
 * The name of the return or reason code that a packet of this type carries; null for a code that
 * the version does not define for it (before 5.0 only CONNACK and SUBACK carry codes).
 */
export function reasonCodeName(
  type: PacketType,
  code: number,
  level: ProtocolLevel,
): string | null {
  if (level === 5) {
    const entry = reasonCodes.find(([value, , types]) => value === code && types.includes(type));
    return entry?.[1] ?? null;
  }
  if (type === 'CONNACK') return connackCodeName(code, level);
  if (type === 'SUBACK') return subackReturnCodes.get(code) ?? null;
  return null;
}

/** Whether a code says no: 0x80 and above (MQTT 5.0 §2.4), and any but 0 in a CONNACK before 5.0. */
export function isFailure(type: PacketType, code: number, level: ProtocolLevel): boolean {
  return type === 'CONNACK' && level !== 5 ? code !== 0 : code >= 0x80;
}

/**
 * Whether a packet says no, where its version is not known and need not be: CONNACK says no with any
 * code but 0 in every version, the others with 128 and above.
 *
 * @param header the packet's first byte
 * @param code return or reason code, the worst of several; negative where the packet has none
 */
export function isRefusal(header: number, code: number): boolean {
  return code > 0 && isFailure(packetTypeOf(header), code, 4);
}
