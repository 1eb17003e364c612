import type { Packet } from 'mqtt-packet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CELL_BYTES_MAX, CELL_CHARACTERS_MAX } from '../../../shared/contract/cell-values.ts';
import { DETAIL_BYTES_MAX } from '../../../shared/contract/packets.ts';
import { fieldAt } from '../../../shared/mqtt/testing/field-tree.ts';
import type { Capture } from './capture.ts';
import { packetHandlers } from './packet-commands.ts';
import { puback, publish, record, type ViewsBench, viewsBench, wire } from './view-test-support.ts';

let bench: ViewsBench;
let capture: Capture;
let connection: number;
let handlers: ReturnType<typeof packetHandlers>;

beforeEach(async () => {
  bench = await viewsBench();
  ({ capture, connection } = await bench.started());
  const get = async () => capture;
  handlers = packetHandlers({ get, getFor: get, use: (_id, work) => work(capture) });
});
afterEach(() => bench.end());

const at = (row: number) => ({ captureId: capture.id, row });
const beside = (row: number, step: 1 | -1) => handlers['packet.beside']({ ...at(row), step });

it('tells of a packet how the connection had changed right before it', async () => {
  const cause = { kind: 'closed-by-broker', phase: null, code: null, raw: '' } as const;
  record(capture, connection, true, [publish('a', '1')]);
  capture.noteState({ status: 'closed', cause });
  capture.noteState({ status: 'connecting', phase: 'tcp', attempt: 1 });
  record(capture, connection, true, [publish('a', '2'), publish('a', '3')]);
  const before = async (row: number) => (await handlers['packet.get'](at(row))).before;
  expect(await before(2)).toMatchObject({
    states: [{ status: 'closed', cause }, { status: 'connecting' }],
    changes: 2,
  });
  for (const row of [1, 3]) expect(await before(row)).toBeNull();
});

describe('the message beside another on a topic', () => {
  it('is the one before it in the same direction, whatever lies between', async () => {
    record(capture, connection, true, [publish('a', '1', 1), publish('b', '2')]);
    record(capture, connection, false, [puback(1), publish('a', '3')]);
    record(capture, connection, true, [publish('a', '4')]);
    const { row, after } = await beside(5, -1);
    expect(row).toBe(1);
    expect(after).toBe(capture.log.index.time(1) - capture.log.index.time(5));
    expect(await beside(1, 1)).toEqual({ row: 5, after: -(after ?? 0) });
    expect(await beside(4, -1)).toEqual({ row: null, after: null });
    expect(await beside(5, 1)).toEqual({ row: null, after: null });
  });

  it('is looked for across connections', async () => {
    record(capture, connection, true, [publish('a', '1')]);
    capture.closeConnection(connection);
    const next = capture.openConnection();
    record(capture, next, true, [publish('a', '2')]);
    expect(await beside(2, -1)).toMatchObject({ row: 1 });
  });

  it('is none for the first, and for what is no message', async () => {
    record(capture, connection, true, [publish('a', '1')]);
    for (const row of [0, 1]) expect(await beside(row, -1)).toEqual({ row: null, after: null });
  });

  it('is found in a long capture', async () => {
    record(capture, connection, true, [publish('a', '1')]);
    const many = Buffer.concat(Array.from({ length: 5000 }, () => wire(publish('b', 'x'))));
    for (let turn = 0; turn < 20; turn += 1) capture.record(connection, true, many);
    record(capture, connection, true, [publish('a', '2')]);
    expect(await beside(100_002, -1)).toMatchObject({ row: 1 });
    expect(await beside(1, 1)).toMatchObject({ row: 100_002 });
  });
});

describe('the packets of an exchange', () => {
  const exchange = async (row: number) => (await handlers['packet.exchange'](at(row))).rows;

  it('are a request, its reply and the acknowledgements of both, whichever is asked for', async () => {
    const post = '/sys/a1B2c3D4e5F/lamp-01/thing/event/property/post';
    record(capture, connection, true, [publish(post, '{"id":"1"}', 7), publish('other', '')]);
    record(capture, connection, false, [puback(7), publish(`${post}_reply`, '{"id":"1"}', 9)]);
    record(capture, connection, true, [puback(9)]);
    for (const row of [1, 3, 4, 5]) expect(await exchange(row)).toEqual([1, 3, 4, 5]);
    expect(await exchange(2)).toEqual([2]);
  });

  it('are the four of a delivery with QoS 2', async () => {
    record(capture, connection, true, [{ ...publish('a', '', 7), qos: 2 } as Packet]);
    record(capture, connection, false, [{ cmd: 'pubrec', messageId: 7 }]);
    record(capture, connection, true, [{ cmd: 'pubrel', messageId: 7 }]);
    record(capture, connection, false, [{ cmd: 'pubcomp', messageId: 7 }]);
    for (const row of [1, 2, 3, 4]) expect(await exchange(row)).toEqual([1, 2, 3, 4]);
  });
});

