import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, type Packet } from 'mqtt-packet';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Capture } from './capture.ts';
import type { CaptureFile } from './session-file.ts';
import { diskWithRoom } from './testing/disk-with-room.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-capture-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const about: CaptureFile = {
  version: 1,
  label: 'lamp',
  endpoint: 'mqtt://127.0.0.1:1883',
  deviceId: 'd1',
  target: null,
  startedAt: 1_763_800_000_000,
};
const connect = generate({
  cmd: 'connect',
  clientId: 'lamp',
  protocolId: 'MQTT',
  protocolVersion: 4,
  clean: true,
  keepalive: 60,
});
const publish = (messageId: number, payload = 'x') =>
  generate({ cmd: 'publish', topic: 'a/b', payload, qos: 1, messageId } as Packet);
const puback = (messageId: number) => generate({ cmd: 'puback', messageId });

const events = () =>
  readFileSync(join(folder, 'events.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('rows tell what crossed the wire, paired with its answer', async () => {
  const capture = await Capture.create('c', folder, about);
  const connection = capture.openConnection();
  capture.record(connection, true, connect);
  capture.record(connection, true, publish(7));
  capture.record(connection, false, puback(7));
  expect(capture.rows(0, 10)).toMatchObject([
    { row: 0, direction: 'sent', topic: 'lamp', packetId: null, peer: null, broken: false },
    { row: 1, direction: 'sent', topic: 'a/b', packetId: 7, peer: 2, unanswered: false },
    { row: 2, direction: 'received', topic: null, packetId: 7, peer: 1, code: null },
  ]);
  const [, request, answer] = capture.rows(0, 3);
  expect(request?.roundTrip).toBe((answer?.time ?? 0) - (request?.time ?? 0));
  // Also where the row before is not asked for.
  expect(capture.rows(2, 1)[0]?.gap).toBe((answer?.time ?? 0) - (request?.time ?? 0));
  expect(capture.rows(0, 1)[0]).not.toHaveProperty('gap');
  expect(capture.rows(2, 10)).toHaveLength(1);
  expect(capture.rows(3, 10)).toEqual([]);
  await capture.close();
});

test('rows tell which network connection they crossed, also when they are opened again', async () => {
  const capture = await Capture.create('c', folder, about);
  const first = capture.openConnection();
  capture.record(first, true, connect);
  capture.closeConnection(first);
  const second = capture.openConnection();
  capture.record(second, true, connect);
  capture.record(second, true, publish(1));
  expect(capture.rows(0, 3).map(({ connection }) => connection)).toEqual([1, 2, 2]);
  await capture.close();
  const again = await Capture.open('c', folder, about);
  expect(again.rows(0, 3).map(({ connection }) => connection)).toEqual([1, 2, 2]);
  await again.close();
});

test('what was never answered says so once its connection or the capture is over', async () => {
  const capture = await Capture.create('c', folder, about);
  const first = capture.openConnection();
  capture.record(first, true, publish(1));
  expect(capture.rows(0, 1)).toMatchObject([{ unanswered: false }]);
  capture.closeConnection(first);
  capture.record(capture.openConnection(), true, publish(1));
  expect(capture.rows(0, 2)).toMatchObject([{ unanswered: true }, { unanswered: false }]);
  await capture.finish();
  expect(capture.rows(0, 2)).toMatchObject([{ unanswered: true }, { unanswered: true }]);
  await capture.close();
});

test('a finished capture opens again with the same rows, its description and its counts', async () => {
  const capture = await Capture.create('c', folder, about);
  const connection = capture.openConnection();
  capture.record(connection, true, connect);
  capture.record(connection, true, publish(1));
  capture.closeConnection(connection);
  capture.note({ state: 'closed' });
  await capture.close();
  const written = JSON.parse(readFileSync(join(folder, 'session.json'), 'utf8'));
  expect(written).toMatchObject({ ...about, packets: 2 });
  const again = await Capture.open('c', folder, written);
  expect(again.rows(0, 10)).toEqual(capture.rows(0, 10));
  expect(again.info()).toEqual({ ...capture.info(), live: false });
  expect(events()).toMatchObject([{ state: 'closed' }]);
  await again.close();
});

