import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { generate, type Packet } from 'mqtt-packet';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HostError } from '../../../shared/contract/result.ts';
import { beginPacketLog } from './open-packet-log.ts';
import { fileHeader, PACKET_DATA_OFFSET, packetBlockLength } from './pcapng.ts';
import { HEADERS_BYTES } from './synthetic-tcp.ts';
import { openPacketLog } from './testing/open-whole-log.ts';
import { indexRows, recordSession, rowBytes } from './testing/record-session.ts';

let folder = '';
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-open-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const connect = generate({
  cmd: 'connect',
  clientId: 'lamp',
  protocolId: 'MQTT',
  protocolVersion: 4,
  clean: true,
  keepalive: 60,
});
const connack = generate({ cmd: 'connack', returnCode: 0, sessionPresent: false });
const publish = (payload: string) =>
  generate({ cmd: 'publish', topic: 'a/b', payload, qos: 1, messageId: 7, dup: false } as Packet);

async function recordSmall(path: string): Promise<void> {
  const { file } = await recordSession(path, [
    [
      { sent: true, chunk: connect },
      { sent: false, chunk: connack },
      { sent: true, chunk: publish('one') },
      { sent: true, chunk: publish('two').subarray(0, 6) },
      { sent: true, chunk: publish('two').subarray(6) },
    ],
  ]);
  await file.close();
}

test('cut at any byte, a capture opens with every whole packet and says what was cut', async () => {
  await recordSmall(at('whole'));
  const bytes = readFileSync(at('whole'));
  const whole = await openPacketLog(at('whole'));
  const rows = indexRows(whole.log);
  const { index, pieces } = whole.log;
  const ends = rows.map((_, row) => {
    const [position = 0, size = 0] = (
      pieces.get(row) ?? [index.offset(row), index.size(row)]
    ).slice(-2);
    return position + size;
  });
  await whole.file.close();
  const header = fileHeader('Tricorder').length;
  const shortest = header + 3 * packetBlockLength(HEADERS_BYTES);

  for (let length = header; length < bytes.length; length += 1) {
    writeFileSync(at('cut'), bytes.subarray(0, length));
    const { log, file, cut } = await openPacketLog(at('cut'));
    // A block is whole when its padding, options and trailing length are there too.
    const complete = ends.filter((end) => length >= ((end + 3) & ~3) + 16).length;
    expect(log.index.length).toBeGreaterThanOrEqual(complete);
    expect(indexRows(log).filter((row) => !('broken' in row && row.broken))).toEqual(
      rows.slice(0, complete).map((row) => ({ ...row, peer: peerWithin(row, complete) })),
    );
    expect(file.size).toBe(length - cut);
    expect(statSync(at('cut')).size).toBe(length - cut);
    await file.close();
    const again = await openPacketLog(at('cut'));
    expect(again.cut).toBe(0);
    await again.file.close();
    if (length === shortest) expect(cut).toBe(0);
  }
});

/** A peer that was cut off is none. */
function peerWithin(row: object, rows: number): number {
  const peer = 'peer' in row ? Number(row.peer) : -1;
  return peer < rows ? peer : -1;
}

/** Records a connection with messages of so many bytes; answers the file. */
async function recordMessages(name: string, count: number, size: number): Promise<Buffer> {
  const chunks = Array.from({ length: count }, () => ({
    sent: true,
    chunk: publish('x'.repeat(size)),
  }));
  const { file } = await recordSession(at(name), [[{ sent: true, chunk: connect }, ...chunks]]);
  await file.close();
  return readFileSync(at(name));
}

test('a file harmed far from its end is shown up to there and keeps all its bytes', async () => {
  const bytes = await recordMessages('long', 60, 5000);
  const whole = await openPacketLog(at('long'));
  const harmed = whole.log.index.offset(10) - HEADERS_BYTES - PACKET_DATA_OFFSET;
  await whole.file.close();
  bytes.fill(0xff, harmed, harmed + 8);
  writeFileSync(at('long'), bytes);
  const opened = await openPacketLog(at('long'));
  expect(opened.log.index.length).toBe(10);
  expect(opened.cut).toBe(bytes.length - opened.file.size);
  await opened.file.close();
  expect(statSync(at('long')).size).toBe(bytes.length);
});

test('a half-written tail that cannot be cut off is left, and the packets before it are shown', async () => {
  const bytes = await recordMessages('gone', 100, 60_000);
  writeFileSync(at('gone'), bytes.subarray(0, bytes.length - 1));
  const { log, file: opened, rest } = await beginPacketLog(at('gone'));
  expect(rest.isOver).toBe(false);
  // Nobody can cut what has no name any more.
  rmSync(at('gone'));
  expect(await rest.read).toBeGreaterThan(0);
  expect(log.index.length).toBe(101);
  await opened.close();
});

test.each([
  ['an empty file', Buffer.alloc(0)],
  ['text', Buffer.from('{"not": "a capture"}'.repeat(20_000))],
  ['zeros', Buffer.alloc(300_000)],
  ['a section without our interface', fileHeader('Tricorder').subarray(0, 40)],
])('%s is refused as no capture', async (_, bytes) => {
  writeFileSync(at('other'), bytes);
  const refusal = await openPacketLog(at('other')).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(HostError);
  expect(refusal).toMatchObject({ code: 'unreadable-file' });
  expect(readFileSync(at('other')).equals(bytes)).toBe(true);
});

test('a missing file is refused', async () => {
  await expect(openPacketLog(at('none'))).rejects.toMatchObject({ code: 'unreadable-file' });
});

test('damage of any kind opens or is refused, and every row can be read', async () => {
  await recordSmall(at('good'));
  const good = readFileSync(at('good'));
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async (changes) => {
        runs += 1;
        const path = at(`harmed-${runs}`);
        const bytes = Buffer.from(good);
        for (const [position, value] of changes) bytes[position] = value;
        writeFileSync(path, bytes);
        const opened = await openPacketLog(path).catch((error: unknown) => {
          if (error instanceof HostError) return null;
          throw error;
        });
        if (opened === null) return;
        const { log, file } = opened;
        const read = await rowBytes(log);
        read.forEach((hex, row) => {
          expect(hex.length / 2).toBe(log.index.size(row));
        });
        await file.close();
      },
    ),
    { numRuns: 400 },
  );
});

test.each(['sent', 'received'] as const)(
  'a connection ends where its first FIN is, %s',
  async (closer) => {
    const half = { sent: true, chunk: publish('cut short').subarray(0, 9) };
    const steps = [{ sent: true, chunk: connect }, half];
    const written = await recordSession(at('ended'), [steps, steps], closer);
    const rows = indexRows(written.log);
    await written.file.close();
    const { log, file } = await openPacketLog(at('ended'));
    expect(indexRows(log)).toEqual(rows);
    expect(rows).toMatchObject([
      { connection: 0, broken: false },
      { connection: 0, broken: true },
      { connection: 1, broken: false },
      { connection: 1, broken: true },
    ]);
    await file.close();
  },
);
