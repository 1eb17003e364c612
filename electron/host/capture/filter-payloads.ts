import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { readVariableInteger } from '../../../shared/mqtt/decode/variable-integer.ts';
import { qosOf } from '../../../shared/mqtt/packet-types.ts';
import { type Capture, PACKETS_FILE } from './capture.ts';

/** How much of the file is read at once: some thousand packets. */
const WINDOW_BYTES = 1024 * 1024;

/**
 * The payloads of a capture's PUBLISH packets, read in large pieces because a search meets nearly
 * all of them in order. It has a file handle of its own, so that it can outlive the capture's.
 */
export class FilterPayloads {
  private readonly capture: Capture;
  private file: Promise<FileHandle> | null = null;
  private readonly buffer = Buffer.allocUnsafe(WINDOW_BYTES);
  /** File position of the buffer's first byte, and of the end of what was read. */
  private start = 0;
  private end = 0;
  /** Appended bytes known to be in the file, unless writing failed. */
  private flushed = 0;
  /** The one packet at hand that is not in the window. */
  private single: { readonly row: number; readonly bytes: Buffer } | null = null;

  constructor(capture: Capture) {
    this.capture = capture;
  }

  /** A PUBLISH's payload, valid until the next `load`; null where `load` is needed first. */
  of(row: number): Uint8Array | null {
    const packet = this.packet(row);
    return packet && payloadOf(packet, this.capture.log.level(row));
  }

  /** Makes a row's payload available, and those of many rows behind it. Rejects if it cannot be read. */
  async load(row: number): Promise<void> {
    const { capture } = this;
    const { index } = capture.log;
    const pieces = this.pieces(row);
    const start = pieces[0] ?? 0;
    const end = (pieces[pieces.length - 2] ?? 0) + (pieces[pieces.length - 1] ?? 0);
    this.single = null;
    if (end - start <= WINDOW_BYTES) {
      if (end > this.flushed) {
        const { bytes } = capture;
        await capture.flush();
        this.flushed = bytes;
      }
      await this.read(start);
      if (this.packet(row) !== null) return;
    }
    // Larger than the window, or not in the file because the disk is full.
    this.single = { row, bytes: await capture.log.read(row, index.size(row)) };
  }

  async close(): Promise<void> {
    const { file } = this;
    this.file = null;
    await (await file)?.close();
  }

  private async read(position: number): Promise<void> {
    this.file ??= open(join(this.capture.folder, PACKETS_FILE), 'r');
    this.end = this.start;
    const { bytesRead } = await (await this.file).read(this.buffer, 0, WINDOW_BYTES, position);
    this.start = position;
    this.end = position + bytesRead;
  }

  private packet(row: number): Uint8Array | null {
    if (this.single?.row === row) return this.single.bytes;
    const { index } = this.capture.log;
    if (!index.scattered(row)) return this.inWindow(index.offset(row), index.size(row));
    const pieces = this.pieces(row);
    const parts: Uint8Array[] = [];
    for (let at = 0; at < pieces.length; at += 2) {
      const part = this.inWindow(pieces[at] ?? 0, pieces[at + 1] ?? 0);
      if (part === null) return null;
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  private inWindow(position: number, length: number): Uint8Array | null {
    if (position < this.start || position + length > this.end) return null;
    return this.buffer.subarray(position - this.start, position - this.start + length);
  }

  /** Positions and lengths of a packet's pieces, flat. */
  private pieces(row: number): readonly number[] {
    const { index, pieces } = this.capture.log;
    return pieces.get(row) ?? [index.offset(row), index.size(row)];
  }
}

/** The application message of a PUBLISH (MQTT 3.1.1 §3.3.3); empty where the packet ends before it. */
export function payloadOf(packet: Uint8Array, level: number): Uint8Array {
  const length = readVariableInteger(packet, 1, packet.length);
  if (length.problem !== null) return packet.subarray(packet.length);
  const topic = (packet[length.end] ?? 0) * 256 + (packet[length.end + 1] ?? 0);
  let start = length.end + 2 + topic + (qosOf(packet[0] ?? 0) > 0 ? 2 : 0);
  if (level === 5) {
    const properties = readVariableInteger(packet, start, packet.length);
    if (properties.problem !== null) return packet.subarray(packet.length);
    start = properties.end + properties.value;
  }
  return packet.subarray(start);
}
