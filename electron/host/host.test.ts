import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newDataDir, startHost, type TestHost } from './test-support.ts';

let app: TestHost | undefined;
afterEach(async () => {
  await app?.host.close();
  app = undefined;
});

test('an unknown command and an inherited name are refused', async () => {
  app = await startHost(await newDataDir());
  for (const name of ['devices.explode', 'toString', '__proto__', 7, null]) {
    expect(await app.host.invoke(name, {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-command' },
    });
  }
});

test('bad input is refused by its place, without quoting what was typed', async () => {
  app = await startHost(await newDataDir());
  const result = await app.host.invoke('devices.save', {
    id: null,
    secret: 5,
    target: { kind: 'broker', host: 'the-secret-host/path' },
  });
  expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(JSON.stringify(result)).not.toContain('the-secret-host');
});

test.each([
  ['sessions.disconnect', { sessionId: 'none' }],
  ['captures.delete', { captureId: '../../etc' }],
  ['view.open', { captureId: '..' }],
  ['view.rows', { viewId: 'none', start: 0, count: 1 }],
  ['packet.get', { captureId: 'none', row: 0 }],
  ['sessions.connect', { deviceId: 'none' }],
])('%s of something that does not exist is not found', async (command, input) => {
  app = await startHost(await newDataDir());
  expect(await app.host.invoke(command, input)).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
});

test('a damaged devices file starts the app with a notice that names the kept file', async () => {
  const dataDir = await newDataDir();
  await writeFile(join(dataDir, 'devices.json'), '{"version":1,"dev');
  app = await startHost(dataDir);
  const { devices, notices } = await app.ask('app.snapshot', {});
  expect(devices).toEqual([]);
  expect(notices).toMatchObject([
    {
      code: 'devices-file-unreadable',
      values: { keptAs: expect.stringContaining('devices.json.unreadable-') },
    },
  ]);
});

test('preferences are kept over a restart, and a damaged file does not stop the app', async () => {
  const dataDir = await newDataDir();
  app = await startHost(dataDir);
  await app.ask('preferences.set', { theme: 'dark', panes: { main: [20, 80] } });
  await app.ask('preferences.set', { language: 'zh-CN' });
  const filters = {
    recentFilters: ['dir:sent', 'type:ping'],
    savedFilters: [{ filter: 'is:problem', name: 'trouble' }],
  };
  await app.ask('preferences.set', filters);
  await app.host.close();
  app = await startHost(dataDir);
  const kept = (await app.ask('app.snapshot', {})).preferences;
  expect(kept).toMatchObject({
    theme: 'dark',
    language: 'zh-CN',
    panes: { main: [20, 80] },
    ...filters,
  });
  await app.host.close();
  await writeFile(join(dataDir, 'preferences.json'), 'nonsense');
  app = await startHost(dataDir);
  expect((await app.ask('app.snapshot', {})).notices).toMatchObject([
    { code: 'preferences-file-unreadable' },
  ]);
});

test('a capture that cannot be read is said so, another folder is not', async () => {
  const dataDir = await newDataDir();
  const damaged = join(dataDir, 'captures', 'damaged');
  await mkdir(damaged, { recursive: true });
  await mkdir(join(dataDir, 'captures', 'something else'));
  await writeFile(join(damaged, 'packets.pcapng'), 'no capture');
  app = await startHost(dataDir);
  const { captures, notices } = await app.ask('app.snapshot', {});
  expect(captures).toEqual([]);
  expect(notices).toMatchObject([{ code: 'capture-unreadable', values: { folder: damaged } }]);
  expect(await readFile(join(damaged, 'packets.pcapng'), 'utf8')).toBe('no capture');
});

test('a second host on the same folder is told who holds it', async () => {
  const dataDir = await newDataDir();
  app = await startHost(dataDir);
  await expect(startHost(dataDir)).rejects.toMatchObject({
    code: 'storage-failed',
    message: expect.stringContaining(`process ${process.pid} (web mode)`),
  });
});
