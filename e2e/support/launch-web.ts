import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type Program, runProgram } from './program.ts';
import type { RunningApp } from './running-app.ts';

const READY = /^Tricorder is ready at (http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]+)$/;

export interface LaunchWebOptions {
  readonly dataDir: string;
  readonly browser: Browser;
  /** Environment variables of the app, besides this process's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Makes the context of its page, where it is not to be a plain one. */
  newContext?(): Promise<BrowserContext>;
}

/** Starts the built web mode on a free port and opens its printed address in a new context. */
export async function launchWeb({
  dataDir,
  browser,
  env = {},
  newContext = () => browser.newContext(),
}: LaunchWebOptions): Promise<RunningApp> {
  let earlier = '';
  let console = '';
  let program: Program;
  let page: Page;

  async function open(address: string): Promise<void> {
    page = await (await newContext()).newPage();
    page.on('console', (message) => {
      console += `[page ${message.type()}] ${message.text()}\n`;
    });
    page.on('pageerror', (error) => {
      console += `[page error] ${error.stack ?? error.message}\n`;
    });
    await page.goto(address);
    await page.getByRole('main').waitFor();
  }

  async function start(): Promise<void> {
    const args = ['--port', '0', '--data-dir', dataDir, '--no-open'];
    program = runProgram('out/web/main.js', args, env);
    const [, address = ''] = await program.line(READY);
    await open(address);
  }

  async function close(): Promise<void> {
    await page.context().close();
    const code = await program.stop();
    if (code !== 0) throw new Error(`The app ended with ${code}:\n${program.stderr}`);
  }

  await start();
  return {
    get page() {
      return page;
    },
    get log() {
      return earlier + program.stdout + program.stderr + console;
    },
    dataDir,
    async restart() {
      await close();
      earlier += program.stdout + program.stderr;
      await start();
    },
    close,
  };
}
