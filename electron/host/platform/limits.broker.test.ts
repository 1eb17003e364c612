import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Bench,
  connectPacket,
  publishPacket,
  startBench,
  subscribePacket,
} from './bench.test-support.ts';
import { fan, lamp } from './test-support.ts';

const post = '/sys/a1pk/lamp/thing/event/property/post';
const update = '/a1pk/lamp/user/update';
const get = '/a1pk/lamp/user/get';
const wildcard = { pattern: '/a1pk/lamp/t/+', permission: 'sub' } as const;

let bench: Bench;
beforeEach(async () => {
  bench = await startBench({ customTopics: [wildcard] });
});
afterEach(() => bench.close());

const codes = () => bench.platform.log().map(({ code }) => code);

describe('a connect', () => {
  test('is refused with 3 when it is the sixth of its device in a minute', async () => {
    for (let count = 0; count < 5; count += 1) (await bench.session()).destroy();
    const sixth = await bench.open();
    sixth.send(connectPacket());
    expect(await sixth.next()).toMatchObject({ cmd: 'connack', returnCode: 3 });
    await sixth.closed;
    await bench.session(fan);
  });

  test('that is refused for its signature does not count', async () => {
    for (let count = 0; count < 6; count += 1) {
      const wrong = await bench.open();
      wrong.send(connectPacket(lamp, { password: Buffer.from('wrong') }));
      expect(await wrong.next()).toMatchObject({ returnCode: 5 });
    }
    await bench.session();
  });

  test('is never too many where the limit is lifted', async () => {
    const other = await startBench({ limits: { connectsPerMinute: Number.POSITIVE_INFINITY } });
    for (let count = 0; count < 7; count += 1) await other.session();
    await other.close();
  });
});

describe('a subscription', () => {
  const suback = async (device: Awaited<ReturnType<Bench['session']>>, ...filters: string[]) => {
    device.send(subscribePacket(...filters));
    const packet = await device.next();
    return packet.cmd === 'suback' ? packet.granted : packet;
  };
  const numbered = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => `/a1pk/lamp/t/${from + index}`);

  test('beyond the eighth filter of a SUBSCRIBE is refused', async () => {
    const device = await bench.session();
    expect(await suback(device, ...numbered(0, 10))).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 128, 128]);
  });

  test('beyond the hundredth is refused until another one is given up', async () => {
    const device = await bench.session();
    for (let from = 0; from < 100; from += 5) await suback(device, ...numbered(from, 5));
    expect(await suback(device, get, '/a1pk/lamp/t/7')).toEqual([128, 1]);
    device.send({ cmd: 'unsubscribe', messageId: 5, unsubscriptions: ['/a1pk/lamp/t/7'] });
    expect((await device.next()).cmd).toBe('unsuback');
    expect(await suback(device, get)).toEqual([1]);
  });

  test('is counted over the connections of a session', async () => {
    const first = await bench.session(lamp, { clean: false });
    for (let from = 0; from < 100; from += 5) await suback(first, ...numbered(from, 5));
    expect(await suback(first, get)).toEqual([128]);
    const second = await bench.session(lamp, { clean: false });
    expect(await suback(second, get)).toEqual([128]);
    expect(bench.platform.deviceState('a1pk', 'lamp').subscriptions).toHaveLength(100);
  });

  test('brings messages after the documented delay only, if that is asked for', async () => {
    const slow = await startBench({ limits: { subscriptionDelay: 60_000 } });
    const device = await slow.session(lamp, { clean: false });
    device.send(subscribePacket(get));
    expect(await device.next()).toMatchObject({ granted: [1] });
    await slow.platform.publish(get, 'too early', 1);
    expect(await device.untilPing()).toEqual([]);
    const again = await slow.session(lamp, { clean: false });
    await slow.platform.publish(get, 'in time', 0);
    expect(await again.next()).toMatchObject({ payload: Buffer.from('in time') });
    await slow.close();
  });

  test('on a topic over 128 bytes or 7 slashes is refused, whatever was defined', async () => {
    const long = `/a1pk/lamp/${'x'.repeat(118)}`;
    const deep = '/a1pk/lamp/3/4/5/6/7/8';
    bench.platform.setProduct({
      productKey: 'a1pk',
      topics: [long, long.slice(1), deep].map((pattern) => ({ pattern, permission: 'pubsub' })),
    });
    const device = await bench.session();
    expect(await suback(device, long, long.slice(1), deep)).toEqual([128, 1, 128]);
  });
});

