import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { generate, type Packet } from 'mqtt-packet';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPacketLog } from './testing/open-whole-log.ts';
import { indexRows, recordSession, rowBytes, type Step } from './testing/record-session.ts';

let folder = '';
let files = 0;
const newPath = () => {
  files += 1;
  return join(folder, `${files}.pcapng`);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const connect: Packet = {
  cmd: 'connect',
  clientId: 'lamp',
  protocolId: 'MQTT',
  protocolVersion: 4,
  clean: true,
  keepalive: 60,
};
const connack: Packet = { cmd: 'connack', returnCode: 0, sessionPresent: false };

const topic = fc.stringMatching(/^[a-z/]{1,20}$/);
const messageId = fc.integer({ min: 1, max: 5 });
const publish = fc
  .record({
    topic,
    messageId,
    qos: fc.constantFrom(0, 1, 2),
    payload: fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(200, 70_000, 300_000).map((size) => 'x'.repeat(size)),
    ),
  })
  .map((fields) => ({ cmd: 'publish', dup: false, retain: false, ...fields }) as Packet);
const other = fc
  .tuple(
    fc.constantFrom('puback', 'pubrec', 'pubrel', 'pubcomp', 'unsuback', 'suback', 'subscribe'),
    messageId,
    topic,
  )
  .map(
    ([cmd, id, filter]) =>
      ({
        cmd,
        messageId: id,
        ...(cmd === 'suback' ? { granted: [1, 128] } : {}),
        ...(cmd === 'subscribe' ? { subscriptions: [{ topic: filter, qos: 1 }] } : {}),
      }) as Packet,
  );
const packet = fc.oneof(
  { weight: 3, arbitrary: publish },
  { weight: 3, arbitrary: other },
  fc.constantFrom<Packet>({ cmd: 'pingreq' }, { cmd: 'pingresp' }, { cmd: 'disconnect' }),
);

/** The bytes cut at random places. */
function chunked(bytes: Buffer): fc.Arbitrary<Buffer[]> {
  return fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 6 }).map((cuts) => {
    const at = [0, ...cuts.sort((one, two) => one - two), bytes.length];
    return at.slice(1).map((end, index) => bytes.subarray(at[index], end));
  });
}

const side = (first: Packet) =>
  fc
    .array(packet, { maxLength: 8 })
    .map((packets) => [first, ...packets].map((one) => generate(one)))
    .chain((packets) =>
      fc.record({ packets: fc.constant(packets), chunks: chunked(Buffer.concat(packets)) }),
    );

const connection = fc.record({
  device: side(connect),
  broker: side(connack),
  order: fc.array(fc.boolean(), { maxLength: 12 }),
});

/** Chunks of both sides in some order, each side's own order kept. */
function interleaved(device: Buffer[], broker: Buffer[], order: boolean[]): Step[] {
  const left = { device: [...device], broker: [...broker] };
  const steps: Step[] = [];
  const take = (sent: boolean) => {
    const chunk = (sent ? left.device : left.broker).shift();
    if (chunk !== undefined) steps.push({ sent, chunk });
  };
  for (const sent of order) take(sent);
  while (left.device.length > 0) take(true);
  while (left.broker.length > 0) take(false);
  return steps;
}

test('a session in any chunking reads back packet by packet, and the same after opening again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(connection, { minLength: 1, maxLength: 3 }), async (connections) => {
      const path = newPath();
      const steps = connections.map(({ device, broker, order }) =>
        interleaved(device.chunks, broker.chunks, order),
      );
      const { log, file } = await recordSession(path, steps);
      const live = indexRows(log);
      const bytes = await rowBytes(log);
      connections.forEach(({ device, broker }, number) => {
        for (const sent of [true, false]) {
          const recorded = bytes.filter(
            (_, row) => log.index.connection(row) === number && log.index.sent(row) === sent,
          );
          const packets = (sent ? device : broker).packets;
          expect(recorded).toEqual(packets.map((one) => one.toString('hex')));
        }
      });
      await file.close();

      const again = await openPacketLog(path);
      expect(again.cut).toBe(0);
      expect(indexRows(again.log)).toEqual(live);
      expect(await rowBytes(again.log)).toEqual(bytes);
      await again.file.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);

test.each([
  ['a few bytes', 3],
  ['more than a segment', 100_000],
])('a stream of no protocol (%s) is recorded whole and opens again the same', async (_, size) => {
  const path = newPath();
  const noise = Buffer.alloc(size, 7);
  noise[0] = 0;
  const { log, file } = await recordSession(path, [
    [
      { sent: true, chunk: generate(connect) },
      { sent: false, chunk: Buffer.concat([generate(connack), noise]) },
      { sent: false, chunk: noise },
    ],
  ]);
  const live = indexRows(log);
  const bytes = await rowBytes(log);
  expect(bytes.slice(2).join('')).toBe(Buffer.concat([noise, noise]).toString('hex'));
  expect(live.slice(2)).toSatisfy((rows: { broken: boolean }[]) => rows.every((row) => row.broken));
  await file.close();
  const again = await openPacketLog(path);
  expect(indexRows(again.log)).toEqual(live);
  expect(await rowBytes(again.log)).toEqual(bytes);
  await again.file.close();
});

test('a packet cut off by the end of its connection is a broken row, with its time, again too', async () => {
  const path = newPath();
  const whole = generate({
    cmd: 'publish',
    topic: 't',
    payload: 'body',
    qos: 0,
    dup: false,
    retain: false,
  });
  const { log, file } = await recordSession(path, [
    [
      { sent: true, chunk: generate(connect) },
      { sent: true, chunk: whole.subarray(0, 5) },
    ],
    [{ sent: true, chunk: generate(connect) }],
  ]);
  const live = indexRows(log);
  expect(live).toMatchObject([{ broken: false }, { broken: true, size: 5 }, { connection: 1 }]);
  await file.close();
  const again = await openPacketLog(path);
  expect(indexRows(again.log)).toEqual(live);
  await again.file.close();
});

test('an MQTT 5 topic alias is resolved in the direction that set it', async () => {
  const publish5 = (name: string, properties: object) =>
    generate(
      { cmd: 'publish', topic: name, payload: 'x', qos: 0, dup: false, retain: false, properties },
      { protocolVersion: 5 },
    );
  const { log, file } = await recordSession(newPath(), [
    [
      { sent: true, chunk: generate({ ...connect, protocolVersion: 5 } as Packet) },
      { sent: true, chunk: publish5('a/b', { topicAlias: 3 }) },
      { sent: true, chunk: publish5('', { topicAlias: 3 }) },
      { sent: false, chunk: publish5('', { topicAlias: 3 }) },
    ],
  ]);
  expect(indexRows(log).map((row) => (row as { topic: string }).topic)).toEqual([
    'lamp',
    'a/b',
    'a/b',
    null,
  ]);
  await file.close();
});
