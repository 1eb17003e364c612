import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect, type IClientOptions, type MqttClient } from 'mqtt2';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { device, type StrangersPlatform, startForStrangers } from './stranger.test-support.ts';

/** What the article's client prints of a packet; which class it is of says nothing. */
type Printed = Readonly<Record<string, unknown>> & { readonly cmd: string };

const post = `/sys/${device.productKey}/${device.deviceName}/thing/event/property/post`;
const control = `/${device.productKey}/${device.deviceName}/control`;

/** The article's `initMqttOptions`: SHA-1 over names in alphabetical order, hex as it comes. */
function initMqttOptions(): IClientOptions {
  const params: Record<string, string | number> = {
    productKey: device.productKey,
    deviceName: device.deviceName,
    timestamp: Date.now(),
    clientId: Math.random().toString(36).slice(2),
  };
  const content = Object.keys(params)
    .sort()
    .map((key) => `${key}${params[key]}`)
    .join('');
  return {
    keepalive: 60,
    clean: false,
    protocolVersion: 4,
    password: createHmac('sha1', device.deviceSecret).update(content).digest('hex'),
    clientId: `${params.clientId}|securemode=3,signmethod=hmacsha1,timestamp=${params.timestamp}|`,
    username: `${device.deviceName}&${device.productKey}`,
  };
}

let platform: StrangersPlatform;
let clients: MqttClient[];

beforeEach(async () => {
  platform = await startForStrangers();
  clients = [];
});
afterEach(async () => {
  for (const client of clients) client.end(true);
  await platform.close();
});

/** The article's client, connected, and the packets that it printed so far. */
async function start() {
  const sent: Printed[] = [];
  const received: Printed[] = [];
  const client = connect(`tcp://127.0.0.1:${platform.ports.tcp}`, initMqttOptions());
  clients.push(client);
  // Copied, as printing does: the client changes a SUBSCRIBE when its SUBACK comes.
  client.on('packetsend', (packet) => sent.push(structuredClone({ ...packet })));
  client.on('packetreceive', (packet) => received.push(structuredClone({ ...packet })));
  await once(client, 'connect');
  const arrival = async (cmd: string) => {
    while (received.at(-1)?.cmd !== cmd) await once(client, 'packetreceive');
    return received.at(-1);
  };
  return { client, sent, received, arrival };
}

/** Defines the topic for the product, as a user does in the console. */
const defineControl = () =>
  platform.setProduct({
    productKey: device.productKey,
    topics: [{ pattern: `/\${productKey}/\${deviceName}/control`, permission: 'sub' }],
  });

/** The parts that the article's print-out has of every packet received. */
const base = { retain: false, qos: 0, dup: false, topic: null, payload: null };

describe("the article's client on mqtt 2.18.8", () => {
  test('has the packets that the article prints, from CONNECT to UNSUBACK', async () => {
    const { client, sent, received, arrival } = await start();
    expect(received).toEqual([
      { ...base, cmd: 'connack', length: 2, sessionPresent: false, returnCode: 0 },
    ]);

    // What its timer does after `keepalive` seconds.
    Reflect.apply(Reflect.get(client, '_checkPing'), client, []);
    expect(await arrival('pingresp')).toEqual({ ...base, cmd: 'pingresp', length: 0 });

    client.publish(
      post,
      JSON.stringify({
        id: Date.now(),
        params: { temperature: 23, humidity: 73 },
        method: 'thing.event.property.post',
      }),
      { qos: 1 },
    );
    const puback = await arrival('puback');
    const publish = sent.at(-1);
    expect(publish).toMatchObject({ cmd: 'publish', topic: post, qos: 1, retain: false });
    expect(puback).toEqual({
      ...base,
      cmd: 'puback',
      length: 2,
      messageId: publish?.messageId,
    });

    client.subscribe(control);
    const suback = await arrival('suback');
    const subscribe = sent.at(-1);
    expect(subscribe).toEqual({
      cmd: 'subscribe',
      subscriptions: [{ topic: control, qos: 0 }],
      qos: 1,
      retain: false,
      dup: false,
      messageId: subscribe?.messageId,
    });
    expect(suback).toEqual({
      ...base,
      cmd: 'suback',
      length: 3,
      granted: [128],
      messageId: subscribe?.messageId,
    });

    client.unsubscribe(control);
    const unsuback = await arrival('unsuback');
    const unsubscribe = sent.at(-1);
    expect(unsubscribe).toEqual({
      cmd: 'unsubscribe',
      qos: 1,
      messageId: unsubscribe?.messageId,
      unsubscriptions: [control],
    });
    expect(unsuback).toEqual({
      ...base,
      cmd: 'unsuback',
      length: 2,
      messageId: unsubscribe?.messageId,
    });

    // As in the article, its CONNECT was sent before anybody listened.
    expect(sent.map(({ cmd }) => cmd)).toEqual(['pingreq', 'publish', 'subscribe', 'unsubscribe']);
    expect(received.map(({ cmd }) => cmd)).toEqual([
      'connack',
      'pingresp',
      'puback',
      'suback',
      'unsuback',
    ]);
  });

  test('is granted its control topic with 0 once that is defined, and gets commands on it', async () => {
    const { client, received, arrival } = await start();
    client.subscribe(control);
    expect(await arrival('suback')).toMatchObject({ granted: [128] });
    defineControl();
    received.length = 0;
    client.subscribe(control);
    expect(await arrival('suback')).toMatchObject({ granted: [0] });
    const message = once(client, 'message');
    await platform.publish(control, '{"light":"on"}', 0);
    const [topic, payload] = await message;
    expect([topic, String(payload)]).toEqual([control, '{"light":"on"}']);
  });

  test('need not subscribe again after a new connection, which finds its session', async () => {
    defineControl();
    const first = await start();
    first.client.subscribe(control, { qos: 1 });
    await first.arrival('suback');
    first.client.end(true);
    await once(first.client, 'close');
    const { client, received } = await start();
    expect(received[0]).toMatchObject({ cmd: 'connack', sessionPresent: true });
    const message = once(client, 'message');
    await platform.publish(control, 'again', 1);
    expect(String((await message)[1])).toBe('again');
  });
});
