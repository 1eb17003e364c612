/** Capture files as other programs write them, made byte by byte. */

export interface TestFrame {
  readonly data: Buffer;
  /** Microseconds since the epoch. */
  readonly time: number;
  readonly linkType?: number;
  /** Bytes the frame had on the wire, where the file holds fewer. */
  readonly original?: number;
  readonly comment?: string;
}

export interface End {
  readonly host: readonly number[];
  readonly port: number;
}
export const CLIENT: End = { host: [192, 168, 1, 9], port: 50_123 };
export const SERVER: End = { host: [10, 1, 1, 2], port: 1883 };
const group = (last: number) => [0x20, 1, 0xd, 0xb8, ...Array<number>(11).fill(0), last];
export const CLIENT6: End = { host: group(9), port: 50_123 };
export const SERVER6: End = { host: group(2), port: 1883 };

export const FIN = 0x01;
export const SYN = 0x02;
export const RST = 0x04;
export const ACK = 0x10;

export interface TcpFields {
  readonly from: End;
  readonly to: End;
  readonly sequence: number;
  readonly acknowledged?: number;
  readonly flags?: number;
  readonly payload?: Uint8Array;
}

/** An IPv4 or IPv6 packet around a TCP segment with options. */
export function ipPacket({
  from,
  to,
  sequence,
  acknowledged = 0,
  flags = ACK,
  payload,
}: TcpFields) {
  const data = payload ?? Buffer.alloc(0);
  const tcp = Buffer.alloc(24);
  tcp.writeUInt16BE(from.port, 0);
  tcp.writeUInt16BE(to.port, 2);
  tcp.writeUInt32BE(sequence >>> 0, 4);
  tcp.writeUInt32BE(acknowledged >>> 0, 8);
  tcp[12] = 0x60;
  tcp[13] = flags;
  const v6 = from.host.length === 16;
  const ip = Buffer.alloc(v6 ? 40 : 20);
  ip[0] = v6 ? 0x60 : 0x45;
  ip.writeUInt16BE(v6 ? tcp.length + data.length : 20 + tcp.length + data.length, v6 ? 4 : 2);
  ip[v6 ? 6 : 9] = 6;
  ip.set(from.host, v6 ? 8 : 12);
  ip.set(to.host, v6 ? 24 : 16);
  return Buffer.concat([ip, tcp, data]);
}

const u16 = (...values: number[]) =>
  Buffer.from(values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]));
const etherType = (ip: Buffer) => ((ip[0] ?? 0) >> 4 === 6 ? 0x86dd : 0x0800);

/** An IP packet in a frame of each link type. */
export const links: Readonly<Record<string, { type: number; wrap: (ip: Buffer) => Buffer }>> = {
  Ethernet: {
    type: 1,
    // Short frames are padded to 60 bytes.
    wrap: (ip) => Buffer.concat([Buffer.alloc(12), u16(etherType(ip)), ip, Buffer.alloc(6)]),
  },
  'Ethernet with a VLAN tag': {
    type: 1,
    wrap: (ip) => Buffer.concat([Buffer.alloc(12), u16(0x8100, 7, etherType(ip)), ip]),
  },
  'Ethernet with two VLAN tags': {
    type: 1,
    wrap: (ip) => Buffer.concat([Buffer.alloc(12), u16(0x88a8, 7, 0x8100, 8, etherType(ip)), ip]),
  },
  'Linux cooked': {
    type: 113,
    wrap: (ip) => Buffer.concat([Buffer.alloc(14), u16(etherType(ip)), ip]),
  },
  'Linux cooked v2': {
    type: 276,
    wrap: (ip) => Buffer.concat([u16(etherType(ip)), Buffer.alloc(18), ip]),
  },
  'raw IP': { type: 101, wrap: (ip) => ip },
  'BSD loopback': { type: 0, wrap: (ip) => Buffer.concat([Buffer.from([2, 0, 0, 0]), ip]) },
  'OpenBSD loopback': { type: 108, wrap: (ip) => Buffer.concat([Buffer.from([0, 0, 0, 2]), ip]) },
};

export interface PcapFormat {
  readonly big?: boolean;
  readonly nanoseconds?: boolean;
}

function u32Writer(big: boolean) {
  return (...values: number[]) => {
    const bytes = Buffer.alloc(values.length * 4);
    values.forEach((value, at) => {
      if (big) bytes.writeUInt32BE(value, at * 4);
      else bytes.writeUInt32LE(value, at * 4);
    });
    return bytes;
  };
}

export function pcapFile(frames: readonly TestFrame[], format: PcapFormat = {}): Buffer {
  const { big = false, nanoseconds = false } = format;
  const u32 = u32Writer(big);
  const head = u32(nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4, 0, 0, 0, 65_535);
  const records = frames.flatMap(({ data, time, original = data.length }) => [
    u32(Math.floor(time / 1e6), (time % 1e6) * (nanoseconds ? 1000 : 1), data.length, original),
    data,
  ]);
  return Buffer.concat([head, u32(frames[0]?.linkType ?? 101), ...records]);
}

export interface PcapngFormat {
  readonly big?: boolean;
  /** `if_tsresol`; 6 is microseconds. */
  readonly resolution?: number;
  readonly block?: 'enhanced' | 'old' | 'simple';
}

/** One section; frames of different link types come from different interfaces. */
export function pcapngSection(frames: readonly TestFrame[], format: PcapngFormat = {}): Buffer {
  const { big = false, resolution = 6, block = 'enhanced' } = format;
  const u32 = u32Writer(big);
  const half = (one: number, two: number) =>
    big ? u32(one * 0x10000 + two) : u32(two * 0x10000 + one);
  const padded = (bytes: Buffer) => Buffer.alloc(-bytes.length & 3);
  const wrap = (type: number, ...body: Buffer[]) => {
    const content = Buffer.concat(body);
    const padding = padded(content);
    const length = 12 + content.length + padding.length;
    return Buffer.concat([u32(type, length), content, padding, u32(length)]);
  };
  const commentOption = (comment: string) => {
    const text = Buffer.from(comment);
    return [half(1, text.length), text, padded(text), u32(0)];
  };
  const linkTypes = [...new Set(frames.map(({ linkType = 101 }) => linkType))];
  const interfaces = linkTypes.map((type) =>
    // A name, as options that are skipped, before the resolution.
    wrap(
      1,
      half(type, 0),
      u32(0),
      half(2, 3),
      Buffer.from('eth\0'),
      half(9, 1),
      Buffer.from([resolution, 0, 0, 0]),
      u32(0),
    ),
  );
  const blocks = frames.map(({ data, time, linkType = 101, original = data.length, comment }) => {
    if (block === 'simple') return wrap(3, u32(original), data);
    const number = linkTypes.indexOf(linkType);
    const ticks = BigInt(time) * 10n ** BigInt(resolution - 6);
    const stamp = u32(Number(ticks >> 32n), Number(ticks & 0xffffffffn));
    const first = block === 'old' ? half(number, 0) : u32(number);
    const options = comment === undefined ? [] : [padded(data), ...commentOption(comment)];
    return wrap(
      block === 'old' ? 2 : 6,
      ...[first, stamp, u32(data.length, original), data, ...options],
    );
  });
  const unknown = wrap(0xbad, Buffer.from('a block of somebody else'));
  const section = wrap(0x0a0d0d0a, u32(0x1a2b3c4d), half(1, 0), u32(0xffffffff, 0xffffffff));
  return Buffer.concat([section, ...interfaces, unknown, ...blocks]);
}
