/**
 * What the index keeps of a packet, read from its first bytes without making an object: the full
 * decoder is for the one packet that somebody looks at.
 */
export interface PacketFacts {
  /** 0 where the packet has none. */
  packetId: number;
  /** Topic name or client id as a range of the bytes; empty if none. */
  topicStart: number;
  topicEnd: number;
  /** Where the message of a PUBLISH begins; 0 for others. */
  payloadStart: number;
  /** Return or reason code, the highest one of a SUBACK or UNSUBACK; -1 where there is none. */
  code: number;
  /** MQTT 5 topic alias of a PUBLISH; 0 for none. */
  topicAlias: number;
  /** Protocol level announced by a CONNECT; 0 for others. */
  level: number;
  /** Keep alive announced by a CONNECT, in seconds; 0 for others. */
  keepAlive: number;
}

export function emptyFacts(): PacketFacts {
  return {
    packetId: 0,
    topicStart: 0,
    topicEnd: 0,
    payloadStart: 0,
    code: -1,
    topicAlias: 0,
    level: 0,
    keepAlive: 0,
  };
}

const CONNECT = 1;
const CONNACK = 2;
const PUBLISH = 3;
const SUBSCRIBE = 8;
const SUBACK = 9;
const UNSUBSCRIBE = 10;
const UNSUBACK = 11;
const DISCONNECT = 14;
const AUTH = 15;

const TOPIC_ALIAS_PROPERTY = 0x23;

const u16 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** A variable byte integer and where it ends, packed to spare an object: `end * 2**28 + value`. */
function variableInt(bytes: Uint8Array, at: number): number {
  let value = 0;
  let multiplier = 1;
  let end = at;
  for (let count = 0; count < 4; count += 1) {
    const byte = bytes[end] ?? 0;
    end += 1;
    value += (byte & 0x7f) * multiplier;
    multiplier *= 128;
    if ((byte & 0x80) === 0) break;
  }
  return end * 0x10000000 + value;
}

const intEnd = (packed: number): number => Math.floor(packed / 0x10000000);
const intValue = (packed: number): number => packed % 0x10000000;

/** Bytes of an MQTT 5 property's value by how its identifier encodes it (MQTT 5 §2.2.2.2). */
function propertyLength(bytes: Uint8Array, id: number, at: number): number {
  switch (id) {
    case 0x01:
    case 0x17:
    case 0x19:
    case 0x24:
    case 0x25:
    case 0x28:
    case 0x29:
    case 0x2a:
      return 1;
    case 0x13:
    case 0x21:
    case 0x22:
    case 0x23:
      return 2;
    case 0x02:
    case 0x11:
    case 0x18:
    case 0x27:
      return 4;
    case 0x0b:
      return intEnd(variableInt(bytes, at)) - at;
    case 0x26: {
      const name = 2 + u16(bytes, at);
      return name + 2 + u16(bytes, at + name);
    }
    default:
      return 2 + u16(bytes, at);
  }
}

function topicAliasIn(bytes: Uint8Array, from: number, packetEnd: number): number {
  const length = variableInt(bytes, from);
  let at = intEnd(length);
  const end = Math.min(at + intValue(length), packetEnd);
  while (at < end) {
    const id = bytes[at] ?? 0;
    if (id === TOPIC_ALIAS_PROPERTY) return u16(bytes, at + 1);
    at += 1 + propertyLength(bytes, id, at + 1);
  }
  return 0;
}

/**
 * Reads the packet at `start` to `end` of `bytes` (or its first part if it is long) into `facts`. What
 * a truncated or malformed packet does not have stays at its empty value; it never throws.
 *
 * @param level protocol level of the connection: 3, 4 or 5
 */
