import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, type Packet } from 'mqtt-packet';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Cause, ConnectionState } from '../../../shared/session/connection-state.ts';
import { Capture } from './capture.ts';
import { PacketFile } from './packet-file.ts';
import { PacketLog } from './packet-log.ts';
import { ProblemSearch } from './problem-search.ts';
import type { CaptureFile } from './session-file.ts';
import { START_US } from './testing/record-session.ts';
import { Turns } from './view-turns.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-problems-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const about: CaptureFile = {
  version: 1,
  label: 'lamp',
  endpoint: 'mqtt://127.0.0.1:1883',
  deviceId: 'd1',
  target: null,
  startedAt: START_US / 1_000,
};
const connect = { cmd: 'connect', clientId: 'lamp', clean: true, keepalive: 60 } as Packet;
const publish = (messageId: number, topic = 'a/b') =>
  ({ cmd: 'publish', topic, payload: 'x', qos: 1, messageId }) as Packet;

/** Milliseconds from the start, who says it (`>` is the device), and what; null ends the connection. */
type Step = readonly [at: number, arrow: '>' | '<', packet: Packet | null];

/** The problems of a past capture in which this was recorded, and the rows that filters know of. */
async function searched(
  steps: readonly Step[],
  target: CaptureFile['target'] = null,
  events: readonly (readonly [packets: number, state: ConnectionState])[] = [],
) {
  const own = mkdtempSync(join(folder, 'capture-'));
  const file = await PacketFile.create(join(own, 'packets.pcapng'));
  const log = new PacketLog(file);
  log.writeHeader();
  let connection: number | null = null;
  for (const [at, arrow, packet] of steps) {
    const time = START_US + at * 1_000;
    if (packet === null) {
      log.closeConnection(connection ?? 0, time);
      connection = null;
    } else {
      connection ??= log.openConnection(time);
      log.append(connection, arrow === '>', generate(packet), time);
    }
  }
  await file.flush();
  await file.close();
  const lines = events.map(([packets, state]) => JSON.stringify({ time: 0, packets, state }));
  await writeFile(join(own, 'events.ndjson'), lines.join('\n'));
  const capture = await Capture.open('c', own, { ...about, target });
  const search = new ProblemSearch(capture, new Turns(), () => null);
  while (!search.isDone) await search.look();
  await capture.close();
  const marked = Array.from({ length: log.index.length }, (_, row) => row).filter((row) =>
    capture.hasProblem(row),
  );
  return { problems: search.list().problems, marked };
}

const problemsOf = async (...session: Parameters<typeof searched>) =>
  (await searched(...session)).problems;

const lamp: CaptureFile['target'] = {
  kind: 'local',
  productKey: 'a1B2c3D4e5F',
  deviceName: 'lamp-01',
  signMethod: 'hmacsha256',
  clientId: '',
  keepAlive: 60,
  cleanSession: true,
};

test('problems are in the order of their packets, also those that only time tells', async () => {
  const problems = await problemsOf([
    [0, '>', connect],
    [10, '<', { cmd: 'connack', returnCode: 0, sessionPresent: false } as Packet],
    [20, '>', publish(1)],
    [
      30,
      '>',
      { cmd: 'subscribe', messageId: 2, subscriptions: [{ topic: 'x', qos: 1 }] } as Packet,
    ],
    [40, '<', { cmd: 'suback', messageId: 2, granted: [128] } as Packet],
    [60_000, '>', null],
  ]);
  expect(problems.map(({ finding, firstRow }) => [firstRow, finding.rule])).toEqual([
    [2, 'publish-unanswered'],
    [4, 'suback-refused'],
  ]);
});

test('the end of a recorded connection is known, and how long an answer was awaited before it', async () => {
  const [cut, lasted] = await problemsOf([
    [0, '>', connect],
    [1_000, '>', publish(1, 'cut')],
    [4_300, '>', null],
    [5_000, '>', connect],
    [6_000, '>', publish(1, 'lasted')],
    [40_000, '>', null],
  ]).then((all) => all.filter(({ subject }) => subject !== 'CONNECT'));
  expect(cut?.finding).toMatchObject({ rule: 'publish-silent', values: { cut: 1, seconds: 3.3 } });
  expect(lasted?.finding.values).toMatchObject({ cut: 0, seconds: 10 });
});

