import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PacketRow } from '../../../../shared/contract/packets.ts';
import type { ImportReport } from '../../../../shared/contract/transfers.ts';
import { Capture } from '../capture.ts';
import { importCapture } from '../import/import-capture.ts';
import { rowBytes } from './record-session.ts';

export interface ImportResult {
  readonly report: ImportReport;
  readonly rows: PacketRow[];
  /** The packets' bytes as hex. */
  readonly bytes: string[];
  /** Closed: its index and its folder are there. */
  readonly capture: Capture;
}

let imports = 0;

/** Imports a file's bytes, keeping everything in a folder of the test's. */
export async function importFile(
  folder: string,
  file: Buffer,
  ports: readonly number[] = [1883],
): Promise<ImportResult> {
  imports += 1;
  const path = join(folder, `file-${imports}`);
  const target = join(folder, `capture-${imports}`);
  await writeFile(path, file);
  await mkdir(target);
  const { about, report } = await importCapture({
    path,
    label: 'theirs',
    ports,
    folder: target,
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  const capture = await Capture.open('c', target, about);
  const rows = capture.rows(0, capture.log.index.length);
  const bytes = await rowBytes(capture.log);
  await capture.close();
  return { report, rows, bytes, capture };
}

/** A report of an import that met nothing it could not read. */
export const NO_TROUBLE = {
  otherFrames: 0,
  unreadableFrames: 0,
  truncatedFrames: 0,
  fragments: 0,
  retransmissions: 0,
  gaps: 0,
  skippedBytes: 0,
  encryptedConnections: 0,
  compressedMessages: 0,
  abandonedConnections: 0,
  bookmarks: 0,
  lostComments: 0,
  cut: 0,
} as const satisfies Partial<ImportReport>;

const publishBytes = (messageId: number, payload: Buffer) => {
  const body = Buffer.concat([
    Buffer.from([0, 3]),
    Buffer.from('a/b'),
    Buffer.from([messageId >> 8, messageId & 0xff]),
    payload,
  ]);
  const length = [body.length & 0x7f];
  if (body.length > 127) length.splice(0, 1, (body.length & 0x7f) | 0x80, body.length >> 7);
  return Buffer.concat([Buffer.from([0x32, ...length]), body]);
};

/** Packets of a small session; payloads up to 16 KB. */
export const wire = {
  connect: Buffer.from('\x10\x10\x00\x04MQTT\x04\x02\x00\x3c\x00\x04lamp', 'latin1'),
  connack: Buffer.from([0x20, 2, 0, 0]),
  publish: (messageId: number, payload: string | Buffer = 'body') =>
    publishBytes(messageId, Buffer.from(payload)),
  puback: (messageId: number) => Buffer.from([0x40, 2, messageId >> 8, messageId & 0xff]),
};

const { connect, connack, publish, puback } = wire;
const large = publish(2, Buffer.alloc(3000, 65));

/** A small session, and the bytes of its packets as hex. */
export const session = [
  { sent: true, bytes: connect },
  { sent: false, bytes: connack },
  { sent: true, bytes: publish(1) },
  { sent: false, bytes: puback(1) },
  { sent: true, bytes: large },
  { sent: false, bytes: Buffer.concat([puback(2), publish(9)]) },
];
export const sessionHex = [
  connect,
  connack,
  publish(1),
  puback(1),
  large,
  puback(2),
  publish(9),
].map((bytes) => bytes.toString('hex'));
