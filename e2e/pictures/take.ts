import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import config from '../playwright.config.ts';
import { launchWeb } from '../support/launch-web.ts';
import type { RunningApp } from '../support/running-app.ts';
import { screenOf } from '../support/screen.ts';

/** `npm run pictures`: drives the app through scenes and takes the pictures that the README shows. */

const folder = import.meta.dirname;
const windows = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;
const themes = ['light', 'dark'] as const;

/** Brings the app from an empty start to what the picture shows. */
const scenes: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  empty: async (page) => {
    await page.getByRole('button', { name: 'Try the local platform' }).waitFor();
  },
  device: async (page) => {
    await screenOf(page).devices.getByRole('button', { name: 'Add device' }).click();
    await page.getByRole('dialog', { name: 'Add device' }).waitFor();
  },
  session: async (page) => {
    const screen = screenOf(page);
    await page.getByRole('button', { name: 'Try the local platform' }).click();
    await screen.rows.nth(6).waitFor();
    await screen.subscribe('/a1foreign/other/user/get', '1');
    await screen.row('SUBACK').nth(1).waitFor();
    await screen.tool('Publish').click();
    await screen.publish.getByRole('button', { name: 'Publish', exact: true }).click();
    await screen.publish.getByText(/PUBACK after/).waitFor();
    await screen.rows.nth(4).click();
    await screen.details.getByText('temperature').waitFor();
  },
  refused: async (page) => {
    const screen = screenOf(page);
    await page.getByRole('button', { name: 'Try the local platform' }).click();
    await screen.rows.nth(6).waitFor();
    await screen.subscribe('/a1foreign/other/user/get', '1');
    await screen.row('SUBACK').nth(1).click();
    await screen.details.getByText('What to try').waitFor();
  },
};

async function take(app: RunningApp, name: string): Promise<void> {
  for (const window of windows) {
    await app.page.setViewportSize(window);
    for (const theme of themes) {
      await app.page.emulateMedia({ colorScheme: theme });
      // The first frames after a resize still lay panes out.
      await app.page.waitForTimeout(300);
      const file = `${name}-${window.width}-${theme}.png`;
      await app.page.screenshot({ path: resolve(folder, file) });
      console.log(file);
    }
  }
}

const browser = await chromium.launch(config.use?.launchOptions ?? {});
for (const [name, play] of Object.entries(scenes)) {
  const dataDir = mkdtempSync(join(tmpdir(), 'tricorder-pictures-'));
  const app = await launchWeb({ dataDir, browser });
  await play(app.page);
  await take(app, name);
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
}
await browser.close();
