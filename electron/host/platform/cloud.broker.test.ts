import { createHash } from 'node:crypto';
import type { IPublishPacket, Packet } from 'mqtt-packet';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Bench,
  publishPacket,
  type RawDevice,
  startBench,
  subscribePacket,
} from './bench.test-support.ts';
import { fan, lamp } from './test-support.ts';

const thing = '/sys/a1pk/lamp/thing';

let bench: Bench;
let device: RawDevice;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

/** A lamp that is subscribed to the filters. */
async function listening(filters: readonly string[], more = {}) {
  device = await bench.session(lamp, {}, more);
  if (filters.length === 0) return device;
  device.send(subscribePacket(...filters));
  await device.next();
  return device;
}

function asPublish(packet: Packet): IPublishPacket & { json: Record<string, unknown> } {
  if (packet.cmd !== 'publish') throw new Error(`a ${packet.cmd}`);
  const text = packet.payload.toString();
  return { ...packet, json: text.startsWith('{') ? JSON.parse(text) : {} };
}
const nextMessage = async () => asPublish(await device.next());

/** Answers the next request on its reply topic. */
async function answer(code: number, data: unknown = {}) {
  const { topic, json } = await nextMessage();
  device.send(publishPacket(`${topic}_reply`, 0, JSON.stringify({ id: json.id, code, data })));
  return json;
}

const model = {
  productKey: 'a1pk',
  thingModel: {
    properties: [
      { identifier: 'Power', accessMode: 'rw' as const, dataType: { type: 'bool' as const } },
      { identifier: 'temperature', accessMode: 'r' as const, dataType: { type: 'int' as const } },
    ],
    services: [
      {
        identifier: 'blink',
        callType: 'sync' as const,
        inputData: [{ identifier: 'times', dataType: { type: 'int' } }],
      },
    ],
  },
};

describe('setting properties', () => {
  test('reaches the device and tells what it replied', async () => {
    await listening([`${thing}/service/property/set`]);
    const outcome = bench.platform.cloud.setProperty(lamp, { Power: 1 });
    expect(await answer(200)).toMatchObject({
      method: 'thing.service.property.set',
      version: '1.0',
      params: { Power: 1 },
      id: expect.stringMatching(/^\d+$/),
    });
    expect(await outcome).toMatchObject({ status: 'replied', code: 200 });
  });

  test('waits for a reply no longer than told', async () => {
    await listening([]);
    expect(await bench.platform.cloud.setProperty(lamp, { a: 1 }, 1)).toEqual({
      status: 'timeout',
    });
  });

  test('reaches a session that is away when it comes back', async () => {
    device = await bench.session(lamp, { clean: false });
    device.send(subscribePacket(`${thing}/service/property/set`));
    await device.next();
    const gone = new Promise<void>((resolve) => bench.platform.onDevice(() => resolve()));
    device.send({ cmd: 'disconnect' });
    await gone;
    expect(await bench.platform.cloud.setProperty(lamp, { a: 1 })).toEqual({ status: 'offline' });
    device = await bench.session(lamp, { clean: false });
    expect((await nextMessage()).json.params).toEqual({ a: 1 });
  });

  test('is refused for what the thing model does not have', async () => {
    bench.platform.setProduct(model);
    const { cloud } = bench.platform;
    await expect(cloud.setProperty(lamp, { none: 1 })).rejects.toMatchObject({ code: 6320 });
    await expect(cloud.setProperty(lamp, { Power: 'on' })).rejects.toMatchObject({ code: 6308 });
    await expect(cloud.setProperty(lamp, { temperature: 1 })).rejects.toMatchObject({ code: 9321 });
  });
});

test('desired properties are kept for a device that is away, and it fetches them', async () => {
  expect(await bench.platform.cloud.setDesired(lamp, { Power: 1 })).toEqual({ status: 'offline' });
  await bench.platform.cloud.setDesired(lamp, { Power: 0 });
  await listening([`${thing}/property/desired/get_reply`]);
  device.send(publishPacket(`${thing}/property/desired/get`, 0, '{"id":"1","params":["Power"]}'));
  expect((await nextMessage()).json.data).toEqual({ Power: { value: 0, version: 2 } });
});

