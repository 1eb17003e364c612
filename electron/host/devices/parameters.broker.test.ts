import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import type { DeviceTarget } from '../../../shared/contract/devices.ts';
import { signPassword } from '../sign.ts';
import { newDataDir, startHost, type TestHost } from '../test-support.ts';

const run = promisify(execFile);

const target: DeviceTarget = {
  kind: 'local',
  productKey: 'a1B2c3D4e5F',
  deviceName: 'lamp-01',
  signMethod: 'hmacsha256',
  clientId: '',
  keepAlive: 60,
  cleanSession: true,
};
const secret = 'only the host knows';

let app: TestHost | undefined;
afterEach(async () => {
  await app?.host.close();
  app = undefined;
});

async function start() {
  app = await startHost(await newDataDir());
  const { id: deviceId } = await app.ask('devices.save', { id: null, target, secret });
  const parameters = await app.ask('devices.parameters', { deviceId });
  const { clientId, username, endpoint, signature } = parameters;
  const password = signPassword(signature?.content ?? '', secret, 'hmacsha256');
  return { app, deviceId, clientId, username: username ?? '', password, endpoint };
}

test('mosquitto_pub connects with the parameters shown and a password made from them', async () => {
  const { app: host, deviceId, clientId, username, password, endpoint } = await start();
  const { hostname, port } = new URL(endpoint);
  const topic = '/sys/a1B2c3D4e5F/lamp-01/thing/event/property/post';
  const publish = (user: string) =>
    run('mosquitto_pub', [
      ...['-h', hostname, '-p', port, '-i', clientId, '-u', user, '-P', password],
      ...['-q', '1', '-t', topic, '-m', '{"id":"1","params":{}}'],
    ]);
  await publish(username);
  await expect(publish('a1B2c3D4e5F&lamp-01')).rejects.toThrow();
  expect(await host.ask('devices.compare', { deviceId, clientId, username, password })).toEqual(
    expect.objectContaining({ matches: true, differences: [] }),
  );
});

test('mosquitto_pub connects over TLS as well, given the authority that the platform names', async () => {
  app = await startHost(await newDataDir());
  const { ask } = app;
  const draft = { id: null, target: { ...target, transport: 'tls' }, secret } as const;
  const { id: deviceId } = await ask('devices.save', draft);
  const { clientId, username, endpoint, signature } = await ask('devices.parameters', { deviceId });
  const { caPath } = await ask('platform.status', {});
  const { hostname, port } = new URL(endpoint);
  const password = signPassword(signature?.content ?? '', secret, 'hmacsha256');
  const args = [
    ...['-h', hostname, '-p', port, '-i', clientId, '-u', username ?? '', '-P', password],
    ...['-q', '1', '-t', '/sys/a1B2c3D4e5F/lamp-01/thing/event/property/post', '-m', '{}'],
  ];
  await run('mosquitto_pub', [...args, '--cafile', caPath ?? '']);
  await expect(run('mosquitto_pub', args)).rejects.toThrow();
});

test('a compared password is in no answer, no event and no file', async () => {
  const { app: host, deviceId, clientId, username } = await start();
  const password = signPassword('some other content', secret, 'hmacsha256');
  const given = { deviceId, clientId, username, password };
  const answer = await host.ask('devices.compare', given);
  expect(answer.differences).toEqual([{ kind: 'secret-wrong' }]);
  expect(JSON.stringify([answer, host.events])).not.toContain(password);
  const refusal = await host.host.invoke('devices.compare', { ...given, clientId: 5 });
  expect(JSON.stringify(refusal)).not.toContain(password);
  for (const name of await readdir(host.dataDir, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    const text = await readFile(join(name.parentPath, name.name), 'utf8');
    expect(text).not.toContain(password);
    expect(text).not.toContain(secret);
  }
});
