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
const control = '/a1pk/lamp/control';
const get = '/a1pk/lamp/user/get';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const state = () => bench.platform.deviceState('a1pk', 'lamp');
const offline = (deviceName = 'lamp') =>
  new Promise<void>((resolve) => {
    bench.platform.onDevice((owner) => {
      const is = bench.platform.deviceState(owner.productKey, owner.deviceName);
      if (owner.deviceName === deviceName && !is.online) resolve();
    });
  });

describe('a topic that the user defines', () => {
  test('is refused before and granted after, on the same connection', async () => {
    const device = await bench.session();
    device.send(subscribePacket(control));
    expect(await device.next()).toMatchObject({ granted: [128] });
    const pattern = `/\${productKey}/\${deviceName}/control`;
    bench.platform.setProduct({ productKey: 'a1pk', topics: [{ pattern, permission: 'sub' }] });
    device.send(subscribePacket(control));
    expect(await device.next()).toMatchObject({ granted: [1] });
    await bench.platform.publish(control, 'on', 0);
    expect(await device.next()).toMatchObject({ topic: control });
    bench.platform.setProduct({ productKey: 'a1pk' });
    await bench.platform.publish(control, 'off', 0);
    expect(await device.untilPing()).toEqual([]);
  });

  test('is taken from a session that is away', async () => {
    const pattern = control;
    bench.platform.setProduct({ productKey: 'a1pk', topics: [{ pattern, permission: 'sub' }] });
    const first = await bench.session(lamp, { clean: false });
    first.send(subscribePacket(control, get));
    await first.next();
    bench.platform.setProduct({ productKey: 'a1pk' });
    await bench.session(lamp, { clean: false });
    expect(state().subscriptions).toEqual([get]);
  });
});

