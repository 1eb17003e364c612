import { open } from 'node:fs/promises';
import { HostError } from '../../../../shared/contract/result.ts';
import type { ImportReport } from '../../../../shared/contract/transfers.ts';
import { Capture } from '../capture.ts';
import type { CaptureFile } from '../session-file.ts';
import { CaptureWriter } from './capture-writer.ts';
import { Connections } from './connections.ts';
import type { Frame } from './frame.ts';
import { ipPacketOf } from './link-layer.ts';
import { isPcap, readPcap } from './read-pcap.ts';
import { isPcapng, readPcapng } from './read-pcapng.ts';
import { readSegment } from './read-segment.ts';
import { type Counts, emptyCounts } from './report.ts';
import { SequentialReader } from './sequential-reader.ts';

/** Milliseconds of work after which others get their turn. */
const TURN_MS = 10;

export interface ImportOptions {
  /** The file to read, and what the user calls it. */
  readonly path: string;
  readonly label: string;
  /** TCP ports on which MQTT is looked for. */
  readonly ports: readonly number[];
  /** An empty folder for the capture. */
  readonly folder: string;
  readonly signal: AbortSignal;
  progress(done: number, total: number): void;
}

export interface Imported {
  readonly about: CaptureFile;
  readonly report: ImportReport;
}

/**
 * Makes a finished capture of the MQTT packets in a pcapng or pcap file, with their times.
 *
 * @throws HostError `unreadable-file` when it is no capture file or holds no MQTT, `storage-failed`
 * when the capture cannot be written; an AbortError when the signal says so
 */
export async function importCapture(options: ImportOptions): Promise<Imported> {
  const { path, folder, label, ports } = options;
  const source = await open(path, 'r');
  try {
    const reader = new SequentialReader(source, (await source.stat()).size);
    const frames = await framesOf(reader);
    const counts = emptyCounts();
    const capture = await Capture.create('', folder, newDescription(label));
    try {
      const writer = new CaptureWriter(capture, counts);
      const connections = new Connections(new Set(ports), writer, counts);
      await readFrames(frames, connections, writer, counts, reader, options);
      connections.end();
      writer.noteStates();
      await writer.settle();
      counts.cut = reader.size - reader.position;
      if (counts.packets === 0) throw noMqtt(counts, ports);
      await capture.describe({ ...capture.about, ...writer.description });
    } finally {
      await capture.close();
    }
    if (capture.failure !== null) throw new HostError('storage-failed', capture.failure.message);
    return { about: capture.about, report: counts };
  } finally {
    await source.close();
  }
}

async function framesOf(reader: SequentialReader): Promise<AsyncGenerator<Frame>> {
  const magic = await reader.peek(4);
  if (magic !== null && isPcapng(magic)) return readPcapng(reader);
  if (magic !== null && isPcap(magic)) return readPcap(reader);
  throw new HostError('unreadable-file', 'neither a pcapng nor a pcap file');
}

async function readFrames(
  frames: AsyncGenerator<Frame>,
  connections: Connections,
  writer: CaptureWriter,
  counts: Counts,
  reader: SequentialReader,
  { signal, progress }: ImportOptions,
): Promise<void> {
  let turnBegan = Date.now();
  for await (const frame of frames) {
    const { packets } = counts;
    countFrame(frame, connections, counts);
    if (frame.comment !== undefined) writer.comment(packets, frame.comment);
    if (writer.isAhead) await writer.settle();
    if (Date.now() - turnBegan < TURN_MS) continue;
    signal.throwIfAborted();
    progress(reader.position, reader.size);
    await new Promise<void>((turn) => setImmediate(turn));
    turnBegan = Date.now();
  }
}

function countFrame(frame: Frame, connections: Connections, counts: Counts): void {
  counts.frames += 1;
  if (frame.truncated) counts.truncatedFrames += 1;
  const packet = ipPacketOf(frame.linkType, frame.data);
  const segment = typeof packet === 'string' ? packet : readSegment(packet);
  if (segment === 'unreadable') counts.unreadableFrames += 1;
  else if (segment === 'fragment') counts.fragments += 1;
  else if (segment === 'other' || !connections.take(segment, frame.time)) counts.otherFrames += 1;
}

function newDescription(label: string): CaptureFile {
  const now = Date.now();
  return {
    version: 1,
    label,
    endpoint: '',
    deviceId: null,
    target: null,
    startedAt: now,
    importedAt: now,
  };
}

function noMqtt({ frames, encryptedConnections }: Counts, ports: readonly number[]): HostError {
  const where = ports.length === 0 ? 'over WebSocket' : `on TCP port ${ports.join(', ')}`;
  const encrypted =
    encryptedConnections === 0 ? '' : `; ${encryptedConnections} connections are encrypted`;
  return new HostError('unreadable-file', `no MQTT ${where} in ${frames} frames${encrypted}`);
}
