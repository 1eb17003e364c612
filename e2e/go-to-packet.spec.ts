import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

/** More packets than fit on the screen: the first seven of the demo, and messages that went on. */
async function startLongSession(page: Page) {
  const screen = screenOf(page);
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);
  await screen.publish.getByLabel('Repeat every (s)', { exact: true }).fill('0.1');
  await screen.publish.getByRole('button', { name: 'Start repeating' }).click();
  await expect.poll(() => total(page)).toBeGreaterThan(120);
  await screen.publish.getByRole('button', { name: 'Stop' }).click();
  return screen;
}

const total = async (page: Page) =>
  Number(await screenOf(page).timeline.getAttribute('aria-rowcount'));

function goTo(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Go to packet' });
  return {
    dialog,
    field: dialog.getByLabel('Packet number'),
    async ask(number: string) {
      await page.keyboard.press('Control+g');
      await dialog.getByLabel('Packet number').fill(number);
      await page.keyboard.press('Enter');
    },
  };
}

/** The selected row is drawn, in sight, and has this number. */
async function expectShown(page: Page, number: string) {
  const row = page
    .getByRole('grid', { name: 'Packet timeline' })
    .locator('[role="row"][aria-selected="true"]');
  await expect(row.locator('[data-column="number"]')).toHaveText(number);
  await expect(row).toBeInViewport({ ratio: 1 });
}

test('a number is gone to from anywhere, also once it was scrolled away', async ({ app }) => {
  const { page } = app;
  const screen = await startLongSession(page);
  await page.getByRole('searchbox', { name: 'Filter packets' }).focus();
  await goTo(page).ask('3');
  await expect(goTo(page).dialog).toHaveCount(0);
  await expectShown(page, '3');
  await expect(screen.timeline).toBeFocused();
  await expect(screen.details).toContainText('SUBSCRIBE');

  await screen.timeline.hover();
  await page.mouse.wheel(0, 2_000);
  await expect(screen.rows.filter({ hasText: 'CONNACK' })).toHaveCount(0);
  await goTo(page).ask('#3');
  await expectShown(page, '3');

  await page.getByRole('tab', { name: 'Charts' }).click();
  await goTo(page).ask('100');
  await expectShown(page, '100');
  await expect(screen.timeline).toBeFocused();
});

test('a number that there is not says which there are', async ({ app }) => {
  const { page } = app;
  await startLongSession(page);
  const field = page.getByRole('searchbox', { name: 'Filter packets' });
  await field.focus();
  const { dialog, field: number, ask } = goTo(page);
  for (const text of ['0', '9999', 'x']) {
    await ask(text);
    await expect(dialog).toContainText(`There are the packets 1 to ${await total(page)}.`);
    expect(await axeFindings(dialog)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(field).toBeFocused();
  }
  await page.keyboard.press('Control+k');
  await page.getByLabel('Search commands').fill('go to packet');
  await page.keyboard.press('Enter');
  await expect(number).toBeFocused();
});

test('a packet that is hidden is said to be, and gone to without the filter', async ({ app }) => {
  const { page } = app;
  const screen = await startLongSession(page);
  const filter = page.getByRole('searchbox', { name: 'Filter packets' });
  const { dialog, ask } = goTo(page);
  await filter.fill('type:connection');
  await expect(screen.rows).toHaveCount(2);
  await ask('60');
  await expect(dialog).toContainText('The filter does not show packet 60.');
  expect(await axeFindings(dialog)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(filter).toHaveValue('');
  await expectShown(page, '60');
  await ask('1');
  await expectShown(page, '1');

  await page.getByRole('button', { name: 'Clear: hide the packets so far' }).click();
  await expect(screen.rows).toHaveCount(0);
  await ask('60');
  await expect(dialog).toContainText('Packet 60 was cleared from the timeline.');
  await dialog.getByRole('button', { name: 'Clear the filter and go' }).click();
  await expectShown(page, '60');

  // It is selected already, and the tail is followed again.
  await page.getByRole('button', { name: 'Follow' }).click();
  await filter.fill('type:connection');
  await expect(screen.rows).toHaveCount(2);
  await ask('60');
  await expect(dialog).toContainText('The filter does not show packet 60.');
  await page.keyboard.press('Enter');
  await expectShown(page, '60');
});

test('a past capture is gone through by number too', async ({ app }) => {
  const { page } = app;
  await startLongSession(page);
  await app.restart();
  const again = app.page;
  await again.getByRole('tab', { name: 'demo-device' }).click();
  await goTo(again).ask('110');
  await expectShown(again, '110');
});
