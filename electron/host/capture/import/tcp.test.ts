import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { conversation, type Said } from '../testing/conversation.ts';
import { ACK, CLIENT, ipPacket, pcapFile, SERVER } from '../testing/foreign-capture.ts';
import { importFile, NO_TROUBLE, session, sessionHex, wire } from '../testing/import-file.ts';
import { indexRows } from '../testing/record-session.ts';

const { connect, publish, puback } = wire;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const importBytes = (file: Buffer, ports?: readonly number[]) => importFile(folder, file, ports);

const said = (bytes: Buffer, cuts: number[]): Said[] => {
  const at = [0, ...cuts.sort((one, two) => one - two), bytes.length];
  return at
    .slice(1)
    .map((end, index) => ({ sent: true, bytes: bytes.subarray(at[index], end) }))
    .filter((step) => step.bytes.length > 0);
};

test('segments that are repeated, overlap and come out of order give the packets once', async () => {
  const packets = [connect, ...[1, 2, 3, 4].map((id) => publish(id, 'x'.repeat(id * 50)))];
  const stream = Buffer.concat(packets);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(stream.length), { maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(stream.length - 1), fc.integer({ min: 1, max: 120 })), {
        maxLength: 6,
      }),
      fc.array(fc.nat(100), { minLength: 40, maxLength: 40 }),
      async (cuts, repeats, order) => {
        const frames = conversation(said(stream, cuts));
        const [opening, data] = [frames.slice(0, 3), frames.slice(3, -3)];
        const again = repeats.map(([at, length]) => ({
          time: 0,
          data: ipPacket({
            from: CLIENT,
            to: SERVER,
            sequence: 0xfffffff0 + 1 + at,
            payload: stream.subarray(at, at + length),
          }),
        }));
        const mixed = [...data, ...again]
          .map((frame, at) => ({ frame, key: at + (order[at % order.length] ?? 0) / 10 }))
          .sort((one, two) => one.key - two.key)
          .map(({ frame }, at) => ({ ...frame, time: 1e15 + at }));
        const { bytes, report } = await importBytes(
          pcapFile([...opening, ...mixed, ...frames.slice(-3)]),
        );
        expect(bytes).toEqual(packets.map((one) => one.toString('hex')));
        expect(report).toMatchObject({ gaps: 0, skippedBytes: 0, connections: 1 });
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);

test('a lost segment costs the packets in it and no others', async () => {
  const frames = conversation(
    [connect, ...[1, 2, 3, 4].map((id) => publish(id))].map((bytes) => ({ sent: true, bytes })),
  );
  const { bytes, report } = await importBytes(pcapFile(frames.filter((_, at) => at !== 5)));
  expect(bytes).toEqual(
    [connect, publish(1), publish(3), publish(4)].map((one) => one.toString('hex')),
  );
  expect(report).toMatchObject({ gaps: 1, skippedBytes: 0 });
});

test('what follows a lost segment is not kept waiting when its receiver has it', async () => {
  const steps = Array.from({ length: 2000 }, (_, id) => [
    { sent: true, bytes: publish(id + 1) },
    { sent: false, bytes: puback(id + 1) },
  ]).flat();
  const frames = conversation(steps);
  const { rows, report } = await importBytes(pcapFile(frames.filter((_, at) => at !== 5)));
  expect(report).toMatchObject({ gaps: 1, packets: 3999 });
  // A second of capture time at most: 500 exchanges here.
  const late = rows.findIndex((row) => row.direction === 'sent' && row.packetId === 3);
  expect(late).toBeLessThan(1100);
});

test('a frame of which the file holds the beginning only is a gap', async () => {
  const frames = conversation(
    [connect, publish(1, 'x'.repeat(500)), publish(2)].map((bytes) => ({ sent: true, bytes })),
  );
  const cut = frames.map(({ data, time }) => ({
    data: data.subarray(0, 120),
    time,
    original: data.length,
  }));
  const { bytes, report } = await importBytes(pcapFile(cut));
  expect(bytes).toEqual([connect, publish(2)].map((one) => one.toString('hex')));
  expect(report).toMatchObject({ gaps: 1, truncatedFrames: 1, skippedBytes: 120 - 44 });
});

test('the same ports used again are another connection', async () => {
  const first = conversation(session);
  const second = conversation(session, { clientSequence: 5, serverSequence: 6, start: 1.8e15 });
  const { report, bytes } = await importBytes(pcapFile([...first.slice(0, -3), ...second]));
  expect(report).toMatchObject({ connections: 2, gaps: 0 });
  expect(bytes).toEqual([...sessionHex, ...sessionHex]);
});

test('connections at the same time do not mix', async () => {
  const all = [1, 2, 3].flatMap((number) =>
    conversation(session, {
      client: { ...CLIENT, port: 40_000 + number },
      start: 1.7e15 + number,
    }),
  );
  all.sort((one, two) => one.time - two.time);
  const { report, capture } = await importBytes(pcapFile(all));
  expect(report).toMatchObject({ ...NO_TROUBLE, connections: 3, packets: 21 });
  for (const connection of [0, 1, 2]) {
    const own = indexRows(capture.log).filter(
      (row) => 'connection' in row && row.connection === connection,
    );
    expect(own).toHaveLength(7);
  }
});

test('fragments and other protocols are counted', async () => {
  const frames = conversation(session);
  const udp = Buffer.from(frames[0]?.data ?? []);
  udp[9] = 17;
  const fragment = Buffer.from(frames[0]?.data ?? []);
  fragment.writeUInt16BE(0x2000, 6);
  const web = ipPacket({ from: CLIENT, to: { ...SERVER, port: 80 }, sequence: 1, flags: ACK });
  const extra = [udp, fragment, web, Buffer.from([0x45])].map((data) => ({ data, time: 1 }));
  const { report } = await importBytes(pcapFile([...extra, ...frames]));
  expect(report).toMatchObject({ otherFrames: 2, fragments: 1, unreadableFrames: 1, packets: 7 });
});