describe('a publish', () => {
  test('of more than 256 KB is lost without PUBACK, and the connection stays', async () => {
    const device = await bench.session();
    device.send(publishPacket(update, 1, Buffer.alloc(262_145)));
    expect(await device.untilPing()).toEqual([]);
    expect(codes()).toContain(9320);
    device.send(publishPacket(update, 1, Buffer.alloc(262_144), 78));
    expect(await device.next()).toMatchObject({ cmd: 'puback', messageId: 78 });
  });

  test('at QoS 1 beyond 10 a second is lost without PUBACK, with one line in the log', async () => {
    const device = await bench.session();
    const all = Array.from({ length: 15 }, (_, index) => index + 1);
    for (const id of all) device.send(publishPacket(post, 1, `{"params":{"p${id}":1}}`, id));
    const answers = await device.untilPing();
    expect(answers.map(({ messageId }) => messageId)).toEqual(all.slice(0, 10));
    expect(Object.keys(bench.platform.deviceState('a1pk', 'lamp').values)).toHaveLength(10);
    const throttled = bench.platform.log().filter(({ code }) => code === 9324);
    expect(throttled).toMatchObject([{ message: 'Rate limit:10,current qps:11', direction: 'up' }]);
  });

  test('beyond 1,024 KB a second is lost', async () => {
    const device = await bench.session();
    for (let id = 1; id <= 5; id += 1)
      device.send(publishPacket(update, 1, Buffer.alloc(262_144), id));
    const answers = await device.untilPing();
    expect(answers.map(({ messageId }) => messageId)).toEqual([1, 2, 3, 4]);
    expect(codes()).toContain(9324);
  });

  test('to the shadow beyond 20 a second is lost', async () => {
    const device = await bench.session();
    for (let id = 0; id < 25; id += 1)
      device.send(publishPacket('/shadow/update/a1pk/lamp', 0, '{"method":"get"}'));
    await device.untilPing();
    expect(codes()).toContain(9324);
    const answers = () => bench.platform.log().filter(({ direction }) => direction === 'down');
    await expect.poll(answers).toHaveLength(20);
  });

  test('at QoS 0 beyond 30 a second is lost', async () => {
    const device = await bench.session();
    for (let id = 0; id < 40; id += 1)
      device.send(publishPacket(post, 0, `{"params":{"p${id}":1}}`));
    await device.untilPing();
    expect(Object.keys(bench.platform.deviceState('a1pk', 'lamp').values)).toHaveLength(30);
    expect(codes()).toContain(9324);
  });

  test('without permission is logged as 9236', async () => {
    const device = await bench.session();
    device.send(publishPacket('/a1pk/fan/user/update', 1, 'x'));
    expect(await device.next()).toMatchObject({ cmd: 'puback' });
    expect(bench.platform.log().at(-1)).toMatchObject({ code: 9236, deviceName: 'lamp' });
  });

  test('at QoS 2 completes its handshake, is taken and logged', async () => {
    const device = await bench.session();
    device.send(publishPacket(post, 2, '{"params":{"a":1}}'));
    expect(await device.next()).toMatchObject({ cmd: 'pubrec', messageId: 77 });
    device.send({ cmd: 'pubrel', messageId: 77 });
    expect(await device.next()).toMatchObject({ cmd: 'pubcomp', messageId: 77 });
    expect(bench.platform.deviceState('a1pk', 'lamp').values).toHaveProperty('a');
    expect(codes()).toContain(9321);
  });
});

test('more than 50 messages a second to a device are lost, and logged', async () => {
  const device = await bench.session();
  device.send(subscribePacket('/shadow/get/a1pk/lamp'));
  await device.next();
  for (let colour = 0; colour < 60; colour += 1)
    bench.platform.cloud.changeShadow(lamp, { colour });
  expect((await device.untilPing()).length).toBeLessThanOrEqual(50);
  expect(bench.platform.log()).toContainEqual(
    expect.objectContaining({ code: 9324, direction: 'down' }),
  );
});
