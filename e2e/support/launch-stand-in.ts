import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import type { DesktopRun } from './launch-desktop.ts';

const root = resolve(import.meta.dirname, '../..');
const register = pathToFileURL(join(import.meta.dirname, 'electron-stand-in/register.ts'));

/** Milliseconds that the app has to open its window, and to end once that is closed. */
const PATIENCE = 30_000;

/** What the promise says, unless the app is slower than a person would wait: then it is killed. */
async function patiently<T>(child: ChildProcess, promise: Promise<T>): Promise<T> {
  const overdue = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  return promise.finally(() => clearTimeout(overdue));
}

/** Runs the built app on the stand-in for Electron and connects to the page that it opens. */
export async function launchStandIn(dataDir: string): Promise<DesktopRun> {
  const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', register.href, join(root, main), '--data-dir', dataDir],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const failed = () => new Error(`The app ended with ${child.exitCode}:\n${log}`);

  const opened = new Promise<string>((done, reject) => {
    child.once('message', (message: { address: string }) => done(message.address));
    ended.then(() => reject(failed()));
  });
  const browser = await chromium.connectOverCDP(await patiently(child, opened));
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error(`The app has no window:\n${log}`);
  page.on('console', (message) => {
    log += `[page ${message.type()}] ${message.text()}\n`;
  });
  page.on('pageerror', (error) => {
    log += `[page error] ${error.stack ?? error.message}\n`;
  });

  await page.getByRole('main').waitFor();
  return {
    page,
    get log() {
      return log;
    },
    async close() {
      await page.close();
      if ((await patiently(child, ended)) !== 0) throw failed();
    },
  };
}
