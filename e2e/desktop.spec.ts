import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Door } from '../shared/contract/door.ts';
import { desktopRuntime, launchDesktop } from './support/launch-desktop.ts';
import { launchStandIn } from './support/launch-stand-in.ts';
import { runProgram } from './support/program.ts';
import type { RunningApp } from './support/running-app.ts';
import { test as base, expect } from './support/test.ts';

declare global {
  interface Window {
    readonly tricorder: Door;
    /** Set by a test; gone with the document. */
    sameDocument?: boolean;
  }
}

/** These are about the desktop's shell, whichever project runs them. */
const test = base.extend<{ desktop: RunningApp }>({
  desktop: async ({ folder }, use) => {
    const desktop = await launchDesktop({ dataDir: join(folder, 'data') });
    await use(desktop);
    await desktop.close();
  },
});

test.beforeAll(() => console.log(`The desktop app runs on: ${desktopRuntime()}`));

const ask = (page: Page, name: string, input: unknown) =>
  page.evaluate(([name, input]) => window.tricorder.invoke(name as never, input as never), [
    name,
    input,
  ] as const);

/** What the page is after everything it asked of the main process until now was answered. */
async function settledPage(page: Page) {
  await ask(page, 'app.snapshot', {});
  await ask(page, 'app.snapshot', {});
  return page.evaluate(() => ({ title: document.title, same: window.sameDocument ?? false }));
}

test('the window shows the page and the page has the door to the host', async ({ desktop }) => {
  const { page, dataDir } = desktop;
  await expect(page).toHaveTitle('Tricorder');
  expect(await page.evaluate(() => Object.keys(window.tricorder).sort())).toEqual([
    'invoke',
    'subscribe',
  ]);
  expect(await ask(page, 'app.snapshot', {})).toMatchObject({
    ok: true,
    value: { mode: 'desktop', dataDir, version: '0.1.0' },
  });
});

test('commands outside the contract are refused as values', async ({ desktop }) => {
  const { page } = desktop;
  expect(await ask(page, 'toString', {})).toMatchObject({ error: { code: 'unknown-command' } });
  expect(await ask(page, 'view.rows', { viewId: 7 })).toMatchObject({
    error: { code: 'invalid-input' },
  });
});

test('events of the host reach the page until it stops listening', async ({ desktop }) => {
  const names = await desktop.page.evaluate(async () => {
    const target = {
      kind: 'local' as const,
      productKey: 'a1B2c3D4e5F',
      deviceName: 'lamp-01',
      signMethod: 'hmacsha256' as const,
      clientId: '',
      keepAlive: 60,
      cleanSession: true,
    };
    const heard: string[][] = [];
    const { invoke, subscribe } = window.tricorder;
    const next = () =>
      new Promise<void>((done) => {
        const end = subscribe('devices.changed', ({ devices }) => {
          heard.push(devices.map(({ id }) => id));
          end();
          done();
        });
      });
    const first = next();
    await invoke('devices.save', { id: null, target });
    await first;
    await invoke('devices.save', { id: null, target: { ...target, deviceName: 'lamp-02' } });
    const second = next();
    await invoke('devices.save', { id: null, target: { ...target, deviceName: 'lamp-03' } });
    await second;
    return heard.map((ids) => ids.length);
  });
  expect(names).toEqual([1, 3]);
});

test('the page cannot become, load or open anything else', async ({ desktop }) => {
  const { page } = desktop;
  await page.evaluate(() => {
    window.sameDocument = true;
    location.assign('https://example.com/');
  });
  expect(await settledPage(page)).toEqual({ title: 'Tricorder', same: true });

  expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull();
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
  });
  expect(await settledPage(page)).toEqual({ title: 'Tricorder', same: true });
  await expect.poll(() => page.context().pages().length).toBe(1);

  const headers = await page.evaluate(async () => [...(await fetch(location.href)).headers]);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self';"),
    'x-content-type-options': 'nosniff',
  });
  const loaded = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'loaded',
      () => 'refused',
    ),
  );
  expect(loaded).toBe('refused');
  const evaluated = await page.evaluate(
    () =>
      new Promise((done) => {
        document.addEventListener('securitypolicyviolation', (event) =>
          done(event.violatedDirective),
        );
        const script = document.createElement('script');
        script.textContent = 'window.sameDocument = false;';
        document.body.append(script);
      }),
  );
  expect(evaluated).toBe('script-src-elem');
});

test('closing the window closes the host and frees the data folder', async ({ folder }) => {
  const dataDir = join(folder, 'data');
  const lock = join(dataDir, 'host.sock');
  const desktop = await launchDesktop({ dataDir });
  expect(existsSync(lock)).toBe(true);
  await desktop.close();
  // A process that merely ends leaves it behind.
  expect(existsSync(lock)).toBe(false);
  expect(existsSync(join(dataDir, 'window-bounds.json'))).toBe(true);

  const again = await launchDesktop({ dataDir });
  expect(await ask(again.page, 'app.snapshot', {})).toMatchObject({ ok: true });
  await again.close();
});

// On the stand-in always: on Electron the box waits for a person.
test('an app that cannot start says why in one sentence and ends with 1', async ({ folder }) => {
  const dataDir = join(folder, 'data');
  const holder = runProgram('out/web/main.js', ['--port=0', `--data-dir=${dataDir}`, '--no-open']);
  await holder.line(/ready/);
  const failure = await launchStandIn(dataDir).catch(String);
  await holder.stop();
  const sentence = String.raw`the data folder ${dataDir} is in use by process \d+ \(web mode\)`;
  expect(failure).toMatch(
    new RegExp(
      `ended with 1:\n${sentence}\n\\[error box\\] Tricorder cannot start: ${sentence}\n$`,
    ),
  );
});
