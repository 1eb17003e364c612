import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectAsync } from 'mqtt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Transport } from '../../../shared/contract/devices.ts';
import { temporaryFolder } from '../storage/temporary-folder.test-support.ts';
import { demoDevice } from './devices-file.ts';
import { login } from './test-support.ts';

const program = fileURLToPath(new URL('./cli.ts', import.meta.url));
const transports: readonly Transport[] = ['tcp', 'tls', 'ws', 'wss'];
const url = z.string().regex(/^\w+:\/\/127\.0\.0\.1:\d+$/);
const readyLine = z.strictObject({
  ready: z.literal(true),
  endpoints: z.strictObject({ tcp: url, tls: url, ws: url, wss: url }),
  ca: z.string(),
  devices: z.array(z.strictObject({ productKey: z.string(), deviceName: z.string() })),
});

let folder: string;
let child: ChildProcess | null;

beforeEach(async () => {
  folder = await temporaryFolder();
  child = null;
});
afterEach(() => child?.kill('SIGKILL'));

function run(...args: string[]) {
  const started = spawn(
    process.execPath,
    ['--import', 'tsx', program, '--data-dir', folder, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  child = started;
  const printed = { out: '', err: '' };
  started.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text;
  });
  started.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.err += text;
  });
  const ended = once(started, 'close').then(([code, signal]) => ({ code, signal }));
  return {
    printed,
    ended,
    async ready() {
      await Promise.race([once(started.stdout, 'data'), ended]);
      return readyLine.parse(JSON.parse(printed.out));
    },
  };
}

test('is ready with one line, takes its demo device on every transport and ends on SIGTERM', async () => {
  const platform = run();
  const { endpoints, ca, devices } = await platform.ready();
  expect(devices).toEqual([{ productKey: 'a1demo', deviceName: 'demo-device' }]);
  for (const transport of transports) {
    expect(endpoints[transport]).toMatch(new RegExp(`^${transport}://`));
    const client = await connectAsync(endpoints[transport], {
      ...login(demoDevice, transport),
      ca: await readFile(ca),
      reconnectPeriod: 0,
    });
    await client.endAsync();
  }
  child?.kill('SIGTERM');
  expect(await platform.ended).toEqual({ code: 0, signal: null });
  expect(platform.printed.out.trim().split('\n')).toHaveLength(1);
  expect(platform.printed.err).toBe('');
});

test('takes the devices of its file, and says nothing of their secrets', async () => {
  const device = { productKey: 'a1pk', deviceName: 'lamp', deviceSecret: 'lamp-secret' };
  const topics = [{ topic: '/a1pk/lamp/control', permission: 'sub' }];
  const path = join(folder, 'devices.json');
  await writeFile(path, JSON.stringify([{ ...device, topics }]));
  const platform = run('--devices', path);
  const { endpoints, devices } = await platform.ready();
  expect(devices).toEqual([{ productKey: 'a1pk', deviceName: 'lamp' }]);
  expect(platform.printed.out).not.toContain('lamp-secret');
  const client = await connectAsync(endpoints.tcp, { ...login(device), reconnectPeriod: 0 });
  expect(await client.subscribeAsync('/a1pk/lamp/control')).toMatchObject([{ qos: 0 }]);
  await expect(client.subscribeAsync('/a1pk/lamp/other')).rejects.toThrow();
  await client.endAsync();
});

test('ends with 1 and one line that names the bad entry of its file', async () => {
  const path = join(folder, 'devices.json');
  await writeFile(path, '[{"productKey":"a1pk","deviceName":"lamp"}]');
  const { ended, printed } = run('--devices', path);
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(printed.out).toBe('');
  expect(printed.err).toMatch(/^tricorder: .*devices\.json: entry 1 \(a1pk\/lamp\): .*\n$/);
});

test('ends with 1 and one line when a port is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { ended, printed } = run('--wss-port', String(port));
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(printed).toEqual({
    out: '',
    err: `tricorder: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`,
  });
  server.close();
});
