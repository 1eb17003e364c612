import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, type Packet } from 'mqtt-packet';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Capture } from '../capture.ts';
import { readFilter } from '../read-filter.ts';
import { importFile } from '../testing/import-file.ts';
import { tsharkFields } from '../testing/tshark.ts';
import { exportContent } from './export-content.ts';

let folder = '';
let capture: Capture;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-pcapng-'));
  capture = await Capture.create('c', folder, {
    version: 1,
    label: 'lamp',
    endpoint: '',
    deviceId: null,
    target: null,
    startedAt: 0,
  });
});
afterEach(async () => {
  await capture.close();
  rmSync(folder, { recursive: true });
});

/** A connection with a message of its level and one too large for a segment, whose bytes come in pieces. */
function record(protocolVersion: 4 | 5): void {
  const say = (number: number, sent: boolean, packet: object) =>
    capture.record(number, sent, generate(packet as Packet, { protocolVersion }));
  const number = capture.openConnection();
  const connect = { clientId: 'lamp', clean: true, keepalive: 60, protocolId: 'MQTT' };
  say(number, true, { cmd: 'connect', protocolVersion, ...connect });
  say(number, false, { cmd: 'connack', returnCode: 0, reasonCode: 0, sessionPresent: false });
  const message = { cmd: 'publish', qos: 1, dup: false, retain: false };
  const properties = { userProperties: { a: 'b' } };
  say(number, true, { ...message, topic: 'a', payload: 'on', messageId: 7, properties });
  say(number, false, { cmd: 'puback', messageId: 7, reasonCode: 0 });
  say(number, true, { ...message, topic: 'a', payload: 'x'.repeat(150_000), messageId: 8 });
  say(number, false, { ...message, topic: 'b', payload: 'on', messageId: 9 });
  capture.closeConnection(number);
}

async function exported(filter: string) {
  const path = join(folder, 'exported.pcapng');
  const pieces: Buffer[] = [];
  const range = { captured: capture.log.index.length, bytes: capture.bytes };
  let last = {};
  for await (const { data, ...counts } of exportContent(
    capture,
    'pcapng',
    readFilter(filter),
    range,
  )) {
    pieces.push(Buffer.from(data));
    last = counts;
  }
  writeFileSync(path, Buffer.concat(pieces));
  expect(await tsharkFields(path, ['frame.number'], '_ws.malformed || tcp.analysis.flags')).toEqual(
    [],
  );
  return { path, last };
}

const shown = async (path: string) =>
  (await tsharkFields(path, ['tcp.stream', 'mqtt.msgtype', 'mqtt.topic', 'mqtt.msg'], 'mqtt')).map(
    ([stream, type, topic, message = '']) =>
      `${stream} ${type} ${topic} ${Buffer.from(message, 'hex').toString().slice(0, 2)}`.trim(),
  );

test('chosen packets are dissected as if nothing had been between them', async () => {
  record(4);
  record(4);
  const { path, last } = await exported('type:publish');
  expect(await shown(path)).toEqual([
    ...['0 3 a on', '0 3 a xx', '0 3 b on'],
    ...['1 3 a on', '1 3 a xx', '1 3 b on'],
  ]);
  expect(last).toEqual({ done: 12, packets: 6, connects: 0 });
});

test('messages of MQTT 5 bring their CONNECT, without which Wireshark misreads them', async () => {
  record(4);
  record(5);
  const { path, last } = await exported('type:publish "on" no>7');
  expect(await shown(path)).toEqual(['0 1', '0 3 a on', '0 3 b on']);
  expect(last).toEqual({ done: 12, packets: 2, connects: 1 });
  // A CONNECT that was chosen itself does not come twice.
  const all = await exported('no>6');
  expect(await shown(all.path)).toHaveLength(6);
  expect(all.last).toEqual({ done: 12, packets: 6, connects: 0 });
});

test.each(['', 'size>0'])(
  'notes of bookmarks are comments of their packets and come back, with the filter %j',
  async (filter) => {
    record(4);
    const notes = ['what is this?', '很大', ''];
    const bookmarks = notes.map((note, at) => ({ row: at + 2, note }));
    await capture.describe({ ...capture.about, bookmarks });
    const { path } = await exported(filter);
    const commented = await tsharkFields(
      path,
      ['frame.comment', 'mqtt.msgtype'],
      'mqtt && frame.comment',
    );
    const types = ['3', '4', '3'];
    expect(commented).toEqual(notes.map((note, at) => [note, types[at]]));
    const imported = await importFile(folder, readFileSync(path));
    expect(imported.capture.about.bookmarks).toEqual(bookmarks);
    expect(imported.report).toMatchObject({ packets: 6, lostComments: 0 });
  },
);