describe('calling a service', () => {
  test('asks on its topic and waits for the reply', async () => {
    await listening([`${thing}/service/+`]);
    const outcome = bench.platform.cloud.callService(lamp, 'blink', { times: 2 });
    expect(await answer(200, { done: 1 })).toMatchObject({
      method: 'thing.service.blink',
      params: { times: 2 },
    });
    expect(await outcome).toMatchObject({ status: 'replied', code: 200 });
  });

  test('is an RRPC where the model says sync', async () => {
    bench.platform.setProduct(model);
    await listening(['/sys/a1pk/lamp/rrpc/request/+']);
    const outcome = bench.platform.cloud.callService(lamp, 'blink', { times: 2 });
    const { topic, json } = await nextMessage();
    expect(json).toMatchObject({ method: 'thing.service.blink', params: { times: 2 } });
    const reply = JSON.stringify({ id: json.id, code: 5, data: {} });
    device.send(publishPacket(topic.replace('request', 'response'), 0, reply));
    expect(await outcome).toEqual({ status: 'replied', payload: reply, code: 5 });
    const { cloud } = bench.platform;
    await expect(cloud.callService(lamp, 'none', {})).rejects.toMatchObject({ code: 5161 });
    await expect(cloud.callService(lamp, 'blink', { times: 'x' })).rejects.toMatchObject({
      code: 6306,
    });
  });
});

describe('RRPC', () => {
  const codes = () => bench.platform.log().map(({ code, message }) => [code, message]);

  test('on the system topic brings the raw answer', async () => {
    await listening(['/sys/a1pk/lamp/rrpc/request/+']);
    const outcome = bench.platform.cloud.rrpc(lamp, 'ping');
    const { topic, payload, qos } = await nextMessage();
    expect(payload.toString()).toBe('ping');
    expect(qos).toBe(0);
    device.send(publishPacket(topic.replace('request', 'response'), 0, 'pong'));
    expect(await outcome).toEqual({ status: 'replied', payload: 'pong', code: null });
  });

  test('on a custom topic needs ext bit 0', async () => {
    const topic = '/a1pk/lamp/user/call';
    await listening([`/ext/rrpc/+${topic}`], { ext: 1 });
    const outcome = bench.platform.cloud.rrpc(lamp, 'ping', { topic });
    const request = await nextMessage();
    expect(request.topic).toMatch(/^\/ext\/rrpc\/\d+\/a1pk\/lamp\/user\/call$/);
    device.send(publishPacket(request.topic, 0, 'pong'));
    expect(await outcome).toMatchObject({ status: 'replied', payload: 'pong' });
    await listening([`/ext/rrpc/+${topic}`]);
    expect(await bench.platform.cloud.rrpc(lamp, 'ping', { topic })).toEqual({
      status: 'offline',
    });
  });

  test('on a custom topic of one device is for no other', async () => {
    const topic = '/a1pk/lamp/user/call';
    const other = await bench.session(fan, {}, { ext: 1 });
    other.send(subscribePacket(`/ext/rrpc/+${topic}`));
    await other.next();
    await listening([], { ext: 1 });
    await bench.platform.cloud.rrpc(lamp, 'secret', { topic, timeout: 1 });
    expect(await other.untilPing()).toEqual([]);
  });

  test('is answered by nobody but the device that was asked', async () => {
    const topic = '/a1pk/lamp/user/call';
    const other = await bench.session(fan);
    await listening([`/ext/rrpc/+${topic}`], { ext: 1 });
    const outcome = bench.platform.cloud.rrpc(lamp, 'ping', { topic });
    const request = await nextMessage();
    other.send(publishPacket(request.topic, 0, 'forged'));
    await other.untilPing();
    device.send(publishPacket(request.topic, 0, 'pong'));
    expect(await outcome).toMatchObject({ payload: 'pong' });
  });

  test('ends with TIMEOUT or OFFLINE, and an answer that is too late is logged', async () => {
    const { cloud } = bench.platform;
    expect(await cloud.rrpc(lamp, 'ping')).toEqual({ status: 'offline' });
    await listening(['/sys/a1pk/lamp/rrpc/request/+']);
    expect(await cloud.rrpc(lamp, 'ping', { timeout: 1 })).toEqual({ status: 'timeout' });
    const { topic } = await nextMessage();
    const response = topic.replace('request', 'response');
    device.send(publishPacket(response, 0, 'late'));
    await device.untilPing();
    expect(codes()).toEqual(
      expect.arrayContaining([
        [9201, 'RRPC: OFFLINE'],
        [1905, 'RRPC: TIMEOUT'],
        [1904, response],
      ]),
    );
  });
});

