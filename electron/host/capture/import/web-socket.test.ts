import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { conversation, type Said } from '../testing/conversation.ts';
import { pcapFile, SERVER } from '../testing/foreign-capture.ts';
import { importFile, session, sessionHex, wire } from '../testing/import-file.ts';

const { connect, connack, publish } = wire;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-ws-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const web = { server: { ...SERVER, port: 8083 } };
const importBytes = (steps: readonly Said[], ports: readonly number[] = [1883]) =>
  importFile(folder, pcapFile(conversation(steps, web)), ports);

const request = (protocol = 'mqtt') =>
  Buffer.from(
    `GET /mqtt HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: ${protocol}\r\n\r\n`,
  );
const response = (status = '101 Switching Protocols') =>
  Buffer.from(`HTTP/1.1 ${status}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`);

const firstByte = {
  final: 0x80,
  continuation: 0,
  binary: 2,
  close: 8,
  ping: 9,
  deflated: 0x42,
};

/** A frame as each side sends it: the client's are masked (RFC 6455 §5.3). */
function frame(sent: boolean, payload: Buffer, first: number): Buffer {
  const { length } = payload;
  const mask = Buffer.from([0xa1, 0x02, 0xff, 0x5a]);
  const bit = sent ? 0x80 : 0;
  const size =
    length < 126
      ? Buffer.from([bit | length])
      : length < 65_536
        ? Buffer.from([bit | 126, length >> 8, length & 0xff])
        : Buffer.from([
            bit | 127,
            0,
            0,
            0,
            0,
            0,
            length >> 16,
            (length >> 8) & 0xff,
            length & 0xff,
          ]);
  const body = sent ? payload.map((byte, at) => byte ^ (mask[at & 3] ?? 0)) : payload;
  return Buffer.concat([Buffer.from([first]), size, sent ? mask : Buffer.alloc(0), body]);
}
const { final, binary, continuation, ping, close, deflated } = firstByte;
const message = (sent: boolean, payload: Buffer) => frame(sent, payload, final | binary);
const opening = [
  { sent: true, bytes: request() },
  { sent: false, bytes: response() },
];

test('a session over WebSocket is read on any port, masks and frames removed', async () => {
  const steps = session.map(({ sent, bytes }) => ({ sent, bytes: message(sent, bytes) }));
  const { bytes, rows, report } = await importBytes([...opening, ...steps]);
  expect(bytes).toEqual(sessionHex);
  expect(rows.map(({ direction }) => direction[0]).join('')).toBe('srsrsrr');
  expect(report).toMatchObject({ connections: 1, skippedBytes: 0, gaps: 0 });
});

test('messages in fragments, with pings between and cut into any segments, are read', async () => {
  const large = publish(3, Buffer.alloc(70_000 % 16_000, 7));
  const fromDevice = Buffer.concat([
    message(true, connect),
    frame(true, large.subarray(0, 1), binary),
    frame(true, Buffer.from('are you there'), final | ping),
    frame(true, large.subarray(1, 900), continuation),
    frame(true, Buffer.alloc(0), continuation),
    frame(true, large.subarray(900), final | continuation),
    message(true, Buffer.concat([publish(4), publish(5)])),
    frame(true, Buffer.from([3, 0xe8]), final | close),
  ]);
  const all = Buffer.concat([request(), fromDevice]);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(all.length), { maxLength: 40 }), async (cuts) => {
      const at = [0, ...cuts.sort((one, two) => one - two).filter((cut) => cut > 200), all.length];
      const steps = at
        .slice(1)
        .map((end, index) => ({ sent: true, bytes: all.subarray(at[index], end) }))
        .filter((step) => step.bytes.length > 0);
      const { bytes, report } = await importBytes(steps);
      expect(bytes).toEqual(
        [connect, large, publish(4), publish(5)].map((one) => one.toString('hex')),
      );
      expect(report.skippedBytes).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test('on a port that is named the request may come in pieces, and frames of any size', async () => {
  const head = request();
  const { bytes } = await importBytes(
    [
      { sent: true, bytes: head.subarray(0, 7) },
      { sent: true, bytes: head.subarray(7) },
      { sent: false, bytes: Buffer.concat([response(), message(false, connack)]) },
      { sent: true, bytes: message(true, publish(1, 'x'.repeat(10_000))) },
    ],
    [8083],
  );
  expect(bytes).toEqual(
    [connack, publish(1, 'x'.repeat(10_000))].map((one) => one.toString('hex')),
  );
});

test('compressed messages are counted, and what follows them is read', async () => {
  const { bytes, report } = await importBytes([
    ...opening,
    { sent: true, bytes: message(true, connect) },
    { sent: true, bytes: frame(true, Buffer.from('deflated bytes'), final | deflated) },
    { sent: true, bytes: message(true, publish(1)) },
  ]);
  expect(bytes).toEqual([connect, publish(1)].map((one) => one.toString('hex')));
  expect(report).toMatchObject({ compressedMessages: 1, skippedBytes: 14 });
});

test('behind a lost segment the next frame is found again', async () => {
  const steps = [connect, publish(1), publish(2), publish(3)].map((bytes) => ({
    sent: true,
    bytes: message(true, bytes),
  }));
  const frames = conversation([...opening, ...steps], web);
  const { bytes, report } = await importFile(folder, pcapFile(frames.filter((_, at) => at !== 6)));
  expect(bytes).toEqual([connect, publish(2), publish(3)].map((one) => one.toString('hex')));
  expect(report).toMatchObject({ gaps: 1, skippedBytes: 0 });
});

test('other WebSocket connections, and refused ones, are not MQTT', async () => {
  const chat = [{ sent: true, bytes: request('chat') }, ...opening.slice(1)];
  await expect(importBytes(chat)).rejects.toMatchObject({ code: 'unreadable-file' });
  const refused = [
    { sent: true, bytes: request() },
    { sent: false, bytes: response('403 Forbidden') },
    { sent: false, bytes: message(false, connack) },
  ];
  await expect(importBytes(refused)).rejects.toMatchObject({ code: 'unreadable-file' });
});
