import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { launchStandIn } from './launch-stand-in.ts';
import type { RunningApp } from './running-app.ts';

const root = resolve(import.meta.dirname, '../..');

/** A started desktop app whose window has loaded its page. */
export interface DesktopRun {
  readonly page: Page;
  readonly log: string;
  /** Closes the window as a person would; rejects when the app then does not end with code 0. */
  close(): Promise<void>;
}

/** Electron's own executable, or null where it was not downloaded. */
function electronPath(): string | null {
  const electron = join(root, 'node_modules/electron');
  const name = join(electron, 'path.txt');
  const path = existsSync(name) && join(electron, 'dist', readFileSync(name, 'utf8'));
  return path && existsSync(path) ? path : null;
}

/** What {@link launchDesktop} runs the built app on. */
export function desktopRuntime(): 'electron' | 'stand-in' {
  return electronPath() ? 'electron' : 'stand-in';
}

async function launchElectron(executablePath: string, dataDir: string): Promise<DesktopRun> {
  // Chromium's own sandbox refuses root, who runs it in containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath,
    cwd: root,
    args: [...sandbox, '.', '--data-dir', dataDir],
  });
  let log = '';
  const child = app.process();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const page = await app.firstWindow();
  await page.getByRole('main').waitFor();
  return {
    page,
    get log() {
      return log;
    },
    async close() {
      await app.close();
      if (child.exitCode !== 0) throw new Error(`The app ended with ${child.exitCode}:\n${log}`);
    },
  };
}

/**
 * Starts the built desktop app on Electron, or on the stand-in where Electron's runtime is not to
 * be had, and waits for its page. Rejects with what it printed when it ends without one.
 */
export async function launchDesktop({ dataDir }: { dataDir: string }): Promise<RunningApp> {
  const electron = electronPath();
  const launch = () => (electron ? launchElectron(electron, dataDir) : launchStandIn(dataDir));
  let run = await launch();
  let earlier = '';
  return {
    get page() {
      return run.page;
    },
    get log() {
      return earlier + run.log;
    },
    dataDir,
    async restart() {
      await run.close();
      earlier += run.log;
      run = await launch();
    },
    close: () => run.close(),
  };
}
