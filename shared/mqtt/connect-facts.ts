import { packetTypeOf } from './packet-types.ts';
import { decodeUtf8 } from './utf8.ts';

/** What a CONNECT says about its session, without its password. */
export interface ConnectFacts {
  readonly clientId: string;
  /** Empty where it has none. */
  readonly userName: string;
  /** Seconds; 0 is off. */
  readonly keepAlive: number;
  readonly hasWill: boolean;
}

const WILL = 0x04;
const USER_NAME = 0x80;

/** Walks over the length-prefixed fields of a packet; behind its end everything is empty. */
class Walk {
  at: number;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    this.at += 1;
    return this.bytes[this.at - 1] ?? 0;
  }

  u16(): number {
    return this.byte() * 256 + this.byte();
  }

  variableInteger(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value;
  }

  text(): string {
    const length = this.u16();
    const start = Math.min(this.at, this.bytes.length);
    this.at = start + length;
    return decodeUtf8(this.bytes, start, Math.min(this.at, this.bytes.length));
  }
}

/** Reads a CONNECT of any version (MQTT 3.1.1 §3.1, MQTT 5.0 §3.1); null for another packet. */
export function connectFacts(bytes: Uint8Array): ConnectFacts | null {
  if (packetTypeOf(bytes[0] ?? 0) !== 'CONNECT') return null;
  const walk = new Walk(bytes, 1);
  walk.variableInteger();
  walk.text();
  const level = walk.byte() & 0x7f;
  const flags = walk.byte();
  const keepAlive = walk.u16();
  const skipProperties = () => {
    if (level !== 5) return;
    const length = walk.variableInteger();
    walk.at += length;
  };
  skipProperties();
  const clientId = walk.text();
  const hasWill = (flags & WILL) !== 0;
  if (hasWill) {
    skipProperties();
    walk.text();
    walk.text();
  }
  return { clientId, userName: (flags & USER_NAME) === 0 ? '' : walk.text(), keepAlive, hasWill };
}

/** What a CONNACK answers. */
export interface ConnackFacts {
  readonly sessionPresent: boolean;
  /** Return code, or reason code of MQTT 5; 0 accepts. */
  readonly code: number;
}

/** Reads a CONNACK of any version (MQTT 3.1.1 §3.2, MQTT 5.0 §3.2); null for another packet. */
export function connackFacts(bytes: Uint8Array): ConnackFacts | null {
  if (packetTypeOf(bytes[0] ?? 0) !== 'CONNACK') return null;
  const walk = new Walk(bytes, 1);
  walk.variableInteger();
  return { sessionPresent: (walk.byte() & 1) === 1, code: walk.byte() };
}
