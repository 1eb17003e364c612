import { packetTypeNumbers } from '../../../../shared/mqtt/packet-types.ts';
import type { Capture } from '../capture.ts';
import { APPLICATION } from '../packet-log.ts';
import { fileHeader, withComment } from '../pcapng.ts';
import {
  HANDSHAKE_BLOCK_BYTES,
  segmentBlockLength,
  writeHandshakeBlock,
  writeSegmentBlock,
} from '../synthetic-blocks.ts';
import { OPENING, SEGMENT_BYTES_MAX, SyntheticTcp } from '../synthetic-tcp.ts';
import { PacketReader, type RecordedPacket } from './packet-reader.ts';

const { CONNECT } = packetTypeNumbers;

/**
 * Some packets of a capture as pcapng. They are written as if nothing else had been said: each
 * connection is opened anew before its first packet, and sequence numbers count only what is
 * written, so that Wireshark sees no lost segments and dissects every packet from its first byte. A
 * connection is not closed: when it ended is no packet that a filter could choose.
 *
 * Wireshark takes the version of MQTT from CONNECT, and 3.1.1 without one, which puts the properties
 * of MQTT 5 into the payload. A connection of MQTT 5 therefore gets its CONNECT though it was not
 * chosen.
 */
export class PcapngWriter {
  readonly head = fileHeader(APPLICATION);
  connects = 0;
  private readonly capture: Capture;
  private readonly reader: PacketReader;
  private readonly streams = new Map<number, SyntheticTcp>();
  /** Rows of CONNECT packets by connection, as far as was looked for them. */
  private readonly connectRows = new Map<number, number>();
  private searched = 0;

  constructor(capture: Capture) {
    this.capture = capture;
    this.reader = new PacketReader(capture);
  }

  async packet(row: number): Promise<Buffer> {
    const packet = await this.reader.read(row);
    const connection = this.capture.log.index.connection(row);
    const known = this.streams.get(connection);
    if (known !== undefined) return Buffer.concat(segments(known, packet));
    const tcp = new SyntheticTcp(connection);
    this.streams.set(connection, tcp);
    const connect = packet.level === 5 ? this.connectOf(connection, row) : row;
    const blocks = opening(tcp, this.capture.log.begun(row) ?? packet.row.time);
    if (connect !== row) {
      this.connects += 1;
      blocks.push(...segments(tcp, await this.reader.read(connect)));
    }
    return Buffer.concat([...blocks, ...segments(tcp, packet)]);
  }

  /** The row of the CONNECT before a packet of the same connection; its own without one. */
  private connectOf(connection: number, row: number): number {
    const { index } = this.capture.log;
    for (; this.searched <= row; this.searched += 1) {
      if (index.header(this.searched) >> 4 !== CONNECT || index.broken(this.searched)) continue;
      this.connectRows.set(index.connection(this.searched), this.searched);
    }
    return this.connectRows.get(connection) ?? row;
  }
}

function opening(tcp: SyntheticTcp, time: number): Buffer[] {
  return OPENING.map((step) => {
    const block = Buffer.alloc(HANDSHAKE_BLOCK_BYTES);
    writeHandshakeBlock(block, 0, tcp, step, time);
    return block;
  });
}

function segments(tcp: SyntheticTcp, { row, bytes, bookmark }: RecordedPacket): Buffer[] {
  const blocks: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += SEGMENT_BYTES_MAX) {
    const end = Math.min(start + SEGMENT_BYTES_MAX, bytes.length);
    const block = Buffer.alloc(segmentBlockLength(end - start));
    writeSegmentBlock(block, 0, tcp, row.direction === 'sent', bytes, start, end, row.time);
    blocks.push(end === bytes.length && bookmark !== null ? withComment(block, bookmark) : block);
  }
  return blocks;
}
