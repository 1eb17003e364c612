import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import config from '../playwright.config.ts';
import { launchWeb } from '../support/launch-web.ts';
import { type Scene, scenes } from './scenes.ts';
import { writeStory } from './story.ts';
import { walkThrough } from './walkthrough.ts';

/**
 * `npm run pictures`: drives the app through scenes and takes the pictures that the README shows,
 * in two sizes, themes and languages. `npm run pictures -- NAME …` takes those scenes alone. The
 * app's clock always begins at the same time; what happens on a socket takes the time it takes.
 */

const windows = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;
const themes = ['light', 'dark'] as const;
const languages = ['en', 'zh-CN'] as const;

/** The scene whose pictures go to the page of the walk through the article. */
const WALKTHROUGH = 'walkthrough';

/** What the page's clock shows: half a minute after the app's own began. */
const PAGE_TIME = Date.UTC(2026, 0, 15, 2, 0, 30);
const timezoneId = 'Asia/Shanghai';
const clock = resolve(import.meta.dirname, 'fixed-clock.mjs');

async function chooseChinese(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await page.getByRole('menu').waitFor({ state: 'hidden' });
}

/** The app with the story among its captures, and a page of it; both at a fixed time. */
async function launch(browser: Browser, viewport: { width: number; height: number }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'tricorder-pictures-'));
  await writeStory(dataDir);
  const app = await launchWeb({
    dataDir,
    browser,
    env: { TZ: timezoneId, NODE_OPTIONS: `--import=${clock}` },
    async newContext() {
      const context = await browser.newContext({ timezoneId, locale: 'en', viewport });
      await context.clock.setFixedTime(PAGE_TIME);
      return context;
    },
  });
  return {
    page: app.page,
    async close() {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function takeScene(browser: Browser, name: string, { play, open }: Scene): Promise<void> {
  for (const language of languages) {
    const app = await launch(browser, windows[0]);
    await play(app.page);
    if (language === 'zh-CN') await chooseChinese(app.page);
    await open?.(app.page);
    await take(app.page, name, language);
    await app.close();
  }
}

/** The pictures of the walk through the article: one size, theme and language. */
async function takeWalkthrough(browser: Browser): Promise<void> {
  const app = await launch(browser, { width: 1280, height: 760 });
  await app.page.emulateMedia({ colorScheme: 'light' });
  await walkThrough(app.page, async (name) => {
    const file = `${name}.png`;
    // What a click began to open or fade is there by then.
    await app.page.waitForTimeout(300);
    await app.page.screenshot({ path: resolve(import.meta.dirname, '../walkthrough', file) });
    console.log(file);
  });
  await app.close();
}

async function take(page: Page, name: string, language: string): Promise<void> {
  for (const window of windows) {
    await page.setViewportSize(window);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      // The first frames after a resize still lay panes out.
      await page.waitForTimeout(300);
      const suffix = language === 'en' ? '' : `-${language}`;
      const file = `${name}-${window.width}-${theme}${suffix}.png`;
      await page.screenshot({ path: resolve(import.meta.dirname, file) });
      console.log(file);
    }
  }
}

const wanted = process.argv.slice(2);
const names = [...Object.keys(scenes), WALKTHROUGH];
for (const name of wanted) {
  if (!names.includes(name)) throw new Error(`There is no scene ${name}: ${names.join(', ')}`);
}
const browser = await chromium.launch(config.use?.launchOptions ?? {});
for (const [name, scene] of Object.entries(scenes)) {
  if (wanted.length === 0 || wanted.includes(name)) await takeScene(browser, name, scene);
}
if (wanted.length === 0 || wanted.includes(WALKTHROUGH)) await takeWalkthrough(browser);
await browser.close();
