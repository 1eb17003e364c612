import { Duplex, PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { tapWire } from './wire-tap.ts';

/** A transport whose two ends the test holds. */
function transport() {
  const fromBroker = new PassThrough();
  const written: Buffer[] = [];
  const stream = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk);
      done();
    },
  });
  fromBroker.on('data', (chunk) => stream.push(chunk));
  fromBroker.on('end', () => stream.push(null));
  return { stream, fromBroker, written };
}

function tapped() {
  const ends = transport();
  const seen: string[] = [];
  const wire = tapWire(ends.stream, {
    sent: (chunk) => seen.push(`> ${chunk.toString()}`),
    received: (chunk) => seen.push(`< ${chunk.toString()}`),
    closedByPeer: () => seen.push('closed by peer'),
  });
  return { ...ends, seen, wire };
}

const turn = () => new Promise((done) => setImmediate(done));

test('what is corked together passes the tap and the wire as one chunk', async () => {
  const { wire, seen, written } = tapped();
  wire.cork();
  wire.write('ab');
  wire.write('cd');
  wire.uncork();
  await turn();
  expect(seen).toEqual(['> abcd']);
  expect(written.map(String)).toEqual(['abcd']);
});

test('the answers to the packets of a received chunk leave as one chunk', async () => {
  const { wire, fromBroker, seen, written } = tapped();
  wire.on('data', () => {
    process.nextTick(() => {
      wire.write('ab');
      process.nextTick(() => wire.write('cd'));
    });
  });
  fromBroker.write('hello');
  await turn();
  await turn();
  expect(seen).toEqual(['< hello', '> abcd']);
  expect(written.map(String)).toEqual(['abcd']);
  wire.write('ef');
  expect(written.map(String)).toEqual(['abcd', 'ef']);
});

test('received chunks pass the tap before the reader gets them', async () => {
  const { wire, seen, fromBroker } = tapped();
  const read: string[] = [];
  wire.on('data', (chunk) => read.push(`${seen.length}:${chunk}`));
  fromBroker.write('hello');
  await turn();
  expect(read).toEqual(['1:hello']);
});

test('an error of the transport ends the wire with that error', async () => {
  const { wire, stream } = tapped();
  const error = new Promise((done) => wire.once('error', done));
  stream.destroy(new Error('ECONNRESET'));
  expect(await error).toEqual(new Error('ECONNRESET'));
  expect(wire.destroyed).toBe(true);
});

test('the end of the transport ends the wire', async () => {
  const { wire, fromBroker } = tapped();
  wire.resume();
  const closed = new Promise((done) => wire.once('close', done));
  fromBroker.end();
  await closed;
  expect(wire.destroyed).toBe(true);
});

test('destroying the wire destroys the transport', async () => {
  const { wire, stream } = tapped();
  wire.destroy();
  await turn();
  expect(stream.destroyed).toBe(true);
});

test('the tap tells when the other side closes first, or resets the connection', async () => {
  const ended = tapped();
  ended.wire.resume();
  ended.fromBroker.end();
  await turn();
  expect(ended.seen).toEqual(['closed by peer']);
  const reset = tapped();
  reset.wire.on('error', () => undefined);
  reset.stream.destroy(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
  await turn();
  expect(reset.seen).toEqual(['closed by peer']);
});

test('the other side does not close what was closed here', async () => {
  const { wire, fromBroker, stream, seen } = tapped();
  wire.resume();
  wire.end();
  fromBroker.end();
  await turn();
  const other = tapped();
  other.wire.on('error', () => undefined);
  other.stream.destroy(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' }));
  await turn();
  expect([...seen, ...other.seen]).toEqual([]);
  expect(stream.writableEnded).toBe(true);
});
