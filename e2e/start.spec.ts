import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { runProgram } from './support/program.ts';
import { expect, test } from './support/test.ts';

const READY = /^Tricorder is ready at (http:\/\/127\.0\.0\.1:(\d+)\/\?key=[\w-]{43})$/;

/** `npm start` without npm and without its set-up, which has run. */
const start = (...args: string[]) => runProgram('build/start.mjs', [...args, '--no-open']);

/** Runs to its end and tells how that was. */
async function refusal(...args: string[]) {
  const program = start(...args);
  return { code: await program.exit, stdout: program.stdout, stderr: program.stderr };
}

test('web mode prints one line when it is ready, and ends with 0 when asked to', async ({
  folder,
}) => {
  const program = start('--web', '--port', '0', '--data-dir', join(folder, 'data'));
  const [line, address = ''] = await program.line(READY);
  expect((await fetch(address)).status).toBe(200);
  expect(await program.stop()).toBe(0);
  expect(program.stdout).toBe(`${line}\n`);
  expect(program.stderr).toBe('');
});

test('the same data folder serves one run after the other, and never two at once', async ({
  folder,
}) => {
  const args = ['--web', '--port', '0', '--data-dir', join(folder, 'data')];
  const first = start(...args);
  await first.line(READY);
  const second = await refusal(...args);
  expect(second).toMatchObject({ code: 1, stdout: '' });
  expect(second.stderr).toMatch(/^tricorder: [^\n]+\n$/);
  expect(await first.stop()).toBe(0);
  const third = start(...args);
  await third.line(READY);
  expect(await third.stop()).toBe(0);
});

test('a taken port is refused in one line, and the data folder is free again', async ({
  folder,
}) => {
  const dataDir = join(folder, 'data');
  const taker = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => taker.once('listening', listening));
  const taken = taker.address();
  const port = typeof taken === 'object' && taken ? String(taken.port) : '';
  expect(await refusal('--web', '--port', port, '--data-dir', dataDir)).toEqual({
    code: 1,
    stdout: '',
    stderr: `tricorder: port ${port} is taken: choose another with --port N, or any free one with --port 0\n`,
  });
  taker.close();
  const program = start('--web', '--port', port, '--data-dir', dataDir);
  expect((await program.line(READY))[2]).toBe(port);
  expect(await program.stop()).toBe(0);
});

test('a data folder that cannot be made is refused in one line', async ({ folder }) => {
  // Below a file, since nothing is unwritable for root.
  writeFileSync(join(folder, 'file'), '');
  const dataDir = join(folder, 'file', 'data');
  const { code, stdout, stderr } = await refusal('--web', '--port', '0', '--data-dir', dataDir);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^tricorder: [^\n]+\n$/);
  expect(stderr).toContain(dataDir);
});

for (const [what, args] of [
  ['an unknown option', ['--colour']],
  ['an argument that is no option', ['extra']],
  ['a port that is none', ['--port', 'eighty']],
  ['two modes at once', ['--web', '--desktop']],
] as const) {
  test(`${what} is refused in one line`, async () => {
    const { code, stdout, stderr } = await refusal(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^tricorder: [^\n]+\n$/);
  });
}

test('help is printed and nothing is started', async () => {
  const { code, stdout, stderr } = await refusal('--help');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const option of ['--web', '--desktop', '--port N', '--data-dir DIR', '--no-open']) {
    expect(stdout).toContain(option);
  }
});

// Windows has no signals.
const testWithSignals = process.platform === 'win32' ? () => undefined : test;
testWithSignals(
  'it ends with the shell that npm runs it in, which alone gets its signals',
  async ({ folder }) => {
    const args = ['--web', '--port', '0', '--data-dir', join(folder, 'data')];
    // The command after it keeps the shell from becoming the program.
    const command = `"${process.execPath}" build/start.mjs ${args.join(' ')} --no-open; true`;
    const cwd = join(import.meta.dirname, '..');
    const env = { ...process.env, npm_lifecycle_event: 'start' };
    const shell = spawn('sh', ['-c', command], { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = await once(createInterface(shell.stdout), 'line');
    const [, address = ''] = READY.exec(String(line)) ?? [];
    expect((await fetch(address)).status).toBe(200);
    shell.kill('SIGTERM');
    await expect(async () => {
      await expect(fetch(address)).rejects.toThrow();
    }).toPass();
  },
);

// Only Linux runs without one.
const describeOnLinux = process.platform === 'linux' ? test.describe : () => undefined;
describeOnLinux('without a display', () => {
  const env = { DISPLAY: '', WAYLAND_DISPLAY: '' };

  test('web mode is served instead of the window, and one line says why', async ({ folder }) => {
    const args = ['--port', '0', '--data-dir', join(folder, 'data'), '--no-open'];
    const program = runProgram('build/start.mjs', args, env);
    await program.line(READY);
    expect(await program.stop()).toBe(0);
    expect(program.stdout).toMatch(/^[^\n]+\n$/);
    expect(program.stderr).toBe(
      'tricorder: serving web mode, the window cannot be opened: no display\n',
    );
  });

  test('the window that was asked for by name is refused in one line', async () => {
    const program = runProgram('build/start.mjs', ['--desktop'], env);
    expect(await program.exit).toBe(1);
    expect(program.stdout).toBe('');
    expect(program.stderr).toBe('tricorder: the window cannot be opened: no display\n');
  });
});
