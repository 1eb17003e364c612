import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { desktopRuntime } from './support/launch-desktop.ts';

const results = resolve(import.meta.dirname, '../test-results');
/** The shell draws no window of the browser's own, which costs as much as a page. */
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium-headless-shell';
if (!existsSync(chromium)) {
  throw new Error(`No Chromium at ${chromium}: install it, or set CHROMIUM_PATH to its executable`);
}

/** Chromium talks to nobody by itself. Its sandbox refuses root, who runs it in containers. */
const chromiumArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * On the stand-in for Electron the page and the host are those of web mode: there, only the specs run
 * in which the door counts (its bundles, restarts, dialogs, downloads, the clipboard, its secrets).
 */
const doorSpecs = [
  'captures.spec.ts',
  'desktop.spec.ts',
  'devices.spec.ts',
  'first-session.spec.ts',
  'parameters.spec.ts',
];

export default defineConfig({
  testDir: '.',
  outputDir: results,
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: 10_000,
    launchOptions: { executablePath: chromium, args: chromiumArgs },
  },
  // The same specs, through either door. What starts the program by its command line has no page.
  projects: [
    { name: 'web', testIgnore: 'desktop.spec.ts' },
    desktopRuntime() === 'electron'
      ? { name: 'desktop', testIgnore: 'start.spec.ts' }
      : { name: 'desktop', testMatch: doorSpecs },
  ],
});