export function readFacts(
  bytes: Uint8Array,
  start: number,
  end: number,
  level: number,
  facts: PacketFacts,
): void {
  facts.packetId = 0;
  facts.topicStart = 0;
  facts.topicEnd = 0;
  facts.payloadStart = 0;
  facts.code = -1;
  facts.topicAlias = 0;
  facts.level = 0;
  facts.keepAlive = 0;
  const header = bytes[start] ?? 0;
  const type = header >> 4;
  const body = intEnd(variableInt(bytes, start + 1));

  switch (type) {
    case CONNECT: {
      const nameEnd = body + 2 + u16(bytes, body);
      facts.level = (bytes[nameEnd] ?? 0) & 0x7f;
      facts.keepAlive = u16(bytes, nameEnd + 2);
      let at = nameEnd + 4;
      if (facts.level === 5) {
        const properties = variableInt(bytes, at);
        at = intEnd(properties) + intValue(properties);
      }
      setTopic(bytes, at, end, facts);
      return;
    }
    case CONNACK:
      if (body + 2 <= end) facts.code = bytes[body + 1] ?? 0;
      return;
    case PUBLISH: {
      setTopic(bytes, body, end, facts);
      let at = body + 2 + u16(bytes, body);
      if ((header & 0x06) !== 0) {
        facts.packetId = u16(bytes, at);
        at += 2;
      }
      if (level === 5) {
        facts.topicAlias = topicAliasIn(bytes, at, end);
        const properties = variableInt(bytes, at);
        at = intEnd(properties) + intValue(properties);
      }
      facts.payloadStart = at;
      return;
    }
    case SUBSCRIBE:
    case UNSUBSCRIBE:
      facts.packetId = u16(bytes, body);
      return;
    case SUBACK:
    case UNSUBACK: {
      facts.packetId = u16(bytes, body);
      let at = body + 2;
      if (level === 5) {
        const properties = variableInt(bytes, at);
        at = intEnd(properties) + intValue(properties);
      }
      for (; at < end; at += 1) facts.code = Math.max(facts.code, bytes[at] ?? 0);
      return;
    }
    case DISCONNECT:
    case AUTH:
      if (level === 5) facts.code = body + 1 <= end ? (bytes[body] ?? 0) : 0;
      return;
    case 4:
    case 5:
    case 6:
    case 7:
      facts.packetId = u16(bytes, body);
      if (level === 5) facts.code = body + 3 <= end ? (bytes[body + 2] ?? 0) : 0;
      return;
    default:
  }
}

function setTopic(bytes: Uint8Array, at: number, end: number, facts: PacketFacts): void {
  if (at + 2 > end) return;
  facts.topicStart = at + 2;
  facts.topicEnd = Math.min(at + 2 + u16(bytes, at), end);
}

/**
 * The topic filters of a SUBSCRIBE or UNSUBSCRIBE as one line, in order, joined by ", ". What is cut
 * off is left out.
 */
export function filtersOf(
  bytes: Uint8Array,
  level: number,
  decode: (range: Uint8Array) => string,
): string {
  const type = (bytes[0] ?? 0) >> 4;
  let at = intEnd(variableInt(bytes, 1)) + 2;
  if (level === 5) {
    const properties = variableInt(bytes, at);
    at = intEnd(properties) + intValue(properties);
  }
  const filters: string[] = [];
  while (at + 2 <= bytes.length) {
    const end = at + 2 + u16(bytes, at);
    if (end > bytes.length) break;
    filters.push(decode(bytes.subarray(at + 2, end)));
    at = type === SUBSCRIBE ? end + 1 : end;
  }
  return filters.join(', ');
}

/**
 * Where the password of a CONNECT lies, or null if it has none or is cut off. The log masks this
 * range before it writes anything (same length, so that the framing holds).
 */
export function passwordRange(bytes: Uint8Array): { start: number; end: number } | null {
  if ((bytes[0] ?? 0) >> 4 !== CONNECT) return null;
  let at = intEnd(variableInt(bytes, 1));
  at += 2 + u16(bytes, at);
  const level = (bytes[at] ?? 0) & 0x7f;
  const flags = bytes[at + 1] ?? 0;
  at += 4;
  const skipProperties = () => {
    if (level !== 5) return;
    const properties = variableInt(bytes, at);
    at = intEnd(properties) + intValue(properties);
  };
  skipProperties();
  at += 2 + u16(bytes, at);
  if ((flags & 0x04) !== 0) {
    skipProperties();
    at += 2 + u16(bytes, at);
    at += 2 + u16(bytes, at);
  }
  if ((flags & 0x80) !== 0) at += 2 + u16(bytes, at);
  if ((flags & 0x40) === 0) return null;
  const end = at + 2 + u16(bytes, at);
  return end <= bytes.length ? { start: at + 2, end } : null;
}