test('a full disk stops recording, keeps what it took, counts the packets lost, and resumes', async () => {
  const { disk, write } = diskWithRoom(2000);
  const capture = await Capture.create('c', folder, about, write);
  let stops = 0;
  capture.onStopped = () => {
    stops += 1;
  };
  const connection = capture.openConnection();
  capture.record(connection, true, connect);
  capture.record(connection, true, publish(1, 'a'.repeat(3000)));
  expect(capture.info().failure).toBeNull();
  await capture.flush();
  expect(stops).toBe(1);
  expect(capture.info().failure).toContain('ENOSPC');

  // Three packets, the middle one in two chunks and both sides at once.
  const half = publish(3);
  capture.record(connection, true, Buffer.concat([publish(2), half.subarray(0, 4)]));
  capture.record(connection, false, puback(1));
  capture.record(connection, true, half.subarray(4));
  expect(capture.info()).toMatchObject({ packets: 2, dropped: 3 });
  expect((await capture.log.read(1, 1e6)).equals(publish(1, 'a'.repeat(3000)))).toBe(true);

  await expect(capture.resume()).rejects.toMatchObject({ code: 'storage-failed' });
  disk.room = 1e9;
  await capture.resume();
  capture.record(connection, true, publish(4));
  expect(capture.info()).toMatchObject({ packets: 3, dropped: 3, failure: null });
  capture.closeConnection(connection);
  await capture.close();
  const written = JSON.parse(readFileSync(join(folder, 'session.json'), 'utf8'));
  expect(written).toMatchObject({ packets: 3, dropped: 3 });
  expect(events()).toMatchObject([
    { recording: 'stopped' },
    { recording: 'stopped' },
    { recording: 'resumed', dropped: 3 },
  ]);

  const again = await Capture.open('c', folder, written);
  expect(again.cut).toBe(0);
  expect(again.info()).toEqual(capture.info());
  expect(again.rows(0, 9)).toEqual(capture.rows(0, 9));
  await again.close();
});

test('a packet half on the disk when it fills is finished in memory, and whole after resuming', async () => {
  const { disk, write } = diskWithRoom(600);
  const capture = await Capture.create('c', folder, about, write);
  const connection = capture.openConnection();
  const packet = publish(1, 'b'.repeat(3000));
  capture.record(connection, true, packet.subarray(0, 1500));
  await capture.flush();
  capture.record(connection, true, packet.subarray(1500));
  capture.record(connection, true, publish(2));
  expect(capture.info()).toMatchObject({ packets: 1, dropped: 1 });
  disk.room = 1e9;
  await capture.resume();
  capture.record(connection, true, publish(3));
  await capture.close();
  const again = await Capture.open('c', folder, about);
  expect(again.rows(0, 9)).toMatchObject([{ packetId: 1 }, { packetId: 3 }]);
  expect((await again.log.read(0, 1e6)).equals(packet)).toBe(true);
  await again.close();
});

test('an MQTT 5 connection made while the disk is full still reads as MQTT 5 after resuming', async () => {
  const { disk, write } = diskWithRoom(400);
  const capture = await Capture.create('c', folder, about, write);
  capture.record(capture.openConnection(), true, publish(1, 'c'.repeat(1000)));
  await capture.flush();
  const connection = capture.openConnection();
  const connect5 = generate({
    cmd: 'connect',
    clientId: 'five',
    protocolId: 'MQTT',
    protocolVersion: 5,
    clean: true,
    keepalive: 60,
  });
  capture.record(connection, true, connect5);
  capture.record(connection, true, publish(2));
  disk.room = 1e9;
  await capture.resume();
  await capture.close();
  const again = await Capture.open('c', folder, about);
  expect(again.rows(0, 9)).toMatchObject([{ packetId: 1 }, { topic: 'five' }]);
  expect(again.log.level(1)).toBe(5);
  await again.close();
});

test('a capture that ends on a full disk opens again with every row that reached it', async () => {
  const { write } = diskWithRoom(1000);
  const capture = await Capture.create('c', folder, about, write);
  const connection = capture.openConnection();
  for (let id = 1; id <= 20; id += 1) capture.record(connection, true, publish(id));
  await capture.close();
  const again = await Capture.open('c', folder, about);
  expect(again.cut).toBeGreaterThan(0);
  expect(again.rows(0, 99)).toMatchObject([1, 2, 3, 4, 5, 6].map((packetId) => ({ packetId })));
  await again.close();
});