describe('a packet that is larger than a detail', () => {
  const payload = Buffer.alloc(2_500_000, 'tricorder ');
  const bytesOf = async (start: number, count: number) =>
    Buffer.from((await handlers['packet.bytes']({ ...at(1), start, count })).bytes, 'base64');

  beforeEach(() => record(capture, connection, true, [publish('a/b', payload)]));

  it('comes in pieces that make up the whole', async () => {
    const whole = wire(publish('a/b', payload));
    const pieces: Buffer[] = [];
    for (let start = 0; start < whole.length; start += 700_000)
      pieces.push(await bytesOf(start, 700_000));
    expect(Buffer.concat(pieces).equals(whole)).toBe(true);
    expect(await bytesOf(whole.length, 10)).toHaveLength(0);
  });

  it('is decoded with the ranges of the whole, and is not called truncated', async () => {
    const detail = await handlers['packet.get'](at(1));
    expect(Buffer.from(detail.bytes, 'base64')).toHaveLength(DETAIL_BYTES_MAX);
    expect(detail.findings).toEqual([]);
    expect(detail.payload).toEqual({ start: 10, end: 2_500_010 });
    expect(fieldAt(detail.fields, 'Payload')).toMatchObject({
      value: '2500000 bytes',
      start: 10,
      end: 2_500_010,
    });
  });
});

describe('the values at paths of payloads', () => {
  const valuesOf = async (rows: number[], ...paths: (string | number)[][]) =>
    (await handlers['packet.values']({ captureId: capture.id, rows, paths })).values;
  const textsOf = async (rows: number[], ...paths: (string | number)[][]) =>
    (await valuesOf(rows, ...paths)).map((row) => row.map((value) => value?.text ?? null));

  it('come row by row and path by path, those on their way to the file too', async () => {
    record(capture, connection, true, [publish('a', '{"t":21,"p":[{"x":"on"}]}', 7)]);
    await capture.flush();
    record(capture, connection, true, [publish('b', '{"t":22}')]);
    expect(await textsOf([2, 1], ['t'], ['p', 0, 'x'])).toEqual([
      ['22', null],
      ['21', 'on'],
    ]);
  });

  it('are as they are written, and told apart by their kind', async () => {
    const written =
      '{"n":23.0,"i":1905332113000000001,"s":"23","b":true,"z":null,"o":{ "a":1 },"l":[1]}';
    record(capture, connection, true, [publish('a', written)]);
    const names = ['n', 'i', 's', 'b', 'z', 'o', 'l'];
    const [values = []] = await valuesOf([1], ...names.map((name) => [name]));
    expect(values.map((value) => [value?.kind, value?.text])).toEqual([
      ['number', '23.0'],
      ['number', '1905332113000000001'],
      ['string', '23'],
      ['boolean', 'true'],
      ['null', 'null'],
      ['object', '{ "a":1 }'],
      ['array', '[1]'],
    ]);
  });

  it('are none in other packets, in what is no JSON, and where the path leads nowhere', async () => {
    record(capture, connection, true, [publish('a', 'off'), publish('a', '{"list":[1]}')]);
    record(capture, connection, true, [publish('a', `${'['.repeat(9_999)}${']'.repeat(9_999)}`)]);
    expect(await textsOf([0, 1, 2, 99], ['x'])).toEqual([[null], [null], [null], [null]]);
    expect(await textsOf([2], ['list', '0'], ['list', 1], ['list', 0])).toEqual([
      [null, null, '1'],
    ]);
    expect(await textsOf([3], [0])).toEqual([[null]]);
  });

  it('are cut where they are long, and are not looked for in large packets', async () => {
    const long = 'x'.repeat(CELL_CHARACTERS_MAX);
    record(capture, connection, true, [publish('a', `{"s":"${long}","t":"${long}y"}`)]);
    record(capture, connection, true, [publish('a', `{"s":1}${' '.repeat(CELL_BYTES_MAX)}`)]);
    expect(await valuesOf([1, 2], ['s'], ['t'])).toEqual([
      [
        { kind: 'string', text: long, cut: false },
        { kind: 'string', text: long, cut: true },
      ],
      [null, null],
    ]);
  });

  it('are read past the properties of MQTT 5', async () => {
    ({ capture, connection } = await bench.started(5));
    const properties = { contentType: 'application/json' };
    const packet = { ...publish('a', '{"t":21}'), properties } as Packet;
    capture.record(connection, true, wire(packet, 5));
    expect(await textsOf([1], ['t'])).toEqual([['21']]);
  });
});

it('is not found where the capture has no such packet', async () => {
  const missing = { code: 'not-found' };
  await expect(handlers['packet.get'](at(9))).rejects.toMatchObject(missing);
  await expect(beside(9, -1)).rejects.toMatchObject(missing);
  await expect(handlers['packet.exchange'](at(9))).rejects.toMatchObject(missing);
  await expect(handlers['packet.bytes']({ ...at(9), start: 0, count: 1 })).rejects.toMatchObject(
    missing,
  );
});
