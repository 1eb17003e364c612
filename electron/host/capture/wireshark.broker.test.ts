import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generate, type Packet } from 'mqtt-packet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PacketField } from '../../../shared/contract/packets.ts';
import { type DecodedPacket, decodePacket } from '../../../shared/mqtt/decode-packet.ts';
import { allFields } from '../../../shared/mqtt/testing/field-tree.ts';
import { recordSession, type Step } from './testing/record-session.ts';
import { tsharkFields, tsharkMqtt } from './testing/tshark.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-tshark-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Exchange {
  readonly sent: boolean;
  readonly packet: Packet;
}
const sent = (packet: object): Exchange => ({ sent: true, packet: packet as Packet });
const received = (packet: object): Exchange => ({ sent: false, packet: packet as Packet });

/** Every packet type, from the side that may send it. */
function everyPacket(level: 3 | 4 | 5): Exchange[] {
  const five = (properties: object) => (level === 5 ? { properties } : {});
  const code = (reasonCode: number) => (level === 5 ? { reasonCode } : {});
  return [
    sent({
      cmd: 'connect',
      protocolId: level === 3 ? 'MQIsdp' : 'MQTT',
      protocolVersion: level,
      clean: true,
      clientId: 'lamp|securemode=3,signmethod=hmacsha1|',
      keepalive: 300,
      username: 'lamp&a1pk',
      password: Buffer.from('*****'),
      will: { topic: 'will/t', payload: Buffer.from('gone'), qos: 1, retain: true },
      ...five({ sessionExpiryInterval: 60, userProperties: { a: 'b' } }),
    }),
    received({ cmd: 'connack', sessionPresent: level !== 3, returnCode: 0, ...code(0) }),
    sent({
      cmd: 'subscribe',
      messageId: 11,
      subscriptions: [
        { topic: 'a/+', qos: 1 },
        { topic: '#', qos: 0 },
      ],
    }),
    received({
      cmd: 'suback',
      messageId: 11,
      granted: level === 5 ? [1, 135] : level === 4 ? [1, 128] : [1, 0],
    }),
    sent({ cmd: 'publish', topic: '温度/t', payload: '{"a":1}', qos: 0, retain: true, dup: false }),
    sent({ cmd: 'publish', topic: 'q1', payload: 'one', qos: 1, messageId: 38_850, dup: true }),
    received({ cmd: 'puback', messageId: 38_850, ...code(16) }),
    received({ cmd: 'publish', topic: 'q2', payload: Buffer.alloc(300, 7), qos: 2, messageId: 9 }),
    sent({ cmd: 'pubrec', messageId: 9, ...code(0) }),
    received({ cmd: 'pubrel', messageId: 9, ...code(0) }),
    sent({ cmd: 'pubcomp', messageId: 9, ...code(146) }),
    sent({ cmd: 'unsubscribe', messageId: 12, unsubscriptions: ['a/+', '#'] }),
    received({ cmd: 'unsuback', messageId: 12, ...(level === 5 ? { granted: [0, 17] } : {}) }),
    sent({ cmd: 'pingreq' }),
    received({ cmd: 'pingresp' }),
    ...(level === 5
      ? [sent({ cmd: 'auth', reasonCode: 24, properties: { authenticationMethod: 'x' } })]
      : []),
    sent({ cmd: 'disconnect', ...code(4) }),
  ];
}

const bytesOf = ({ packet }: Exchange, level: number) =>
  generate(packet, { protocolVersion: level });

/** tshark finds nothing to say about any frame. */
async function expectNoComplaint(path: string): Promise<void> {
  expect(
    await tsharkFields(
      path,
      ['frame.number', '_ws.malformed', 'tcp.analysis.flags', '_ws.expert.message'],
      '_ws.malformed || tcp.analysis.flags || (_ws.expert && !_ws.expert.group == "Sequence")',
    ),
  ).toEqual([]);
}

async function record(name: string, connections: Step[][]): Promise<string> {
  const path = join(folder, name);
  await (await recordSession(path, connections)).file.close();
  return path;
}

test('Wireshark says with the properties of a file which headers are made up', async () => {
  const path = await record('empty.pcapng', []);
  const { stdout } = await promisify(execFile)('capinfos', ['-k', path]);
  expect(stdout).toContain('The IPv4 and TCP headers are made up');
});

test('tshark shows exactly the packets of a session, in order and without complaint', async () => {
  const big = sent({ cmd: 'publish', topic: 'big', payload: Buffer.alloc(300_000, 65), qos: 0 });
  const connections = ([4, 5, 3] as const).map((level) => {
    const exchanges = [...everyPacket(level).slice(0, -1), big, ...everyPacket(level).slice(-1)];
    return exchanges.map((one) => ({ type: types.indexOf(one.packet.cmd ?? ''), one, level }));
  });
  const steps = connections.map((packets) =>
    packets.flatMap(({ one, level }, number) => {
      const bytes = bytesOf(one, level);
      // Every third packet arrives in three pieces.
      const cuts = number % 3 === 0 ? [0, 1, bytes.length >> 1, bytes.length] : [0, bytes.length];
      return cuts
        .slice(1)
        .map((end, at) => ({ sent: one.sent, chunk: bytes.subarray(cuts[at], end) }));
    }),
  );
  const path = await record('session.pcapng', steps);
  const frames = await tsharkFields(path, ['mqtt.msgtype'], 'mqtt');
  expect(frames.flatMap(([list = '']) => list.split(',').map(Number))).toEqual(
    connections.flatMap((packets) => packets.map(({ type }) => type)),
  );
  await expectNoComplaint(path);
  const streams = await tsharkFields(path, ['tcp.stream', 'tcp.flags.str'], 'tcp.flags.syn==1');
  expect(streams.map(([stream]) => stream)).toEqual(['0', '0', '1', '1', '2', '2']);
});

