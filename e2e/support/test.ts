import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { launchWeb } from './launch-web.ts';
import { type Mosquitto, startMosquitto } from './mosquitto.ts';
import type { RunningApp } from './running-app.ts';

export { expect } from '@playwright/test';

interface Fixtures {
  /** An empty folder that goes with the test. */
  readonly folder: string;
  /** The app, started on a data folder of its own; which door is the project's choice. */
  readonly app: RunningApp;
  /** A real mosquitto of the test's own. */
  readonly mosquitto: Mosquitto;
  /** Set by `test.use`: mosquitto's users and their passwords; none lets everyone in. */
  readonly mosquittoUsers: Readonly<Record<string, string>>;
}

/** Playwright's `test` with the app and the brokers that every spec needs. */
export const test = base.extend<Fixtures>({
  mosquittoUsers: [{}, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'tricorder-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },

  app: async ({ folder, browser }, use, testInfo) => {
    const dataDir = join(folder, 'data');
    const app =
      testInfo.project.name === 'desktop'
        ? await (await import('./launch-desktop.ts')).launchDesktop({ dataDir })
        : await launchWeb({ dataDir, browser });
    await use(app);
    if (testInfo.status !== testInfo.expectedStatus) {
      const body = await app.page.screenshot().catch(() => null);
      if (body) await testInfo.attach('screenshot', { body, contentType: 'image/png' });
    }
    await app.close();
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('log', { body: app.log, contentType: 'text/plain' });
    }
  },

  mosquitto: async ({ folder, mosquittoUsers }, use, testInfo) => {
    const own = mkdtempSync(join(folder, 'mosquitto-'));
    const mosquitto = await startMosquitto({ folder: own, users: mosquittoUsers });
    await use(mosquitto);
    await mosquitto.stop();
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('mosquitto', { body: mosquitto.log, contentType: 'text/plain' });
    }
  },
});
