import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeviceTarget, SignMethod } from '../../../../shared/contract/devices.ts';
import { credentialsOf, thisMoment } from '../../devices/login.ts';
import { device, type StrangersPlatform, startForStrangers } from './stranger.test-support.ts';

const own = `/${device.productKey}/${device.deviceName}`;
const post = `/sys${own}/thing/event/property/post`;

let platform: StrangersPlatform;
let children: ChildProcess[];

beforeEach(async () => {
  platform = await startForStrangers();
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await platform.close();
});

interface Parameters {
  readonly clientId: string;
  readonly username: string;
  readonly password: string;
}

/** What the panel of connection parameters shows, to be copied. */
function parameters(
  transport: 'tcp' | 'tls' = 'tcp',
  signMethod: SignMethod = 'hmacsha256',
): Parameters {
  const target: DeviceTarget = {
    kind: 'alibaba-public',
    productKey: device.productKey,
    deviceName: device.deviceName,
    clientId: '',
    signMethod,
    region: 'cn-shanghai',
    transport,
    port: 1883,
    rootCertificate: null,
    keepAlive: 60,
    cleanSession: false,
  };
  const {
    clientId,
    username = '',
    password = '',
  } = credentialsOf(target, { secret: device.deviceSecret }, thisMoment());
  return { clientId, username, password };
}

/** Runs one of mosquitto's clients. */
function run(
  program: 'mosquitto_pub' | 'mosquitto_sub' | 'mosquitto_rr',
  { clientId, username, password }: Parameters,
  ...args: string[]
) {
  const port = args.includes('--cafile') ? platform.ports.tls : platform.ports.tcp;
  const child = spawn(
    program,
    ['-h', 'localhost', '-p', `${port}`, '-i', clientId, '-u', username, '-P', password, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return once(child, 'close').then(([code]: number[]) => ({ code, output }));
}

const publish = (given: Parameters, ...args: string[]) =>
  run('mosquitto_pub', given, '-q', '1', '-t', `${own}/user/update`, '-m', 'x', ...args);

describe("mosquitto's clients with parameters copied from the panel", () => {
  test.each<SignMethod>(['hmacmd5', 'hmacsha1', 'hmacsha256'])(
    'publish with a password of %s, in lower as in upper case',
    async (method) => {
      const given = parameters('tcp', method);
      expect(await publish(given)).toEqual({ code: 0, output: '' });
      const upper = { ...given, password: given.password.toUpperCase() };
      expect(await publish(upper)).toEqual({ code: 0, output: '' });
    },
  );

  test('speak MQTT 3.1 as well', async () => {
    expect(await publish(parameters(), '-V', 'mqttv31')).toEqual({ code: 0, output: '' });
  });

  test('post a property and get its reply', async () => {
    const request = '{"id":"7","version":"1.0","params":{"Power":1},"method":"x"}';
    const { code, output } = await run(
      'mosquitto_rr',
      parameters(),
      ...['-V', 'mqttv311', '-q', '1', '-t', post, '-e', `${post}_reply`, '-m', request],
    );
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ id: '7', code: 200 });
  });

  test('receive what the cloud sends, and what it sent while they were away', async () => {
    const args = ['-c', '-q', '1', '-t', `${own}/user/get`];
    expect((await run('mosquitto_sub', parameters(), ...args, '-E')).code).toBe(0);
    await platform.publish(`${own}/user/get`, 'while away', 1);
    const second = run('mosquitto_sub', parameters(), ...args, '-C', '2');
    await platform.publish(`${own}/user/get`, 'then', 1);
    expect(await second).toEqual({ code: 0, output: 'while away\nthen\n' });
  });

  test('are refused a topic that is not defined', async () => {
    const { output } = await run('mosquitto_sub', parameters(), '-t', `${own}/control`);
    expect(output).toContain('All subscription requests were denied');
  });

  test("publish over TLS, given the platform's authority", async () => {
    const authority = ['--cafile', platform.caPath];
    expect(await publish(parameters('tls'), ...authority)).toEqual({ code: 0, output: '' });
  });

  test('are refused with the securemode of the other transport', async () => {
    expect((await publish(parameters('tls'))).output).toContain('identifier rejected');
    const overTls = await publish(parameters('tcp'), '--cafile', platform.caPath);
    expect(overTls.output).toContain('identifier rejected');
  });

  const changeId = (from: RegExp, to: string) => (given: Parameters) => ({
    ...given,
    clientId: given.clientId.replace(from, to),
  });
  const changePassword = (change: (text: string) => string) => (given: Parameters) => ({
    ...given,
    password: change(given.password),
  });
  test.each<[string, string, (given: Parameters) => Parameters]>([
    ['of another secret', 'not authori', changePassword((text) => text.replace(/../g, '00'))],
    ['in Base64', 'not authori', changePassword((text) => btoa(text))],
    ['without its last digit', 'not authori', changePassword((text) => text.slice(0, -1))],
    ['of another timestamp', 'not authori', changeId(/timestamp=\d+/, 'timestamp=1')],
    ['of another client id', 'not authori', changeId(/^[^|]+/, 'other')],
    ['of another method', 'not authori', changeId(/hmacsha256/, 'hmacsha1')],
    [
      'of another device',
      'bad user name',
      (given) => ({ ...given, username: 'other&a1hQSwFledE' }),
    ],
    ['of a bare client id', 'identifier rejected', changeId(/\|.*/, '')],
    ['of a keep-alive of 29 s', 'unavailable', (given) => given],
  ])('are refused with a password %s: "%s"', async (name, message, change) => {
    const args = name.includes('keep-alive') ? ['-k', '29'] : [];
    const { code, output } = await publish(change(parameters()), ...args);
    expect(output).toContain(message);
    expect(code).not.toBe(0);
  });
});
