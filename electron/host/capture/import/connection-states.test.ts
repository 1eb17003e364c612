import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'mqtt-packet';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ConversationOptions, conversation, type Said } from '../testing/conversation.ts';
import { CLIENT, pcapngSection, type TestFrame } from '../testing/foreign-capture.ts';
import { importFile, wire } from '../testing/import-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const START = 1_700_000_000_000_000;
const HOUR = 3_600_000_000;

const sent = (bytes: Uint8Array): Said => ({ sent: true, bytes });
const received = (bytes: Uint8Array): Said => ({ sent: false, bytes });
const connected = [sent(wire.connect), received(wire.connack)];
const disconnect = Buffer.from([0xe0, 0]);

/** One connection after the other, an hour apart, each from a port of its own. */
const oneByOne = (...connections: [Said[], ConversationOptions?][]): TestFrame[] =>
  connections.flatMap(([steps, options], at) =>
    conversation(steps, {
      client: { ...CLIENT, port: 50_000 + at },
      start: START + at * HOUR,
      ...options,
    }),
  );

/** For each band the packets before it, and what it tells. */
async function bandsOf(frames: readonly TestFrame[]) {
  const { capture } = await importFile(folder, pcapngSection(frames));
  const { list } = await capture.stateBands();
  return list.map(({ row, states }) => [
    row,
    ...states.map((state) => ('cause' in state && state.cause?.kind) || state.status),
  ]);
}

test('a device that comes, is cut off, comes again and leaves is told between the packets', async () => {
  const frames = oneByOne(
    [[...connected, sent(wire.publish(1))], { closedBy: 'server' }],
    [[...connected, sent(disconnect)]],
  );
  expect(await bandsOf(frames)).toEqual([
    [0, 'connecting'],
    [2, 'connected'],
    [3, 'closed-by-broker', 'connecting'],
    [5, 'connected'],
    [6, 'closed'],
  ]);
});

test('times are those of the file', async () => {
  const { capture } = await importFile(folder, pcapngSection(oneByOne([connected])));
  const { list } = await capture.stateBands();
  // Three frames open the connection, and with the second of two FINs it is over.
  expect(list.map(({ time, until }) => [time - START, until - START])).toEqual([
    [3_000, 3_000],
    [4_000, 6_000],
  ]);
});

test('a refusal, a silent broker and the broker’s own DISCONNECT are told apart', async () => {
  const refused = received(Buffer.from([0x20, 2, 0, 4]));
  const kicked = received(Buffer.from([0xe0, 2, 0x8e, 0]));
  const frames = oneByOne(
    [[sent(wire.connect), refused], { closedBy: 'server' }],
    [[sent(wire.connect)], { closedBy: 'server' }],
    [[...connected, kicked], { closedBy: 'server' }],
  );
  const { capture } = await importFile(folder, pcapngSection(frames));
  const states = (await capture.stateBands()).list.flatMap((band) => band.states);
  expect(states.flatMap((state) => ('cause' in state ? [state.cause] : []))).toMatchObject([
    { kind: 'connack-refused', phase: 'mqtt', code: 4 },
    { kind: 'no-connack', phase: 'mqtt' },
    { kind: 'disconnected-by-broker', phase: null, code: 0x8e },
  ]);
});

test('what was not seen is not told: no CONNECT, no end', async () => {
  const middle = conversation([sent(wire.publish(1))], { start: START }).slice(3);
  expect(await bandsOf(middle)).toEqual([]);
  const frames = oneByOne([connected, { closedBy: 'nobody' }], [connected, { closedBy: 'nobody' }]);
  expect(await bandsOf(frames)).toEqual([
    [0, 'connecting'],
    [2, 'connected', 'connecting'],
    [4, 'connected'],
  ]);
});

test('a connection whose place another took ends without a word', async () => {
  const [first = [], second = []] = [0, 1].map((at) =>
    conversation(connected, {
      client: { ...CLIENT, port: 50_000 + at },
      start: START + at * HOUR,
      closedBy: at === 0 ? 'server' : 'nobody',
    }),
  );
  const late = first.slice(-3).map((frame) => ({ ...frame, time: frame.time + 2 * HOUR }));
  expect(await bandsOf([...first.slice(0, -3), ...second, ...late])).toEqual([
    [0, 'connecting'],
    [2, 'connected', 'connecting'],
    [4, 'connected'],
  ]);
});

test('of several clients, or of nameless ones, nothing is told', async () => {
  const named = (clientId: string) =>
    sent(generate({ cmd: 'connect', clientId, clean: true, keepalive: 60 }));
  expect(await bandsOf(oneByOne([[named('one')]], [[named('two')]]))).toEqual([]);
  expect(await bandsOf(oneByOne([[named('')]], [[named('')]]))).toEqual([]);
  expect(await bandsOf(oneByOne([[named('')]]))).toHaveLength(2);
});
