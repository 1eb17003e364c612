import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'mqtt-packet';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { conversation } from '../testing/conversation.ts';
import {
  CLIENT6,
  links,
  pcapFile,
  pcapngSection,
  SERVER,
  SERVER6,
} from '../testing/foreign-capture.ts';
import { importFile, NO_TROUBLE, session, sessionHex, wire } from '../testing/import-file.ts';
import { indexRows, recordSession } from '../testing/record-session.ts';

const { publish } = wire;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const importBytes = (file: Buffer, ports?: readonly number[]) => importFile(folder, file, ports);

test('a capture of ours comes back row by row, with its times and connections', async () => {
  const path = join(folder, 'ours');
  const steps = session.map(({ sent, bytes }) => ({ sent, chunk: bytes }));
  const { log, file } = await recordSession(path, [steps, steps, steps.slice(0, 3)]);
  const { report, capture } = await importBytes(readFileSync(path));
  expect(report).toEqual({ ...NO_TROUBLE, frames: report.frames, packets: 17, connections: 3 });
  expect(indexRows(capture.log)).toEqual(indexRows(log));
  await file.close();
});

describe('a session is read', () => {
  const frames = conversation(session);
  test.each(
    Object.entries(links).flatMap(([name, link]) =>
      [4, 6].map((version) => [name, version, link] as const),
    ),
  )('from %s, IPv%i', async (_, version, { type, wrap }) => {
    const ends = version === 6 ? { client: CLIENT6, server: SERVER6 } : {};
    const wrapped = conversation(session, ends).map(({ data, time }) => ({
      data: wrap(data),
      time,
      linkType: type,
    }));
    const { report, bytes, capture } = await importBytes(pcapngSection(wrapped));
    expect(bytes).toEqual(sessionHex);
    expect(report).toEqual({ ...NO_TROUBLE, frames: 12, packets: 7, connections: 1 });
    expect(capture.about.endpoint).toBe(
      version === 6 ? '[2001:db8:0:0:0:0:0:2]:1883' : '10.1.1.2:1883',
    );
  });

  test.each([
    ['pcap', pcapFile(frames)],
    ['pcap, big-endian', pcapFile(frames, { big: true })],
    ['pcap of nanoseconds', pcapFile(frames, { nanoseconds: true })],
    ['pcap of nanoseconds, big-endian', pcapFile(frames, { nanoseconds: true, big: true })],
    ['pcapng', pcapngSection(frames)],
    ['pcapng, big-endian', pcapngSection(frames, { big: true })],
    ['pcapng of nanoseconds', pcapngSection(frames, { resolution: 9 })],
    ['pcapng with old packet blocks', pcapngSection(frames, { block: 'old', big: true })],
    [
      'pcapng of two sections',
      Buffer.concat([
        pcapngSection(frames.slice(0, 6)),
        pcapngSection(frames.slice(6), { big: true, resolution: 9 }),
      ]),
    ],
    [
      'pcapng of two interfaces',
      pcapngSection(
        frames.map(({ data, time }, at) =>
          at % 2 === 0
            ? { data, time }
            : { data: links.Ethernet?.wrap(data) ?? data, time, linkType: 1 },
        ),
      ),
    ],
  ])('from %s, with its times', async (_, file) => {
    const { bytes, rows, report, capture } = await importBytes(file);
    expect(bytes).toEqual(sessionHex);
    expect(report).toEqual({ ...NO_TROUBLE, frames: 12, packets: 7, connections: 1 });
    // Three frames open the connection; the last frame with data holds two packets.
    const times = [3, 4, 5, 6, 7, 8, 8].map((at) => frames[at]?.time);
    expect(rows.map(({ time }) => time)).toEqual(times);
    expect(capture.about.startedAt).toBe(Math.floor((times[0] ?? 0) / 1000));
    expect(rows.map(({ direction }) => direction[0]).join('')).toBe('srsrsrr');
    expect(rows[2]).toMatchObject({ peer: 3, roundTrip: 1000 });
  });

  test('from pcapng with simple packet blocks, which have no times', async () => {
    const { bytes } = await importBytes(pcapngSection(frames, { block: 'simple' }));
    expect(bytes).toEqual(sessionHex);
  });

  test('from another port when it is named', async () => {
    const moved = conversation(session, { server: { ...SERVER, port: 11_883 } });
    await expect(importBytes(pcapFile(moved))).rejects.toMatchObject({ code: 'unreadable-file' });
    expect((await importBytes(pcapFile(moved), [80, 11_883])).bytes).toEqual(sessionHex);
  });

  test('from its middle on, where the beginning was not captured', async () => {
    const { bytes, rows, report } = await importBytes(pcapFile(frames.slice(5)));
    expect(bytes).toEqual(sessionHex.slice(2));
    expect(rows[0]?.direction).toBe('sent');
    expect(report.skippedBytes).toBe(0);
  });

  test('from within a packet on, the rest of which is counted', async () => {
    const big = publish(7, Buffer.alloc(500, 0xff));
    const cut = conversation([
      { sent: true, bytes: big.subarray(0, 200) },
      { sent: true, bytes: big.subarray(200) },
      { sent: true, bytes: publish(8) },
    ]);
    const { bytes, report } = await importBytes(pcapFile(cut.slice(4)));
    expect(bytes).toEqual([publish(8).toString('hex')]);
    expect(report.skippedBytes).toBe(big.length - 200);
  });
});

