import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdDataFolder } from './data-folder.ts';
import { temporaryFolder } from './temporary-folder.test-support.ts';

test('a second start is told who holds the folder, and gets it when it is free', async () => {
  const dir = await temporaryFolder();
  const first = await holdDataFolder(dir, 'process 1 (web mode)');
  await expect(holdDataFolder(dir, 'process 2')).rejects.toMatchObject({
    code: 'storage-failed',
    message: expect.stringContaining('in use by process 1 (web mode)'),
  });
  await first.release();
  await (await holdDataFolder(dir, 'process 2')).release();
});

test('a folder too deep for a socket path is locked all the same', async () => {
  const dir = join(await temporaryFolder(), 'x'.repeat(120));
  const first = await holdDataFolder(dir, 'me');
  await expect(holdDataFolder(dir, 'you')).rejects.toMatchObject({ code: 'storage-failed' });
  await first.release();
});

test('a killed holder leaves the folder free', async () => {
  const dir = await temporaryFolder();
  const socket = join(dir, 'host.sock');
  const child = spawn(process.execPath, [
    '-e',
    `require('net').createServer().listen(${JSON.stringify(socket)}, () => console.log('held'))`,
  ]);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await holdDataFolder(dir, 'the next')).release();
});

test('a path below a file is refused in one sentence', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, '');
  await expect(holdDataFolder(join(file, 'data'), 'me')).rejects.toMatchObject({
    code: 'storage-failed',
    message: expect.stringContaining('cannot write to the data folder'),
  });
});
