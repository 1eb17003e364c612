import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { DeviceDraft } from '../../../shared/contract/devices.ts';
import { temporaryFolder } from '../storage/temporary-folder.test-support.ts';
import type { Vault } from '../vault.ts';
import { DeviceStore } from './device-store.ts';

const vault: Vault = {
  kind: 'key-file',
  encrypt: (text) => Buffer.from(text).toString('hex'),
  decrypt: (cipherText) => Buffer.from(cipherText, 'hex').toString(),
};

const broker = (name: string): DeviceDraft['target'] => ({
  kind: 'broker',
  name,
  host: 'localhost',
  port: 1883,
  transport: 'tcp',
  keepAlive: 60,
  cleanSession: true,
  rootCertificate: null,
  mqttVersion: '3.1.1',
  clientId: '',
  username: 'u',
});

let path: string;
const open = async () => {
  const store = new DeviceStore(path, vault, () => undefined);
  return { store, bad: await store.load() };
};

beforeEach(async () => {
  path = join(await temporaryFolder(), 'devices.json');
});

test('devices survive a restart; the file and every answer are without the secret', async () => {
  const { store } = await open();
  const saved = await store.save({ id: null, target: broker('b'), secret: 'top secret' });
  expect(JSON.stringify([saved, store.list()])).not.toContain('top secret');
  expect(await readFile(path, 'utf8')).not.toContain('top secret');
  const again = (await open()).store;
  expect(again.list()).toEqual([saved]);
  expect(saved.secrets).toEqual(['secret']);
  expect(again.secrets(saved.id)).toEqual({ secret: 'top secret' });
});

test('saving without a secret keeps the old one, an empty one removes it', async () => {
  const { store } = await open();
  const { id } = await store.save({ id: null, target: broker('b'), secret: 's' });
  await store.save({ id, target: broker('renamed') });
  expect(store.secrets(id)).toEqual({ secret: 's' });
  expect((await store.save({ id, target: broker('renamed'), secret: '' })).secrets).toEqual([]);
});

test('a file from when a device had one secret is read, its secret with it', async () => {
  const old = { id: 'd', target: broker('b'), createdAt: 1, lastConnectedAt: null };
  const devices = [
    { ...old, secret: vault.encrypt('s') },
    { ...old, id: 'e', secret: null },
  ];
  await writeFile(path, JSON.stringify({ version: 1, devices }));
  const { store, bad } = await open();
  expect(bad).toBeNull();
  expect(store.list().map(({ secrets }) => secrets)).toEqual([['secret'], []]);
  expect(store.secrets('d')).toEqual({ secret: 's' });
});

test('a secret that the target has no use for is removed, and never changes its use', async () => {
  const { store } = await open();
  const { id } = await store.save({ id: null, target: broker('b'), secret: 's' });
  const triple = {
    kind: 'local',
    productKey: 'pk',
    deviceName: 'dn',
    signMethod: 'hmacsha1',
    clientId: '',
    keepAlive: 60,
    cleanSession: true,
    transport: 'tls',
  } as const;
  expect((await store.save({ id, target: triple })).secrets).toEqual([]);
  const credentials = { kind: 'register', preRegistered: true } as const;
  await store.save({ id, target: { ...triple, credentials }, productSecret: 'p', secret: 's' });
  expect(store.secrets(id)).toEqual({ productSecret: 'p' });
  const owner = { productKey: 'pk', deviceName: 'dn' };
  const registered = await store.register(id, { ...owner, deviceSecret: 'given' });
  expect(registered.target).toEqual(triple);
  expect(store.secrets(id)).toEqual({ secret: 'given' });
});

test('a duplicate has a name of its own and the same secret', async () => {
  const { store } = await open();
  const { id } = await store.save({ id: null, target: broker('b'), secret: 's' });
  const one = await store.duplicate(id);
  const two = await store.duplicate(id);
  expect([one.target, two.target]).toMatchObject([{ name: 'b-2' }, { name: 'b-3' }]);
  expect(store.secrets(two.id)).toEqual({ secret: 's' });
});

test('saves at the same time all reach the file', async () => {
  const { store } = await open();
  await Promise.all(['a', 'b', 'c'].map((name) => store.save({ id: null, target: broker(name) })));
  expect((await open()).store.list()).toHaveLength(3);
});

test.each([
  ['not JSON', '{"version":1,"devi'],
  ['of another shape', '{"version":1,"devices":[{"id":5}]}'],
])('a file that is %s is kept beside the new one', async (_what, text) => {
  await writeFile(path, text);
  const { store, bad } = await open();
  expect(store.list()).toEqual([]);
  expect(await readFile(bad?.keptAs ?? '', 'utf8')).toBe(text);
  await store.save({ id: null, target: broker('new') });
  expect(await readdir(join(path, '..'))).toHaveLength(2);
});

test('an unknown device is refused as not found', async () => {
  const { store } = await open();
  await expect(store.remove('nobody')).rejects.toMatchObject({ code: 'not-found' });
});