test('tshark sees the broker close the connection that the broker closed', async () => {
  const path = join(folder, 'closed.pcapng');
  const [connect = sent({})] = everyPacket(4);
  const steps = [{ sent: true, chunk: bytesOf(connect, 4) }];
  await (await recordSession(path, [steps], 'received')).file.close();
  const closing = await tsharkFields(path, ['tcp.srcport'], 'tcp.flags.fin==1');
  expect(closing).toEqual([['1883'], ['49152']]);
  await expectNoComplaint(path);
});

test('many packets in one chunk and both directions at once are no trouble to tshark', async () => {
  const side = (isSent: boolean) =>
    everyPacket(4)
      .filter((one) => one.sent === isSent)
      .map((one) => bytesOf(one, 4));
  const [connect = Buffer.alloc(0), ...others] = side(true);
  const out = Buffer.concat(others);
  const back = Buffer.concat(side(false));
  const steps: Step[] = [{ sent: true, chunk: connect }];
  for (let at = 0; at < Math.max(out.length, back.length); at += 17) {
    steps.push({ sent: false, chunk: back.subarray(at, at + 17) });
    steps.push({ sent: true, chunk: out.subarray(at, at + 17) });
  }
  const path = await record('interleaved.pcapng', [steps]);
  const frames = await tsharkFields(path, ['mqtt.msgtype'], 'mqtt');
  expect(frames.flatMap(([list = '']) => list.split(','))).toHaveLength(everyPacket(4).length);
  await expectNoComplaint(path);
});

const types = [
  '',
  ...['connect', 'connack', 'publish', 'puback', 'pubrec', 'pubrel', 'pubcomp', 'subscribe'],
  ...['suback', 'unsubscribe', 'unsuback', 'pingreq', 'pingresp', 'disconnect', 'auth'],
];

test.each([3, 4, 5] as const)(
  'our decoder agrees with tshark on every packet of level %i',
  async (level) => {
    const exchanges = everyPacket(level);
    const path = await record(`level-${level}.pcapng`, [
      exchanges.map((one) => ({ sent: one.sent, chunk: bytesOf(one, level) })),
    ]);
    const theirs = await tsharkMqtt(path);
    expect(theirs).toHaveLength(exchanges.length);
    exchanges.forEach((one, at) => {
      const decoded = decodePacket(bytesOf(one, level), { level });
      expect(decoded.findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
      expect(ourFacts(decoded, bytesOf(one, level))).toEqual(tsharkFacts(theirs[at] ?? {}));
    });
  },
);

/** Values of the fields with this name, wherever in the packet they stand. */
const valuesOf = (fields: readonly PacketField[], name: string) =>
  allFields(fields)
    .filter((field) => field.name === name)
    .map((field) => field.value);

function ourFacts({ fields, payload }: DecodedPacket, bytes: Buffer): object {
  const values = (...names: string[]) => names.flatMap((name) => valuesOf(fields, name));
  const subscriptions = fields.filter(({ name }) => name === 'Subscription');
  return {
    type: values('Control Packet Type'),
    length: values('Remaining Length'),
    dup: values('DUP'),
    qos: valuesOf(fields.slice(0, 1), 'QoS'),
    retain: values('RETAIN'),
    packetId: values('Packet Identifier'),
    topics: values('Topic Name', 'Topic Filter'),
    clientId: values('Client Identifier'),
    userName: values('User Name'),
    willTopic: values('Will Topic'),
    keepAlive: values('Keep Alive'),
    sessionPresent: values('Session Present'),
    codes: values('Reason Code', 'Return Code'),
    requestedQos: subscriptions.flatMap(({ children }) => valuesOf(children, 'QoS')),
    payload: payload === null ? [] : [bytes.subarray(payload.start, payload.end).toString('hex')],
  };
}

/** Every value of a key in tshark's tree, in order. */
function found(node: unknown, key: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === key ? [value].flat().map(String) : found(value, key),
  );
}

function tsharkFacts(mqtt: Record<string, unknown>): object {
  const values = (...keys: string[]) => keys.flatMap((key) => found(mqtt, key));
  // tshark names the flags of MQTT 3.1's SUBSCRIBE too; our decoder calls them reserved as 3.1.1 does.
  const flags = values('mqtt.msgtype')[0] === '3' ? ['mqtt.dupflag', 'mqtt.qos'] : [];
  const answers = ['connack', 'puback', 'pubrec', 'pubrel', 'pubcomp', 'suback', 'unsuback'];
  return {
    type: values('mqtt.msgtype'),
    length: values('mqtt.len'),
    dup: values(...flags.slice(0, 1)),
    qos: values(...flags.slice(1)),
    retain: values('mqtt.retain'),
    packetId: values('mqtt.msgid'),
    topics: values('mqtt.topic'),
    clientId: values('mqtt.clientid'),
    userName: values('mqtt.username'),
    willTopic: values('mqtt.willtopic'),
    keepAlive: values('mqtt.kalive'),
    sessionPresent: values('mqtt.conack.flags.sp'),
    codes: [
      ...values('mqtt.conack.val', 'mqtt.suback.qos'),
      ...[...answers, 'disconnect', 'auth'].flatMap((type) => values(`mqtt.${type}.reason_code`)),
    ],
    requestedQos: values('mqtt.sub.qos', 'mqtt.subscription_options_qos'),
    payload: values('mqtt.msg').map((hex) => hex.replaceAll(':', '')),
  };
}