describe('a SUBSCRIBE', () => {
  test('is answered filter by filter, with the QoS asked for and 1 for 2', async () => {
    const device = await bench.session();
    device.send({
      cmd: 'subscribe',
      messageId: 3,
      subscriptions: [
        { topic: get, qos: 0 },
        { topic: control, qos: 0 },
        { topic: `${post}_reply`, qos: 2 },
        { topic: get, qos: 1 },
      ],
    });
    expect(await device.next()).toMatchObject({ messageId: 3, granted: [0, 128, 1, 1] });
  });

  test('sent behind CONNECT without waiting is answered behind CONNACK', async () => {
    const device = await bench.open();
    device.send(connectPacket());
    device.send(subscribePacket(control, get));
    device.send(publishPacket(post, 1, '{"params":{"a":1}}'));
    expect(await device.next()).toMatchObject({ cmd: 'connack', returnCode: 0 });
    const answers = [await device.next(), await device.next()];
    expect(answers.map(({ cmd }) => cmd).sort()).toEqual(['puback', 'suback']);
  });

  test('that arrives byte by byte is judged as a whole', async () => {
    const { generate } = await import('mqtt-packet');
    const device = await bench.session();
    for (const byte of generate(subscribePacket(control, get))) {
      device.write(Buffer.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await device.next()).toMatchObject({ granted: [128, 1] });
  });

  test('does not lower the QoS of the publisher', async () => {
    const device = await bench.session();
    device.send({ cmd: 'subscribe', messageId: 3, subscriptions: [{ topic: get, qos: 0 }] });
    expect(await device.next()).toMatchObject({ granted: [0] });
    await bench.platform.publish(get, 'x', 1);
    expect(await device.next()).toMatchObject({ cmd: 'publish', qos: 1 });
  });
});

describe('a second login with the same triple', () => {
  test('is announced to the first, if that asked for it', async () => {
    const first = await bench.session(lamp, {}, { ext: 3 });
    await bench.session();
    expect(await first.next()).toMatchObject({
      cmd: 'publish',
      qos: 0,
      topic: '/ext/notify',
      payload: Buffer.from('{"title":"kick","content":"Kicked by the same device"}'),
    });
    await first.closed;
  });

  test('ends the first without a word otherwise, and is logged', async () => {
    const first = await bench.session(lamp, {}, { ext: 1 });
    await bench.session();
    expect(await first.nextOrClosed()).toBe('closed');
    expect(state().online).toBe(true);
    expect(bench.platform.log()).toContainEqual(
      expect.objectContaining({ code: 400, message: 'offline: Kicked by the same device' }),
    );
  });
});

describe('what the platform knows of a connection', () => {
  test('is told with its coming and going', async () => {
    expect(state()).toMatchObject({ online: false, since: null, activated: false });
    const gone = offline();
    const device = await bench.session();
    await device.untilPing();
    expect(state()).toMatchObject({ online: true, since: expect.any(Number), activated: true });
    device.send({ cmd: 'disconnect' });
    await gone;
    expect(bench.platform.log().at(-1)).toMatchObject({ message: 'offline: Device disconnect' });
  });

  test('says that a device vanished without DISCONNECT', async () => {
    const gone = offline();
    (await bench.session()).destroy();
    await gone;
    expect(bench.platform.log().at(-1)?.message).toMatch(/offline: Connection/);
  });

  test('has no line for a stranger, but one for a refused CONNECT', async () => {
    const device = await bench.open();
    device.send(connectPacket(lamp, { password: Buffer.from('wrong') }));
    await device.closed;
    expect(bench.platform.log()).toMatchObject([
      { code: 5, deviceName: 'lamp', message: 'CONNECT refused: wrong signature' },
    ]);
  });
});

describe('a message at QoS 1', () => {
  test('that was not acknowledged comes again with the next connection', async () => {
    const first = await bench.session(lamp, { clean: false });
    first.send(subscribePacket(get));
    await first.next();
    await bench.platform.publish(get, 'once', 1);
    const sent = await first.next();
    expect(sent).toMatchObject({ cmd: 'publish', qos: 1, dup: false });
    const gone = offline();
    first.destroy();
    await gone;
    const second = await bench.session(lamp, { clean: false });
    expect(await second.next()).toMatchObject({
      payload: Buffer.from('once'),
      qos: 1,
      messageId: sent.messageId,
      dup: true,
    });
  });

  test('that was published while the device was away is no duplicate', async () => {
    const first = await bench.session(lamp, { clean: false });
    first.send(subscribePacket(get));
    await first.next();
    const gone = offline();
    first.destroy();
    await gone;
    await bench.platform.publish(get, 'kept', 1);
    const second = await bench.session(lamp, { clean: false });
    expect(await second.next()).toMatchObject({ payload: Buffer.from('kept'), dup: false });
  });

  test('is gone with the acknowledgement', async () => {
    const first = await bench.session(lamp, { clean: false });
    first.send(subscribePacket(get));
    await first.next();
    await bench.platform.publish(get, 'once', 1);
    const { messageId } = await first.next();
    first.send({ cmd: 'puback', messageId: messageId ?? 0 });
    await first.untilPing();
    const second = await bench.session(lamp, { clean: false });
    expect(await second.untilPing()).toEqual([]);
  });
});

describe('_ss=1 in the client id', () => {
  test('brings replies without a subscription, once also with one', async () => {
    const device = await bench.session(lamp, {}, { _ss: 1 });
    device.send(publishPacket(post, 0, '{"id":"1","params":{"a":1}}'));
    expect(await device.next()).toMatchObject({ topic: `${post}_reply` });
    device.send(subscribePacket(`${post}_reply`));
    await device.next();
    device.send(publishPacket(post, 0, '{"id":"2","params":{"a":1}}'));
    const topics = (await device.untilPing()).map((packet) => packet.cmd);
    expect(topics).toEqual(['publish']);
  });
});

describe('the state', () => {
  test('is kept as plain JSON and taken up by another platform', async () => {
    const { platform } = bench;
    platform.setProduct({
      productKey: 'a1new',
      thingModel: { properties: [{ identifier: 'a', dataType: { type: 'int' } }] },
    });
    const made = { productKey: 'a1new', deviceName: 'made', deviceSecret: 's' };
    platform.register(made);
    const device = await bench.session(made);
    const topic = '/sys/a1new/made/thing/event/property/post';
    device.send(publishPacket(topic, 1, '{"params":{"a":1,"b":2}}'));
    await device.untilPing();
    const kept = JSON.parse(JSON.stringify(platform.snapshot()));

    const other = await startBench();
    other.platform.restore(kept);
    expect(other.platform.deviceState('a1new', 'made').values).toMatchObject({ a: { value: 1 } });
    expect(other.platform.snapshot()).toEqual(kept);
    await other.session(made);
    expect(() => other.platform.restore({ products: [] })).toThrow();
    await other.close();
  });
});

test('a disabled device is cut and refused until it is enabled', async () => {
  const device = await bench.session();
  const other = await bench.session(fan);
  bench.platform.setDisabled(lamp, true);
  await device.closed;
  const again = await bench.open();
  again.send(connectPacket());
  expect(await again.next()).toMatchObject({ returnCode: 4 });
  bench.platform.setDisabled(lamp, false);
  await bench.session();
  expect(await other.untilPing()).toEqual([]);
});
