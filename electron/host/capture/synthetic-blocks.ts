import type { Direction } from '../../../shared/contract/packets.ts';
import {
  FLAG_INBOUND,
  FLAG_OUTBOUND,
  PACKET_DATA_OFFSET,
  packetBlockLength,
  writePacketBlock,
} from './pcapng.ts';
import { type Handshake, HEADERS_BYTES, isSentStep, type SyntheticTcp } from './synthetic-tcp.ts';

/** Bytes of a block before the MQTT in it. */
export const SEGMENT_DATA_OFFSET = PACKET_DATA_OFFSET + HEADERS_BYTES;
/** Bytes of a block without data: a step of a handshake. */
export const HANDSHAKE_BLOCK_BYTES = segmentBlockLength(0);

/** Bytes of the block for a segment with `length` bytes of MQTT. */
export function segmentBlockLength(length: number): number {
  return packetBlockLength(HEADERS_BYTES + length);
}

/**
 * Writes a data segment with the bytes `start` to `end` as a block into `target` at `at`.
 *
 * @param time microseconds since the epoch
 */
export function writeSegmentBlock(
  target: Buffer,
  at: number,
  tcp: SyntheticTcp,
  sent: boolean,
  bytes: Buffer,
  start: number,
  end: number,
  time: number,
): void {
  tcp.writeSegment(target, at + PACKET_DATA_OFFSET, sent, end - start);
  bytes.copy(target, at + SEGMENT_DATA_OFFSET, start, end);
  writePacketBlock(target, at, HEADERS_BYTES + end - start, time, flagOf(sent));
}

/**
 * Writes a step of a handshake as a block into `target` at `at`.
 *
 * @param time microseconds since the epoch
 * @param closer the side that closes first; nothing to the steps that open
 */
export function writeHandshakeBlock(
  target: Buffer,
  at: number,
  tcp: SyntheticTcp,
  step: Handshake,
  time: number,
  closer: Direction = 'sent',
): void {
  tcp.writeHandshake(target, at + PACKET_DATA_OFFSET, step, closer);
  writePacketBlock(target, at, HEADERS_BYTES, time, flagOf(isSentStep(step, closer)));
}

const flagOf = (sent: boolean) => (sent ? FLAG_OUTBOUND : FLAG_INBOUND);