test('a pushed configuration can be fetched and checked', async () => {
  await listening([`${thing}/config/push`, `${thing}/config/get_reply`]);
  const content = '{"interval":5}';
  const outcome = bench.platform.cloud.pushConfig(lamp, { content });
  const { params } = await answer(200);
  expect(await outcome).toMatchObject({ status: 'replied', code: 200 });
  const { url, sign, configSize, signMethod } = params as Record<string, string>;
  const fetched = await (await fetch(String(url))).text();
  expect(fetched).toBe(content);
  expect([configSize, signMethod, sign]).toEqual([
    content.length,
    'Sha256',
    createHash('sha256').update(fetched).digest('hex'),
  ]);
  const get = { id: '1', params: { configScope: 'product', getType: 'file' } };
  device.send(publishPacket(`${thing}/config/get`, 0, JSON.stringify(get)));
  expect((await nextMessage()).json.data).toEqual(params);
});

test('the log upload is switched and told', async () => {
  await listening([`${thing}/config/log/push`]);
  await bench.platform.cloud.setLogMode(lamp, 1);
  expect((await nextMessage()).json.params).toEqual({ getType: 'content', content: { mode: 1 } });
});

test('the shadow is changed, told and emptied', async () => {
  await listening(['/shadow/get/a1pk/lamp']);
  const { cloud } = bench.platform;
  cloud.changeShadow(lamp, { colour: 'green' });
  expect((await nextMessage()).json).toMatchObject({
    method: 'control',
    version: 1,
    payload: { state: { desired: { colour: 'green' } } },
  });
  expect(() => cloud.changeShadow(lamp, {})).toThrow(expect.objectContaining({ code: 405 }));
  cloud.deleteShadow(lamp);
  expect(bench.platform.deviceState('a1pk', 'lamp').shadow).toMatchObject({ version: 0 });
});

test('an update is pushed, followed and done', async () => {
  await listening(['/ota/device/upgrade/a1pk/lamp']);
  const firmware = { version: '2.0', url: 'http://127.0.0.1/fw', size: 3, sign: 'ab' };
  const { cloud } = bench.platform;
  cloud.startOta(lamp, { ...firmware, signMethod: 'SHA256' });
  expect((await nextMessage()).json).toMatchObject({ code: '1000', data: firmware });
  const ota = () => bench.platform.deviceState('a1pk', 'lamp').ota;
  device.send(publishPacket('/ota/device/progress/a1pk/lamp', 0, '{"params":{"step":"42"}}'));
  await device.untilPing();
  expect(ota()).toMatchObject({ status: 'upgrading', step: 42 });
  device.send(publishPacket('/ota/device/inform/a1pk/lamp', 0, '{"params":{"version":"2.0"}}'));
  await device.untilPing();
  expect(ota()).toMatchObject({ status: 'succeeded' });
  expect(() => cloud.startOta(lamp, { ...firmware, signMethod: 'SHA256' })).toThrow(
    'same-version: 2.0',
  );
});

describe('a broadcast', () => {
  test('reaches every connected device of the product without a subscription', async () => {
    await listening([]);
    const other = await bench.session(fan);
    expect(bench.platform.cloud.broadcast('a1pk', 'all')).toBe(2);
    expect((await nextMessage()).topic).toMatch(/^\/sys\/a1pk\/lamp\/broadcast\/request\/\d+$/);
    expect(asPublish(await other.next()).payload.toString()).toBe('all');
    expect(() => bench.platform.cloud.broadcast('a1pk', 'x'.repeat(65_537))).toThrow('64 KB');
    expect(() => bench.platform.cloud.broadcast('a1pk', 'again')).toThrow('9324');
  });

  test('on a topic reaches those who subscribe to it', async () => {
    await listening(['/broadcast/a1pk/news']);
    const other = await bench.session(fan);
    await bench.platform.cloud.broadcastTo('a1pk', 'news', 'hello');
    expect((await nextMessage()).topic).toBe('/broadcast/a1pk/news');
    expect(await other.untilPing()).toEqual([]);
  });
});
