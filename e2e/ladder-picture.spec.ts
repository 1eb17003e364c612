import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { openStory } from './support/ladder.ts';
import { expect, test } from './support/test.ts';

const NAME = 'lamp-01 ladder 2026-01-15 01-30-00';

/** Saves a picture under a name and answers with it; only web mode has a download to wait for. */
async function saved(page: Page, item: RegExp, name: string) {
  const download = test.info().project.name === 'web' ? page.waitForEvent('download') : null;
  const picture = page.evaluate(
    () =>
      new Promise<{ type: string; text: string }>((resolve) => {
        const { createObjectURL } = URL;
        URL.createObjectURL = (blob: Blob) => {
          URL.createObjectURL = createObjectURL;
          void blob.text().then((text) => resolve({ type: blob.type, text }));
          return createObjectURL(blob);
        };
      }),
  );
  await page.getByRole('button', { name: 'Save as a picture' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  expect((await download)?.suggestedFilename() ?? name).toBe(name);
  await expect(page.getByRole('status').filter({ hasText: `picture: ${name}, ` })).toBeVisible();
  return picture;
}

test('it is saved as a picture that needs nothing but itself, light whatever the theme', async ({
  app,
}) => {
  const { page, ladder } = await openStory(app);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(ladder.cell(/SUBACK 102/)).toBeVisible();
  const svg = await saved(page, /^SVG, Everything shown \(31 packets\)$/, `${NAME}.svg`);
  expect(svg.type).toBe('image/svg+xml');
  for (const said of [
    'Subscription refused',
    'no PUBACK came',
    'Connection lost: the cloud closed it',
    'lamp-01',
    '01:30:40.957',
    'time to acknowledgement',
  ])
    expect(svg.text).toContain(said);
  expect(svg.text).toContain('@font-face');
  expect(svg.text).toContain('fill="#ffffff"');
  expect(svg.text).not.toMatch(/var\(|class=|href=|url\((?!data:)/);
  const isWellFormed = await page.evaluate(
    (text) =>
      new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null,
    svg.text,
  );
  expect(isWellFormed).toBe(true);
  const png = await saved(page, /^PNG, What is in sight$/, `${NAME}.png`);
  expect(png.type).toBe('image/png');
  expect(png.text.slice(1, 4)).toBe('PNG');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: `Dismiss ${NAME}.png` }).click();
  await expect(page.getByText('Exported as a picture')).toHaveCount(0);
});

test('the whole session is saved as a picture', async ({ app }) => {
  const { page, ladder } = await openStory(app);
  for (let step = 0; step < 2; step += 1) await ladder.zoomOut();
  await expect(ladder.overview).toHaveAttribute('aria-valuetext', /3 sent/);
  const svg = await saved(page, /^SVG, Everything shown \(31 packets\)$/, `${NAME}.svg`);
  for (const said of ['Connection lost: the cloud closed it', 'acknowledgement', 'Problems'])
    expect(svg.text).toContain(said);
});

test('a session is saved as a picture of which no packet was drawn before', async ({ app }) => {
  const { page, ladder } = await openStory(app);
  for (let step = 0; step < 2; step += 1) await ladder.zoomOut();
  await page.getByRole('button', { name: 'Close lamp-01' }).click();
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await ladder.open();
  await expect(ladder.overview).toHaveAttribute('aria-valuetext', /sent/);
  await page.getByRole('button', { name: 'Save as a picture' }).click();
  await page.getByRole('menuitem', { name: /^SVG, / }).click();
  await expect(page.getByText(/^Exported as a picture: .* ladder .*\.svg, /)).toBeVisible();
});

test('a picture that could not be drawn says so beside the capture', async ({ app }) => {
  const { page } = await openStory(app);
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.toBlob = (done) => done(null);
  });
  await page.getByRole('button', { name: 'Save as a picture' }).click();
  await page.getByRole('menuitem', { name: 'PNG, What is in sight' }).click();
  const told = page.getByRole('alert').filter({ hasText: `${NAME}.png could not be drawn` });
  await expect(told).toBeVisible();
  await told.getByText('Details').click();
  await expect(told).toContainText('the browser drew no image');
  expect(await axeFindings(page)).toEqual([]);
});
