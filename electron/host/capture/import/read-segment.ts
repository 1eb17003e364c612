/** A TCP segment with where it came from and goes to. */
export interface Segment {
  readonly source: Address;
  readonly target: Address;
  readonly sequence: number;
  readonly acknowledged: number;
  readonly syn: boolean;
  readonly ack: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  /** The bytes the file holds; valid until the next frame is read. */
  readonly payload: Buffer;
}

export interface Address {
  /** 4 or 16 bytes as Latin-1, a key rather than a text. */
  readonly host: string;
  readonly port: number;
}

const TCP = 6;
/** IPv6 extension headers that stand before TCP: hop by hop, routing, destination, authentication. */
const EXTENSIONS = [0, 43, 60, 51];
const IPV6_FRAGMENT = 44;
const AUTHENTICATION = 51;

type NoSegment = 'other' | 'fragment' | 'unreadable';

/** Reads an IPv4 or IPv6 packet; what is no whole TCP segment is answered with what it is. */
export function readSegment(packet: Buffer): Segment | NoSegment {
  return (packet[0] ?? 0) >> 4 === 4 ? readIpv4(packet) : readIpv6(packet);
}

function readIpv4(packet: Buffer): Segment | NoSegment {
  if (packet.length < 20) return 'unreadable';
  const header = ((packet[0] ?? 0) & 0x0f) * 4;
  if (header < 20 || header > packet.length) return 'unreadable';
  // More fragments, or an offset: RFC 791 §3.1.
  if ((packet.readUInt16BE(6) & 0x3fff) !== 0) return 'fragment';
  if (packet[9] !== TCP) return 'other';
  // A length of 0 is what a card that segments by itself leaves behind.
  const total = packet.readUInt16BE(2) || packet.length;
  return readTcp(
    packet.subarray(header, Math.min(total, packet.length)),
    packet.toString('latin1', 12, 16),
    packet.toString('latin1', 16, 20),
  );
}

function readIpv6(packet: Buffer): Segment | NoSegment {
  if (packet.length < 40) return 'unreadable';
  const end = packet.readUInt16BE(4) === 0 ? packet.length : 40 + packet.readUInt16BE(4);
  const body = packet.subarray(0, Math.min(end, packet.length));
  let next = body[6] ?? 0;
  let at = 40;
  while (next !== TCP) {
    if (at + 8 > body.length) return next === IPV6_FRAGMENT ? 'fragment' : 'other';
    if (next === IPV6_FRAGMENT) {
      // Offset and the mark that more follow: RFC 8200 §4.5; a fragment of everything is none.
      if ((body.readUInt16BE(at + 2) & 0xfff9) !== 0) return 'fragment';
      next = body[at] ?? 0;
      at += 8;
    } else if (EXTENSIONS.includes(next)) {
      const units = body[at + 1] ?? 0;
      const length = next === AUTHENTICATION ? (units + 2) * 4 : (units + 1) * 8;
      next = body[at] ?? 0;
      at += length;
    } else return 'other';
  }
  return readTcp(
    body.subarray(at),
    packet.toString('latin1', 8, 24),
    packet.toString('latin1', 24, 40),
  );
}

function readTcp(tcp: Buffer, source: string, target: string): Segment | 'unreadable' {
  if (tcp.length < 20) return 'unreadable';
  const header = ((tcp[12] ?? 0) >> 4) * 4;
  if (header < 20 || header > tcp.length) return 'unreadable';
  const flags = tcp[13] ?? 0;
  return {
    source: { host: source, port: tcp.readUInt16BE(0) },
    target: { host: target, port: tcp.readUInt16BE(2) },
    sequence: tcp.readUInt32BE(4),
    acknowledged: tcp.readUInt32BE(8),
    fin: (flags & 0x01) !== 0,
    syn: (flags & 0x02) !== 0,
    rst: (flags & 0x04) !== 0,
    ack: (flags & 0x10) !== 0,
    payload: tcp.subarray(header),
  };
}

/** An address as people write it: `10.0.0.1:1883`, `[fe80:0:0:0:0:0:0:1]:1883`. */
export function addressText(address: Address): string {
  const host = hostText(address);
  return `${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

/** An IP address as people write it. */
export function hostText({ host }: Address): string {
  const bytes = Buffer.from(host, 'latin1');
  if (bytes.length === 4) return [...bytes].join('.');
  return Array.from({ length: 8 }, (_, at) => bytes.readUInt16BE(at * 2).toString(16)).join(':');
}
