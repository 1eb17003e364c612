import { duplexPair } from 'node:stream';
import { generate, type Packet } from 'mqtt-packet';
import { expect, test } from 'vitest';
import { wellBehaved } from '../../../shared/alibaba/misbehaviour.ts';
import { Connection } from './connection.ts';
import { platformLimits } from './limits.ts';
import { lamp } from './test-support.ts';

/** Until every stream has passed on what it has. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A connection that has logged in: the device's end, and what the broker has had of it. */
async function openConnection() {
  const [device, stream] = duplexPair();
  const connection = new Connection(stream, false);
  const login = { kind: 'device', owner: lamp, ext: 0, autoSubscribed: false } as const;
  const rules = {
    limits: platformLimits,
    maySubscribe: () => true,
    refusesAll: () => false,
    onRefused: () => {},
  };
  connection.admit(login, rules, wellBehaved, new Set());
  device.write(generate({ cmd: 'connect', clientId: 'id', keepalive: 60 }));
  await turn();
  connection.begin();
  let taken: Buffer[] = [];
  connection.line.on('data', (bytes: Buffer) => taken.push(bytes));
  await turn();
  const sinceLast = async () => {
    await turn();
    const bytes = Buffer.concat(taken);
    taken = [];
    return bytes;
  };
  await sinceLast();
  return { device, broker: connection.line, sinceLast };
}

const subscribe = (messageId: number): Packet => ({
  cmd: 'subscribe',
  messageId,
  subscriptions: [{ topic: '/a1pk/lamp/user/get', qos: 1 }],
});
const ping: Packet = { cmd: 'pingreq' };

test('what a device sends behind a SUBSCRIBE reaches the broker after its SUBACK', async () => {
  const { device, broker, sinceLast } = await openConnection();
  device.write(Buffer.concat([subscribe(1), subscribe(2), ping].map((one) => generate(one))));
  expect(await sinceLast()).toEqual(generate(subscribe(1)));
  broker.write(generate({ cmd: 'suback', messageId: 1, granted: [1] }));
  expect(await sinceLast()).toEqual(generate(subscribe(2)));
  device.write(generate(ping));
  expect(await sinceLast()).toHaveLength(0);
  broker.write(generate({ cmd: 'suback', messageId: 2, granted: [1] }));
  expect(await sinceLast()).toEqual(Buffer.concat([generate(ping), generate(ping)]));
});
