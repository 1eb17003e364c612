import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/**
 * Renders icon.svg to the PNG files that electron-builder makes each system's icons of. Run by
 * hand after a change of the drawing: `node build/icons/render.mjs`.
 */
const folder = import.meta.dirname;
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
for (const size of [256, 512, 1024]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>* { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: join(folder, `${size}x${size}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
