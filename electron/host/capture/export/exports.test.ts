import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, type Packet } from 'mqtt-packet';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Export, ExportFormat } from '../../../../shared/contract/transfers.ts';
import type { Capture } from '../capture.ts';
import { CaptureLibrary } from '../capture-library.ts';
import { openPacketLog } from '../testing/open-whole-log.ts';
import { Exports } from './exports.ts';

let folder = '';
let library: CaptureLibrary;
let exports: Exports;
let told: Export[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-export-'));
  told = [];
  library = new CaptureLibrary({
    folder: join(folder, 'captures'),
    budgetBytes: () => 1e9,
    changed: () => undefined,
    stopped: () => undefined,
    pruned: () => undefined,
  });
  await library.load();
  exports = new Exports({
    folder: join(folder, 'exports'),
    captures: library,
    changed: (info) => told.push(info),
  });
  await exports.load();
});
afterEach(async () => {
  await exports.close();
  await library.close();
  rmSync(folder, { recursive: true });
});

const packets: [boolean, Packet][] = [
  [
    true,
    {
      cmd: 'connect',
      clientId: 'lamp',
      protocolId: 'MQTT',
      protocolVersion: 4,
      clean: true,
      keepalive: 60,
      username: 'lamp&pk',
      password: Buffer.from('********'),
    },
  ],
  [false, { cmd: 'connack', returnCode: 5, sessionPresent: false }],
  [
    true,
    {
      cmd: 'subscribe',
      messageId: 3,
      subscriptions: [
        { topic: 'a/+', qos: 1 },
        { topic: '#', qos: 0 },
      ],
    },
  ],
  [false, { cmd: 'suback', messageId: 3, granted: [1, 128] }],
  [
    true,
    {
      cmd: 'publish',
      topic: 'a/b',
      payload: '{"t":21}',
      qos: 1,
      messageId: 4,
      dup: false,
      retain: true,
    },
  ],
  [false, { cmd: 'puback', messageId: 4 }],
  [
    false,
    {
      cmd: 'publish',
      topic: 'bin',
      payload: Buffer.from([0xff, 0, 1]),
      qos: 0,
      dup: false,
      retain: false,
    },
  ],
  [
    true,
    {
      cmd: 'publish',
      topic: 'big',
      payload: 'x'.repeat(200_000),
      qos: 0,
      dup: false,
      retain: false,
    },
  ],
];

async function record(): Promise<Capture> {
  const capture = await library.create({
    version: 1,
    label: 'lamp',
    endpoint: 'mqtt://127.0.0.1:1883',
    deviceId: null,
    target: null,
    startedAt: 0,
  });
  const connection = capture.openConnection();
  for (const [sent, packet] of packets) capture.record(connection, sent, generate(packet));
  return capture;
}

/** Resolves with the export's last word. */
async function finished(id: string): Promise<Export> {
  for (;;) {
    const last = told.findLast((info) => info.id === id);
    if (last !== undefined && last.state !== 'running') return last;
    await new Promise((wake) => setTimeout(wake, 2));
  }
}
async function exported(capture: Capture, format: ExportFormat, filter = ''): Promise<Buffer> {
  const { id } = await exports.start({ captureId: capture.id, format, filter });
  expect(await finished(id)).toMatchObject({ state: 'ready', failure: null });
  const file = exports.file(id);
  const content = readFileSync(file?.path ?? '');
  const name = `lamp 1970-01-01 00-00-00${filter === '' ? '' : ' filtered'}.${format}`;
  expect(file).toMatchObject({ size: content.length, name });
  return content;
}

test('pcapng is the capture as it is, also while it is being recorded', async () => {
  const capture = await record();
  const content = await exported(capture, 'pcapng');
  capture.record(0, true, generate({ cmd: 'pingreq' }));
  const path = join(folder, 'copy.pcapng');
  writeFileSync(path, content);
  const { log, file, cut } = await openPacketLog(path);
  expect([log.index.length, cut]).toEqual([packets.length, 0]);
  await file.close();
});

