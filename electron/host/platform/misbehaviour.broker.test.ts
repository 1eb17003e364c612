import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { activeMisbehaviour, wellBehaved } from '../../../shared/alibaba/misbehaviour.ts';
import {
  type Bench,
  connectPacket,
  publishPacket,
  type RawDevice,
  startBench,
  subscribePacket,
} from './bench.test-support.ts';
import { fan, lamp } from './test-support.ts';

const post = '/sys/a1pk/lamp/thing/event/property/post';
const get = '/a1pk/lamp/user/get';
const message = '{"id":"1","params":{"a":1}}';

let bench: Bench;
let device: RawDevice;
beforeEach(async () => {
  bench = await startBench();
  device = await bench.session();
});
afterEach(() => bench.close());

const state = () => bench.platform.deviceState('a1pk', 'lamp');

describe('misbehaviour', () => {
  test('loses PUBACKs, and the messages arrive', async () => {
    bench.platform.misbehave(lamp, { losePubacks: true });
    device.send(publishPacket(post, 1, message));
    expect(await device.untilPing()).toEqual([]);
    expect(state().values).toHaveProperty('a');
  });

  test('loses SUBACKs, also of a refusal, and the subscriptions hold', async () => {
    bench.platform.misbehave(lamp, { loseSubacks: true });
    device.send(subscribePacket(get));
    device.send(subscribePacket('/other'));
    expect(await device.untilPing()).toEqual([]);
    await bench.platform.publish(get, 'x', 0);
    expect(await device.next()).toMatchObject({ cmd: 'publish', topic: get });
  });

  test('delays acknowledgements, so that others overtake them', async () => {
    bench.platform.misbehave(lamp, { ackDelay: 50 });
    device.send(publishPacket(post, 1, message));
    expect(await device.untilPing()).toEqual([]);
    expect(await device.next()).toMatchObject({ cmd: 'puback', messageId: 77 });
  });

  test('delivers messages several times, marked as duplicates at QoS 1', async () => {
    device.send(subscribePacket(get));
    await device.next();
    bench.platform.misbehave(lamp, { duplicates: 2 });
    await bench.platform.publish(get, 'x', 1);
    const copies = [await device.next(), await device.next(), await device.next()];
    const { messageId } = copies[0] ?? {};
    expect(copies).toMatchObject([
      { dup: false, messageId },
      { dup: true, messageId },
      { dup: true, messageId },
    ]);
  });

  test('cuts the connection after a number of packets of both directions, and the next one too', async () => {
    bench.platform.misbehave(lamp, { cutAfter: 3 });
    device.send({ cmd: 'pingreq' });
    expect(await device.next()).toMatchObject({ cmd: 'pingresp' });
    device.send({ cmd: 'pingreq' });
    expect(await device.nextOrClosed()).toBe('closed');
    device = await bench.session();
    expect(await device.untilPing()).toEqual([]);
    device.send({ cmd: 'pingreq' });
    expect(await device.nextOrClosed()).toBe('closed');
  });

  test('refuses every subscription', async () => {
    bench.platform.misbehave(lamp, { refuseSubscriptions: true });
    device.send(subscribePacket(get, `${post}_reply`));
    expect(await device.next()).toMatchObject({ granted: [128, 128] });
    expect(bench.platform.log().at(-1)).toMatchObject({ code: 9236 });
  });

  test('answers Alink with a chosen code', async () => {
    device.send(subscribePacket(`${post}_reply`));
    await device.next();
    bench.platform.misbehave(lamp, { alinkCode: 6452 });
    device.send(publishPacket(post, 0, message));
    const reply = await device.next();
    expect(reply.cmd === 'publish' && JSON.parse(reply.payload.toString())).toMatchObject({
      id: '1',
      code: 6452,
    });
  });

  test('goes silent and holds the connection open until it behaves', async () => {
    device.send(subscribePacket(get));
    await device.next();
    bench.platform.misbehave(lamp, { silent: true });
    device.send(publishPacket(post, 1, message));
    device.send({ cmd: 'pingreq' });
    await bench.platform.publish(get, 'x', 0);
    let closed = false;
    device.closed.then(() => {
      closed = true;
    });
    // The platform gives it up, here because the device connects anew; it hears nothing of that.
    const gone = new Promise<void>((resolve) => bench.platform.onDevice(() => resolve()));
    const second = await bench.open();
    second.send(connectPacket());
    await gone;
    const other = await bench.session(fan);
    expect(await other.untilPing()).toEqual([]);
    expect(closed).toBe(false);
    bench.platform.behave(lamp);
    expect(await device.nextOrClosed()).toBe('closed');
    expect(await second.nextOrClosed()).toBe('closed');
    expect(state().values).toEqual({});
  });

  test('throttles what it sends, in order and with nothing lost', async () => {
    device.send(subscribePacket(get));
    await device.next();
    bench.platform.misbehave(lamp, { bytesPerSecond: 2000 });
    const texts = ['one', 'two', 'three'];
    for (const text of texts) await bench.platform.publish(get, text, 0);
    const got = await device.untilPing();
    expect(got.map((one) => one.cmd === 'publish' && one.payload.toString())).toEqual(texts);
  });

  test('is of one device, told, and over with one call', async () => {
    const other = await bench.session(fan);
    bench.platform.misbehave(lamp, { losePubacks: true });
    bench.platform.misbehave(lamp, { duplicates: 1 });
    expect(activeMisbehaviour(state().misbehaviour)).toEqual(['losePubacks', 'duplicates']);
    other.send(publishPacket('/a1pk/fan/user/update', 1, 'x'));
    expect(await other.next()).toMatchObject({ cmd: 'puback' });
    bench.platform.behave(lamp);
    expect(state().misbehaviour).toEqual(wellBehaved);
    device.send(publishPacket(post, 1, message));
    expect(await device.next()).toMatchObject({ cmd: 'puback' });
    expect(() => bench.platform.misbehave(lamp, { duplicates: 11 })).toThrow();
  });
});

test('a connection is cut on the spot', async () => {
  expect(bench.platform.cut(lamp)).toBe(true);
  expect(await device.nextOrClosed()).toBe('closed');
  expect(bench.platform.cut(lamp)).toBe(false);
  expect(bench.platform.log().at(-1)).toMatchObject({ message: 'offline: Cut on demand' });
});