test('messages before the device disconnects are not told of a broken network', async () => {
  const problems = await problemsOf([
    [0, '>', connect],
    [10, '<', { cmd: 'connack', returnCode: 0, sessionPresent: false } as Packet],
    [1_000, '>', publish(1)],
    [1_033, '>', publish(2)],
    [1_034, '<', { cmd: 'puback', messageId: 1 } as Packet],
    [41_000, '>', { cmd: 'disconnect' } as Packet],
    [41_001, '>', null],
  ]);
  expect(problems.map(({ finding }) => [finding.rule, finding.values.sign])).toEqual([
    ['publish-unanswered', 'unknown'],
  ]);
});

test('what payloads tell is found all over a long capture', async () => {
  const reply = (at: number, code: number): Step => [
    at,
    '<',
    {
      cmd: 'publish',
      topic: '/sys/a1B2c3D4e5F/lamp-01/thing/event/property/post_reply',
      payload: JSON.stringify({ id: String(at), code, message: 'x'.repeat(100) }),
      qos: 0,
    } as Packet,
  ];
  const length = 12_000;
  const bad = [3, length / 2, length - 1];
  const steps = Array.from({ length }, (_, at) => reply(at, bad.includes(at) ? 6320 : 200));
  const problems = await problemsOf(steps, lamp);
  const wrong = problems.find(({ finding }) => finding.rule === 'alink-code-platform');
  expect(wrong).toMatchObject({ firstRow: bad[0], lastRow: bad[2], count: 3 });
});

test('filters know the first and the last packet of what is worse than a hint', async () => {
  const connack = { cmd: 'connack', returnCode: 0, sessionPresent: true } as Packet;
  const suback = { cmd: 'suback', messageId: 2, granted: [128] } as Packet;
  const { problems, marked } = await searched([
    [0, '>', connect],
    [10, '<', connack],
    [20, '>', publish(1)],
    [1_000, '>', null],
    [2_000, '>', connect],
    [2_010, '<', connack],
    [2_020, '>', { ...publish(1), dup: true } as Packet],
    [2_030, '<', { cmd: 'puback', messageId: 1 } as Packet],
    ...[3, 4, 5].flatMap((at): Step[] => [
      [
        at * 1_000,
        '>',
        { cmd: 'subscribe', messageId: 2, subscriptions: [{ topic: 'x', qos: 1 }] } as Packet,
      ],
      [at * 1_000 + 10, '<', suback],
    ]),
  ]);
  expect(
    problems.map(({ finding, firstRow, count }) => [finding.severity, firstRow, count]),
  ).toEqual([
    ['hint', 2, 1],
    ['error', 8, 3],
  ]);
  expect(marked).toEqual([8, 12]);
});

describe('a connection that was lost', () => {
  const connack = (returnCode: number) =>
    ({ cmd: 'connack', returnCode, sessionPresent: false }) as Packet;
  const cause = (phase: Cause['phase']): Cause => ({
    kind: 'closed-by-broker',
    phase,
    code: null,
    raw: '',
  });
  const waiting = (phase: Cause['phase'] = null): ConnectionState => ({
    status: 'waiting',
    attempt: 2,
    retryAt: 0,
    cause: cause(phase),
  });
  const closed: ConnectionState = { status: 'closed', cause: null };
  const kick = {
    cmd: 'publish',
    topic: '/ext/notify',
    payload: '{"title":"kick"}',
    qos: 0,
  } as Packet;
  const ends = async (...session: Parameters<typeof searched>) =>
    (await problemsOf(...session)).map(({ finding: { rule, severity }, firstRow, lastRow }) => ({
      rule,
      severity,
      rows: [firstRow, lastRow],
    }));
  const connection = (at: number, ...more: Step[]): Step[] => [
    [at, '>', connect],
    [at + 10, '<', connack(0)],
    ...more,
    [at + 1_000, '>', null],
  ];
  const twice = [...connection(0), ...connection(2_000)];

  test('is told at its last packet with what is known of the cause, also at the end', async () => {
    expect(
      await ends(twice, lamp, [
        [2, waiting()],
        [4, waiting()],
        [4, closed],
      ]),
    ).toEqual([{ rule: 'closed-by-broker-platform', severity: 'error', rows: [1, 3] }]);
    expect(
      await ends(twice, null, [
        [2, waiting()],
        [4, closed],
      ]),
    ).toEqual([{ rule: 'closed-by-broker', severity: 'error', rows: [1, 1] }]);
  });

  test('is not told again where a packet said why, nor where none stood', async () => {
    const kicked = connection(0, [500, '<', kick]);
    expect((await ends(kicked, lamp, [[3, waiting()]])).map(({ rule }) => rule)).toEqual([
      'kicked-platform',
    ]);
    expect(
      await ends(twice, null, [
        [2, closed],
        [4, waiting('tcp')],
      ]),
    ).toEqual([]);
  });
});
