import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import config from '../../playwright.config.ts';

let profile = '';
let context: BrowserContext | undefined;

/** Starts the one Chromium, with its profile where the app keeps it. */
export async function launchChromium(userDataDir: string): Promise<void> {
  if (context) return;
  profile = userDataDir;
  context = await chromium.launchPersistentContext(userDataDir, {
    ...config.use?.launchOptions,
    args: [...(config.use?.launchOptions?.args ?? []), '--remote-debugging-port=0'],
    viewport: null,
  });
}

export function chromiumContext(): BrowserContext {
  if (!context) throw new Error('the app is not ready');
  return context;
}

/** Where another process connects to this Chromium over CDP. */
export function debuggingAddress(): string {
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return `http://127.0.0.1:${port}`;
}

export async function closeChromium(): Promise<void> {
  await context?.close();
}
