import { join } from 'node:path';
import type { Packet } from 'mqtt-packet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFilter } from '../../../shared/filter/parse-filter.ts';
import { type Capture, PACKETS_FILE } from './capture.ts';
import { tsharkFields } from './testing/tshark.ts';
import { publish, type ViewsBench, viewsBench, wire } from './view-test-support.ts';

/** A session in which every packet has a frame of its own. */
interface Session {
  readonly capture: Capture;
  /** Their numbers in the file, by row. */
  readonly frames: readonly string[];
}

let bench: ViewsBench;
let sessions: Readonly<Record<4 | 5, Session>>;
beforeAll(async () => {
  bench = await viewsBench();
  sessions = { 4: await session(4), 5: await session(5) };
});
afterAll(() => bench.end());

const message = (packet: Packet, flags: object) => ({ ...packet, ...flags }) as Packet;

const packets: readonly [sent: boolean, packet: Packet][] = [
  [false, { cmd: 'connack', sessionPresent: false, returnCode: 0, reasonCode: 0 }],
  [true, { cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'a/#', qos: 1 }] }],
  [false, { cmd: 'suback', messageId: 1, granted: [1] }],
  [true, { cmd: 'subscribe', messageId: 2, subscriptions: [{ topic: 'b', qos: 1 }] }],
  [false, { cmd: 'suback', messageId: 2, granted: [128] }],
  [true, publish('a/thing', '{"temperature":21}')],
  [true, message(publish('a/other', 'thing', 3), { retain: true })],
  [false, { cmd: 'puback', messageId: 3, reasonCode: 16 }],
  [false, message(publish('a/thing', 'x', 4), { dup: true, qos: 2 })],
  [true, { cmd: 'pubrec', messageId: 4, reasonCode: 0 }],
  [false, { cmd: 'pubrel', messageId: 4, reasonCode: 0 }],
  [true, { cmd: 'pubcomp', messageId: 4, reasonCode: 146 }],
  [true, { cmd: 'pingreq' }],
  [false, { cmd: 'pingresp' }],
];

async function session(version: 4 | 5): Promise<Session> {
  const { capture, connection } = await bench.started(version);
  for (const [sent, packet] of packets) capture.record(connection, sent, wire(packet, version));
  await capture.flush();
  return { capture, frames: await framesOf(capture, 'mqtt') };
}

async function framesOf({ folder }: Capture, filter: string): Promise<string[]> {
  return (await tsharkFields(join(folder, PACKETS_FILE), ['frame.number'], filter)).flat();
}

/** Rows that Wireshark shows with a filter of its own; frames without MQTT are none. */
async function theirs({ capture, frames }: Session, filter: string): Promise<number[]> {
  const found = await framesOf(capture, filter);
  return found.map((frame) => frames.indexOf(frame)).filter((row) => row >= 0);
}

/** Rows that we show with what we make of it. */
async function ours({ capture }: Session, filter: string): Promise<number[]> {
  const parsed = parseFilter(filter);
  const rewritten = parsed.ok ? null : (parsed.error.wireshark?.rewritten ?? null);
  if (rewritten === null) throw new Error(`${filter} is not rewritten`);
  const { viewId, search } = await bench.open(capture, rewritten);
  const all = capture.log.index.length;
  if (search?.searched !== all) await bench.until(() => bench.done(viewId, all));
  return bench.rowsOf(viewId);
}

test.each<[4 | 5, string]>([
  [4, 'mqtt.msgtype == 3'],
  [4, 'mqtt.msgtype != 3 and mqtt.msgtype <= 8'],
  [4, 'mqtt.msgtype in {3, 4}'],
  [4, 'mqtt && !(mqtt.msgtype == 12 || mqtt.msgtype == 13)'],
  [4, 'mqtt.msgtype == 3 && mqtt.qos == 1 || mqtt.msgtype == 1'],
  [4, 'mqtt.qos != 1'],
  [4, 'mqtt.qos > 0'],
  [4, 'mqtt.topic == "a/thing"'],
  [4, 'mqtt.topic != "a/thing" && mqtt.msgtype == 3'],
  [4, 'mqtt.topic contains "other"'],
  [4, 'mqtt.topic contains "thing"'],
  [4, 'mqtt.msgid == 3'],
  [4, 'mqtt.msgid in {1, 3..4}'],
  [4, 'mqtt.msgtype in {3..5}'],
  [4, 'tcp.stream == 0'],
  [4, 'mqtt.msgid != 3'],
  [4, 'mqtt.retain == 1'],
  [4, 'mqtt.retain == 0'],
  [4, '!mqtt.retain == 0'],
  [4, 'mqtt.dupflag == True'],
  [4, 'mqtt.msg contains "temperature"'],
  [4, 'mqtt.clientid == "lamp"'],
  [4, 'mqtt.conack.val == 0'],
  [4, 'mqtt.suback.qos == 128'],
  [4, 'mqtt.suback.qos != 128'],
  [5, 'mqtt.connack.reason_code == 0'],
  [5, 'mqtt.suback.reason_code >= 0x80'],
  [5, 'mqtt.puback.reason_code == 16'],
  [5, 'mqtt.pubcomp.reason_code > 0'],
])('in MQTT level %i our words for %s find what Wireshark finds', async (version, filter) => {
  const session = sessions[version];
  expect(await ours(session, filter)).toEqual(await theirs(session, filter));
});
