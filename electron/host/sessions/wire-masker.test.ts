import fc from 'fast-check';
import { generate } from 'mqtt-packet';
import { expect, test } from 'vitest';
import { WireMasker } from './wire-masker.ts';

const SECRET = 'FAFD82A3D602B37F';
const stars = '*'.repeat(SECRET.length);

const connectAs = (clientId: string) =>
  generate({
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clientId,
    clean: true,
    keepalive: 60,
    username: 'dn&pk',
    password: Buffer.from(SECRET),
  });
const connect = connectAs('c');
const registering = connectAs('c|securemode=2,authType=register,random=1,signmethod=hmacsha1|');
const ping = generate({ cmd: 'pingreq' });
const connack = generate({ cmd: 'connack', returnCode: 0, sessionPresent: false });

const push = (topic: string, payload: string, qos: 0 | 1 = 1) =>
  generate({ cmd: 'publish', topic, payload, qos, messageId: 7, retain: false, dup: false });
const registered = (name: string, secret = SECRET) =>
  JSON.stringify({ productKey: 'pk', deviceName: 'dn', [name]: secret });

/** What a gateway is answered that registers sub-devices (alibaba-iot §4). */
const subDevices = JSON.stringify({
  id: '1',
  code: 200,
  data: [{ iotId: 'x', productKey: 'pk', deviceName: 'sub-1', deviceSecret: SECRET }],
});

/** Feeds a stream in pieces of the given sizes, over and over. */
function inPieces(stream: Buffer, sizes: readonly number[], feed: (chunk: Buffer) => Buffer) {
  const out: Buffer[] = [];
  for (let at = 0, turn = 0; at < stream.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    out.push(feed(Buffer.from(stream.subarray(at, at + size))));
    at += size;
  }
  return Buffer.concat(out);
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
const masked = (stream: Buffer) => stream.toString('latin1').replaceAll(SECRET, stars);

/** A masker whose connection asked to register. */
function afterRegistering(): WireMasker {
  const masker = new WireMasker();
  masker.sent(registering);
  return masker;
}

test('no chunking lets a password through, and nothing else changes', () => {
  const stream = Buffer.concat([connect, ping]);
  fc.assert(
    fc.property(sizes, (list) => {
      const masker = new WireMasker();
      const recorded = inPieces(stream, list, (chunk) => masker.sent(chunk));
      expect(recorded.toString('latin1')).toBe(masked(stream));
    }),
  );
});

test('no chunking lets a registered secret or token through, and nothing else changes', () => {
  const stream = Buffer.concat([
    connack,
    push('/ext/register', registered('deviceSecret')),
    push('/ext/regnwl', registered('deviceToken'), 0),
    push('/pk/dn/user/get', 'plain'),
    push('/sys/pk/dn/thing/sub/register_reply', subDevices),
    push('/sys/pk/dn/thing/proxy/provisioning/product_register_reply', subDevices, 0),
    push('/sys/pk/dn/thing/event/property/post_reply', '{"deviceSecret":"shown"}'),
    generate({ cmd: 'pingresp' }),
  ]);
  fc.assert(
    fc.property(sizes, (list) => {
      const masker = afterRegistering();
      const recorded = inPieces(stream, list, (chunk) => masker.received(chunk));
      expect(recorded.toString('latin1')).toBe(masked(stream));
    }),
  );
});

test('a push that is cut off at any place is recorded as far as it came, without its secret', () => {
  const stream = push('/ext/register', registered('deviceSecret'));
  for (let length = 1; length < stream.length; length += 1) {
    const masker = afterRegistering();
    const early = masker.received(Buffer.from(stream.subarray(0, length)));
    const recorded = Buffer.concat([early, masker.rest()]);
    expect(recorded).toHaveLength(length);
    expect(recorded.toString('latin1')).not.toContain(SECRET.slice(0, 1));
  }
});

test.each([
  ['a name written with an escape', `{"device\\u0053ecret":"${SECRET}"}`],
  ['white space', `{ "deviceSecret" : "${SECRET}" }`],
  ['a quote in the secret', `{"deviceSecret":"\\"${SECRET}"}`],
  ['a secret that is a number', '{"deviceSecret":1234567890123456}'],
  ['what is no JSON', `{"deviceSecret":"${SECRET}`],
])('a secret is masked in a push with %s', (_name, payload) => {
  const recorded = afterRegistering().received(push('/ext/register', payload));
  expect(recorded.toString()).not.toMatch(/FAFD|1234/);
  expect(recorded).toHaveLength(push('/ext/register', payload).length);
});

test('a secret on a topic that an alias names is masked too', () => {
  const masker = new WireMasker();
  const clientId = 'c|securemode=2,signmethod=hmacsha1|';
  const five = { protocolId: 'MQTT', protocolVersion: 5, clean: true, keepalive: 60 } as const;
  masker.sent(generate({ cmd: 'connect', clientId, ...five }, { protocolVersion: 5 }));
  const message = { topic: '', payload: subDevices, qos: 0, dup: false, retain: false } as const;
  const properties = { topicAlias: 1 };
  const aliased = generate({ cmd: 'publish', ...message, properties }, { protocolVersion: 5 });
  expect(masker.received(aliased).toString('latin1')).toBe(masked(aliased));
});

test('a device of the platform is recorded as received, without delay, on topics without secrets', () => {
  const masker = afterRegistering();
  const chunk = push('/sys/pk/dn/thing/service/property/set', '{"a":1}').subarray(0, 45);
  expect(masker.received(chunk)).toBe(chunk);
});

test('who is no device of the platform is recorded as received, without delay', () => {
  const masker = new WireMasker();
  masker.sent(connect);
  const chunk = push('/ext/register', registered('deviceSecret')).subarray(0, 20);
  expect(masker.received(chunk)).toBe(chunk);
});

test('what cannot be split any more is not held back', () => {
  const masker = afterRegistering();
  const broken = Buffer.from([0x30, 0xff, 0xff, 0xff, 0xff, 1, 2]);
  expect(masker.received(broken)).toHaveLength(broken.length);
});

test('the bytes that go to either side are not touched', () => {
  const sent = Buffer.from(registering);
  const masker = new WireMasker();
  masker.sent(sent);
  expect(sent.equals(registering)).toBe(true);
  const received = push('/ext/register', registered('deviceSecret'));
  masker.received(received);
  expect(received.toString()).toContain(SECRET);
});
