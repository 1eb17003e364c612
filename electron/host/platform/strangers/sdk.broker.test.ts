import { spawn } from 'node:child_process';
import { type EventEmitter, once } from 'node:events';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { device, type StrangersPlatform, startForStrangers } from './stranger.test-support.ts';

/** An Alink message, or one about the shadow, as the SDK hands it over. */
interface Message {
  readonly id: string;
  readonly code?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly payload?: unknown;
}
type Listener = (message: Message) => void;
type Reply = (message: object, type?: 'async' | 'sync') => void;

/** What is used here of the SDK, which has no types of its own. */
interface Device extends EventEmitter {
  postProps(props: object, done: Listener): void;
  postEvent(name: string, params: object, done: Listener): void;
  postTags(tags: readonly object[], done: Listener): void;
  deleteTags(keys: readonly string[], done: Listener): void;
  onProps(listener: Listener): void;
  onService(name: string, listener: (message: Message, reply: Reply) => void): void;
  onShadow(listener: Listener): void;
  getShadow(): void;
  postShadow(reported: object): void;
  deleteShadow(keys: readonly string[]): void;
  publish(topic: string, payload: string): void;
  end(force: boolean): void;
}
const require = createRequire(import.meta.url);
const sdkPath = require.resolve('alibabacloud-iot-device-sdk');
const iot: { device(options: object): Device } = require(sdkPath);

let platform: StrangersPlatform;
let sdk: Device;

/** The SDK makes its endpoint of product key and region unless it is given one. */
function start(options: object = {}): Device {
  sdk = iot.device({ ...device, brokerUrl: `mqtt://127.0.0.1:${platform.ports.tcp}/`, ...options });
  // Without a listener an error ends the process.
  sdk.on('error', () => {});
  return sdk;
}
/** Its connect event and its subscriptions are of the client alone; a reply is the platform's. */
async function settled(): Promise<void> {
  await answer((done) => sdk.postProps({ LightSwitch: 0 }, done));
}
const answer = (ask: (done: Listener) => void) => new Promise<Message>(ask);
const shadowOf = async (ask: () => void) =>
  answer((done) => {
    sdk.onShadow(done);
    ask();
  });

beforeEach(async () => {
  platform = await startForStrangers();
});
afterEach(async () => {
  sdk.end(true);
  await platform.close();
});

describe('the official SDK for Node.js', () => {
  test('gets the replies to properties and events that it posts as soon as it is connected', async () => {
    await once(start(), 'connect');
    const property = await answer((done) => sdk.postProps({ LightSwitch: 0 }, done));
    expect(property).toMatchObject({ code: 200, method: 'thing.event.property.post' });
    const event = await answer((done) => sdk.postEvent('low', { power: 1 }, done));
    expect(event).toMatchObject({ code: 200, method: 'thing.event.low.post' });
  });

  test.each(['mqtt', 'ws'] as const)('connects over %s', async (scheme) => {
    const port = scheme === 'ws' ? platform.ports.ws : platform.ports.tcp;
    await once(start({ brokerUrl: `${scheme}://127.0.0.1:${port}/` }), 'connect');
  });

  test('connects over TLS where Node trusts the authority of the platform', async () => {
    const { tls } = platform.ports;
    start();
    const script = `const device = require(process.argv[1]).device(JSON.parse(process.argv[2]));
      device.on('error', (error) => { console.log(error.message); device.end(true); });
      device.on('connect', () => { console.log('connected'); device.end(true); });`;
    const options = JSON.stringify({ ...device, brokerUrl: `mqtts://localhost:${tls}/` });
    const child = spawn(process.execPath, ['-e', script, sdkPath, options], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: platform.caPath },
    });
    const [output] = await once(child.stdout, 'data');
    expect(String(output)).toBe('connected\n');
    await once(child, 'close');
  });

  test('is refused when its secret is wrong, and with any method but the SHA-1 that it signs with', async () => {
    start({ deviceSecret: 'another' });
    expect((await once(sdk, 'error'))[0][0]).toMatchObject({ code: 5 });
    sdk.end(true);
    start({ signAlgorithm: 'sha256' });
    expect((await once(sdk, 'error'))[0][0]).toMatchObject({ code: 5 });
  });

  test('receives a property that the cloud sets, and answers', async () => {
    await once(start(), 'connect');
    const set = `/sys/${device.productKey}/${device.deviceName}/thing/service/property/set`;
    sdk.onProps(({ id, params }) =>
      sdk.publish(`${set}_reply`, JSON.stringify({ id, code: 200, data: params })),
    );
    await settled();
    const outcome = await platform.cloud.setProperty(device, { LightSwitch: 1 });
    expect(outcome).toMatchObject({ status: 'replied', code: 200 });
    expect(outcome).toHaveProperty('payload', expect.stringContaining('"LightSwitch":1'));
  });

  test.each(['async', 'sync'] as const)(
    'answers a service that the cloud calls %s',
    async (type) => {
      await once(start(), 'connect');
      sdk.onService('wakeup', ({ id, params }, reply) =>
        reply({ id, code: 200, data: params }, type),
      );
      await settled();
      const outcome = await platform.cloud.callService(
        device,
        'wakeup',
        { delay: 5 },
        {
          sync: type === 'sync',
        },
      );
      expect(outcome).toMatchObject({ status: 'replied', code: 200 });
      expect(outcome).toHaveProperty('payload', expect.stringContaining('"delay":5'));
    },
  );

  test('updates its shadow, reads it, hears of what the cloud desires, and deletes from it', async () => {
    await once(start(), 'connect');
    const updated = await shadowOf(() => sdk.postShadow({ colour: 'red', mode: 'eco' }));
    expect(updated).toMatchObject({ method: 'reply', payload: { status: 'success' } });
    const read = await shadowOf(() => sdk.getShadow());
    expect(read).toMatchObject({
      payload: { state: { reported: { colour: 'red', mode: 'eco' } } },
    });
    const control = await shadowOf(() => platform.cloud.changeShadow(device, { colour: 'blue' }));
    expect(control).toMatchObject({
      method: 'control',
      payload: { state: { desired: { colour: 'blue' } } },
    });
    const deleted = await shadowOf(() => sdk.deleteShadow(['mode']));
    expect(deleted).toMatchObject({ payload: { status: 'success' } });
    const left = await shadowOf(() => sdk.getShadow());
    expect(left).toMatchObject({ payload: { state: { reported: { colour: 'red' } } } });
    expect(left).not.toHaveProperty('payload.state.reported.mode');
  });

  test('sets tags and deletes them', async () => {
    await once(start(), 'connect');
    const tags = [
      { attrKey: 'room', attrValue: 'hall' },
      { attrKey: 'floor', attrValue: '2' },
    ];
    expect(await answer((done) => sdk.postTags(tags, done))).toMatchObject({ code: 200 });
    expect(await answer((done) => sdk.deleteTags(['floor'], done))).toMatchObject({ code: 200 });
    const { tags: kept } = platform.deviceState(device.productKey, device.deviceName);
    expect(kept).toEqual({ room: 'hall' });
  });
});