test('what a registration gave is masked, whatever segments it came in', async () => {
  const secret = 'hunter2-hunter2';
  const push = generate({
    cmd: 'publish',
    topic: '/ext/register',
    payload: JSON.stringify({ productKey: 'pk', deviceName: 'dn', deviceSecret: secret }),
    qos: 0,
    retain: false,
    dup: false,
  });
  const cut = push.length - 9;
  const { capture, bytes } = await importBytes(
    pcapFile(
      conversation([
        { sent: true, bytes: publish(1) },
        { sent: false, bytes: push.subarray(0, cut) },
        { sent: false, bytes: push.subarray(cut) },
      ]),
    ),
  );
  expect(bytes).toHaveLength(2);
  const written = readFileSync(join(capture.folder, 'packets.pcapng'));
  expect(written.includes('"deviceSecret":"***************"')).toBe(true);
  expect(written.includes(secret.slice(0, 5))).toBe(false);
});

test('passwords are masked, whatever segments they come in', async () => {
  const secret = 'hunter2-hunter2';
  const withPassword = generate({
    cmd: 'connect',
    clientId: 'lamp',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clean: true,
    keepalive: 60,
    username: 'me',
    password: Buffer.from(secret),
  });
  const cut = withPassword.length - 5;
  const { capture, bytes } = await importBytes(
    pcapFile(
      conversation([
        { sent: true, bytes: withPassword.subarray(0, cut) },
        { sent: true, bytes: withPassword.subarray(cut) },
        { sent: true, bytes: Buffer.concat([publish(1), withPassword]) },
      ]),
    ),
  );
  expect(bytes).toHaveLength(3);
  const written = readFileSync(join(capture.folder, 'packets.pcapng'));
  expect(written.includes(secret.slice(0, 5))).toBe(false);
  expect(written.includes(secret.slice(-5))).toBe(false);
});

describe('whose session it is', () => {
  const connect = (deviceName: string) =>
    generate({
      cmd: 'connect',
      protocolId: 'MQTT',
      protocolVersion: 4,
      clean: true,
      clientId: `${deviceName}|securemode=3,signmethod=hmacsha1|`,
      username: `${deviceName}&a1B2c3D4e5F`,
      password: Buffer.from('0123'),
      keepalive: 60,
    });
  const importConnects = async (...packets: Buffer[]) => {
    const steps = packets.map((bytes) => ({ sent: true, bytes }));
    return (await importBytes(pcapngSection(conversation(steps)))).capture;
  };

  test('is told by the CONNECTs of a device of the platform', async () => {
    const capture = await importConnects(connect('lamp-01'), connect('lamp-01'));
    expect(capture.about.target).toMatchObject({ kind: 'alibaba-public', host: '10.1.1.2' });
    expect(capture.info().owner).toEqual({ productKey: 'a1B2c3D4e5F', deviceName: 'lamp-01' });
  });

  test('is not said where there are several devices, or another client', async () => {
    const several = await importConnects(connect('lamp-01'), connect('lamp-02'));
    expect(several.about.target).toBeNull();
    const foreign = generate({ cmd: 'connect', clientId: 'mosq-1', clean: true, keepalive: 60 });
    expect((await importConnects(connect('lamp-01'), foreign)).info().owner).toBeNull();
  });
});

test.each([false, true])(
  'comments become bookmarks of the packets that end in their frames, big-endian: %s',
  async (big) => {
    const large = publish(7, Buffer.alloc(500, 65));
    const said = conversation([
      { sent: true, bytes: publish(1) },
      { sent: true, bytes: large.subarray(0, 200) },
      { sent: true, bytes: large.subarray(200) },
      { sent: true, bytes: publish(8) },
    ]);
    const comments = ['a handshake', undefined, undefined, 'one', 'half a packet', '很大', ''];
    const commented = said.map((frame, at) => {
      const comment = comments[at];
      return { ...frame, ...(comment !== undefined && { comment }) };
    });
    const { capture, report } = await importBytes(pcapngSection(commented, { big }));
    expect(capture.about.bookmarks).toEqual([
      { row: 0, note: 'one' },
      { row: 1, note: '很大' },
      { row: 2, note: '' },
    ]);
    expect(report).toMatchObject({ packets: 3, bookmarks: 3, lostComments: 2 });
  },
);