test('JSON lines are decoded packets, in order, and nothing of them is lost', async () => {
  const capture = await record();
  const lines = (await exported(capture, 'jsonl')).toString().trim().split('\n');
  const values = lines.map((line) => JSON.parse(line));
  expect(values.map(({ no, type }) => [no, type])).toEqual(
    packets.map(([, { cmd }], at) => [at + 1, cmd?.toUpperCase()]),
  );
  expect(values[0]).toMatchObject({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
    direction: 'sent',
    topic: 'lamp',
    answerNo: 2,
    fields: { 'Keep Alive': '60', 'User Name': 'lamp&pk', Password: 'masked, 8 bytes' },
  });
  expect(values[1]).toMatchObject({ code: 5, codeName: 'Connection refused: not authorized' });
  expect(values[2]).toMatchObject({
    packetId: 3,
    fields: { 'Subscription.Topic Filter': ['a/+', '#'] },
  });
  expect(values[4]).toMatchObject({
    qos: 1,
    retain: true,
    dup: false,
    packetId: 4,
    topic: 'a/b',
    payload: '{"t":21}',
    size: 17,
    roundTripMs: expect.any(Number),
  });
  expect(values[6]).toMatchObject({ payloadBase64: '/wAB' });
  expect(values[7].payload).toHaveLength(200_000);
});

/** The records of a CSV file (RFC 4180), field by field. */
function recordsOf(csv: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') records.push([]);
  }
  return records.slice(0, -1);
}

test('CSV has the payload of every message, as text where JSON lines have text', async () => {
  const capture = await record();
  const message = packets[6]?.[1] as Packet;
  const said = ['a,"b"\r\nc', '温度', '', 'on\0', Buffer.from([0x1f, 0x8b, 8]), '=1+1'];
  for (const payload of said) {
    capture.record(0, false, generate({ ...message, payload } as Packet));
  }
  // Its topic ends behind the packet: it has no message.
  capture.record(0, false, Buffer.from([0x30, 4, 0, 9, 0x61, 0x62]));
  const jsonl = (await exported(capture, 'jsonl')).toString();
  const csv = (await exported(capture, 'csv')).toString();
  const [head = [], ...records] = recordsOf(csv);
  expect(head.slice(-2)).toEqual(['Payload', 'Payload format']);
  const payloads = records.map((record) => record.slice(-2));
  expect(payloads.slice(3, -6)).toEqual([
    ['', ''],
    ['{"t":21}', 'text'],
    ['', ''],
    ['ff 00 01', 'hex'],
    ['x'.repeat(200_000), 'text'],
    ['a,"b"\r\nc', 'text'],
  ]);
  expect(payloads.slice(-6)).toEqual([
    ['温度', 'text'],
    ['', 'text'],
    ['6f 6e 00', 'hex'],
    ['1f 8b 08', 'hex'],
    ["'=1+1", 'text'],
    ['', ''],
  ]);
  const lines = jsonl.trimEnd().split('\n');
  expect(
    lines.map((line) => {
      const { payload, payloadBase64 } = JSON.parse(line);
      if (payloadBase64 !== undefined) return 'hex';
      return payload === undefined ? '' : 'text';
    }),
  ).toEqual(payloads.map(([, format]) => format));
});

test('CSV has the values at paths of payloads, whatever their size', async () => {
  const capture = await record();
  const big = { ...packets[7]?.[1], payload: `{"t":"${'x'.repeat(100_000)}"}` } as Packet;
  capture.record(0, true, generate(big));
  const { id } = await exports.start({ captureId: capture.id, format: 'csv', paths: [['t']] });
  expect(await finished(id)).toMatchObject({ state: 'ready' });
  const text = readFileSync(exports.file(id)?.path ?? '').toString();
  const values = text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(',').at(-1));
  expect(values.slice(0, -1)).toEqual(['$.t', '', '', '', '', '21', '', '', '']);
  expect(values.at(-1)).toHaveLength(100_000);
});

