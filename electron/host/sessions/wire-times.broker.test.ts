import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Mosquitto, startMosquitto } from '../../../e2e/support/mosquitto.ts';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import { packetTypeOf } from '../../../shared/mqtt/packet-types.ts';
import {
  brokerTarget,
  connectDevice,
  isConnected,
  newDataDir,
  startHost,
  type TestHost,
} from '../test-support.ts';

const PASSWORD = 'correct horse battery staple';

let mosquitto: Mosquitto;
let app: TestHost;

beforeAll(async () => {
  mosquitto = await startMosquitto({ folder: await newDataDir(), users: { user: PASSWORD } });
});
afterAll(() => mosquitto.stop());
beforeEach(async () => {
  app = await startHost(await newDataDir());
});
afterEach(() => app.host.close());

const connect = () =>
  connectDevice(app, brokerTarget(mosquitto.port, { username: 'user' }), PASSWORD);

/** The only row of its type. */
function rowOf(rows: readonly PacketRow[], type: string): PacketRow {
  const found = rows.filter(({ header }) => packetTypeOf(header) === type);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} ${type}`);
  return found[0];
}

/** Milliseconds between two packets as they were recorded. */
const between = (from: PacketRow, to: PacketRow) => (to.time - from.time) / 1000;

test.each([
  [1, 'PUBACK'],
  [2, 'PUBCOMP'],
] as const)('a publish of QoS %i took from PUBLISH to %s on the wire', async (qos, last) => {
  const session = await connect();
  const { acknowledgedAfter } = await app.ask('sessions.publish', {
    sessionId: session.id,
    message: { topic: 'a', qos, retain: false, payload: { encoding: 'utf8', data: '' } },
  });
  const rows = await app.rows(session.captureId);
  expect(acknowledgedAfter).toBe(between(rowOf(rows, 'PUBLISH'), rowOf(rows, last)));
});

test('a publish of QoS 0 waits for nothing', async () => {
  const session = await connect();
  const { acknowledgedAfter } = await app.ask('sessions.publish', {
    sessionId: session.id,
    message: { topic: 'a', qos: 0, retain: false, payload: { encoding: 'utf8', data: '' } },
  });
  expect(acknowledgedAfter).toBeNull();
});

test('the phase of MQTT took from CONNECT to CONNACK on the wire', async () => {
  const session = await connect();
  const rows = await app.rows(session.captureId);
  expect(session.phases.at(-1)).toEqual({
    phase: 'mqtt',
    milliseconds: between(rowOf(rows, 'CONNECT'), rowOf(rows, 'CONNACK')),
  });
});

test.each([0, 1] as const)(
  'the reply to a publish of QoS %i has its time on the wire',
  async (qos) => {
    const { id, captureId, label } = await app.ask('platform.try', {});
    await app.sessionThat(id, isConnected);
    const { devices } = await app.ask('app.snapshot', {});
    const target = devices[0]?.target;
    if (target?.kind !== 'local') throw new Error(`${label} is not on the local platform`);
    const { awaited } = await app.ask('sessions.publish', {
      sessionId: id,
      message: {
        topic: `/sys/${target.productKey}/${target.deviceName}/thing/event/property/post`,
        qos,
        retain: false,
        payload: { encoding: 'utf8', data: '{"id":"4711","params":{"temperature":21}}' },
      },
    });
    const replyId = awaited?.id ?? '';
    const { reply } = await app.ask('sessions.reply', { sessionId: id, replyId });
    const answers = (await app.rows(captureId)).filter(
      ({ topic, direction }) => topic === awaited?.topic && direction === 'received',
    );
    const last = answers.at(-1);
    expect(reply?.milliseconds).toBe((last?.relatedAfter ?? 0) / 1000);
  },
);