test('a filter chooses what is exported, by payload and by bookmark too', async () => {
  const capture = await record();
  await library.change(capture.id, { bookmarks: [{ row: 6, note: 'why?' }] });
  const numbers = async (filter: string) => {
    const text = (await exported(capture, 'jsonl', filter)).toString();
    return text.split('\n').flatMap((line) => (line === '' ? [] : JSON.parse(line).no));
  };
  expect(await numbers('type:publish dir:sent')).toEqual([5, 8]);
  expect(told.at(-1)).toMatchObject({ packets: 2, captured: packets.length, connects: 0 });
  expect(await numbers('$.t>20')).toEqual([5]);
  expect(await numbers('is:bookmarked')).toEqual([7]);
  expect(await numbers('no>100')).toEqual([]);
  expect(told.at(-1)).toMatchObject({ packets: 0, done: packets.length });
  const csv = (await exported(capture, 'csv', 'dir:received')).toString().trim().split('\r\n');
  expect(csv.map((line) => line.split(',')[0])).toEqual(['No.', '2', '4', '6', '7']);
  const wrong = exports.start({ captureId: capture.id, format: 'csv', filter: 'size>' });
  await expect(wrong).rejects.toMatchObject({ code: 'invalid-input' });
});

test('what is no control packet is in JSON lines as it was', async () => {
  const capture = await record();
  capture.record(0, false, Buffer.from([0, 1, 2]));
  const lines = (await exported(capture, 'jsonl')).toString().trim().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'BROKEN', bytesBase64: 'AAEC' });
});

test('CSV has a line for every packet, thousands too', async () => {
  const capture = await record();
  const ping = generate({ cmd: 'pingreq' });
  for (let count = 0; count < 2000; count += 1) capture.record(0, true, ping);
  const lines = (await exported(capture, 'csv')).toString().split('\r\n');
  expect(lines).toHaveLength(packets.length + 2000 + 2);
  expect(lines[3]).toContain(',SUBSCRIBE,,,,3,"a/+, #",');
  expect(lines[2007]).toMatch(/^2007,/);
});

test('an export that is discarded leaves no file, and an unknown one is refused', async () => {
  const capture = await record();
  const { id } = await exports.start({ captureId: capture.id, format: 'jsonl' });
  await exports.discard(id);
  expect(await finished(id)).toMatchObject({ state: 'cancelled' });
  expect(exports.file(id)).toBeNull();
  expect(readdirSync(join(folder, 'exports'))).toEqual([]);
  await expect(exports.discard(id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(exports.start({ captureId: 'none', format: 'csv' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('an export in which nothing matches can be cancelled', async () => {
  const capture = await record();
  const ping = generate({ cmd: 'pingreq' });
  for (let count = 0; count < 50_000; count += 1) capture.record(0, true, ping);
  const { id } = await exports.start({ captureId: capture.id, format: 'csv', filter: 'size>1M' });
  await new Promise((wake) => setImmediate(wake));
  await exports.discard(id);
  expect(await finished(id)).toMatchObject({ state: 'cancelled', packets: 0 });
});

test('few exports are kept, and none over a restart', async () => {
  const capture = await record();
  for (let count = 0; count < 12; count += 1) await exported(capture, 'csv');
  expect(readdirSync(join(folder, 'exports'))).toHaveLength(8);
  await exports.close();
  expect(existsSync(join(folder, 'exports'))).toBe(false);
  mkdirSync(join(folder, 'exports'));
  writeFileSync(join(folder, 'exports', 'left'), '');
  await exports.load();
  expect(existsSync(join(folder, 'exports'))).toBe(false);
});

test('an export that cannot be written fails with the reason', async () => {
  const capture = await record();
  writeFileSync(join(folder, 'exports'), 'a file where the folder should be');
  const { id } = await exports.start({ captureId: capture.id, format: 'csv' });
  expect(await finished(id)).toMatchObject({
    state: 'failed',
    failure: expect.stringContaining('EEXIST'),
  });
  expect(exports.file(id)).toBeNull();
});
