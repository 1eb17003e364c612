import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });

/** Runs the first command that has these letters. */
async function run(page: Page, letters: string) {
  await page.keyboard.press('Control+k');
  await palette(page).getByLabel('Search commands').fill(letters);
  await expect(palette(page).getByRole('button').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
}

test('the palette offers what can be done now, and does it', async ({ app }) => {
  const { page } = app;
  const screen = screenOf(page);
  await expect(page.getByRole('button', { name: 'Try the local platform' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toContainText('Add device…');
  await expect(palette(page)).not.toContainText('Disconnect');
  expect(await axeFindings(palette(page))).toEqual([]);
  await page.keyboard.press('Escape');
  await run(page, 'try the local');
  await expect(screen.state).toContainText('CONNECTED');
  await run(page, 'ladder');
  await expect(page.getByRole('tab', { name: 'Ladder' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Alt+1');
  await expect(screen.rows).toHaveCount(7);
  await run(page, 'subscriptions');
  await expect(screen.subscriptions).toBeVisible();
  await run(page, 'disconnect');
  await expect(screen.state).toContainText('Closed');
  await run(page, 'hide the device list');
  await expect(screen.devices).toHaveCount(0);
  await page.keyboard.press('Control+b');
  await expect(screen.devices).toBeVisible();
  await run(page, 'language: 简体');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: '命令' })).toContainText('添加设备…');
});

test('every key is on a sheet that ? opens, except where ? is typed', async ({ app }) => {
  const { page } = app;
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await page.getByRole('searchbox', { name: 'Search devices' }).focus();
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('searchbox', { name: 'Search devices' })).toHaveValue('?');
  await expect(sheet).toHaveCount(0);
  await page.getByRole('button', { name: 'Start page' }).focus();
  await page.keyboard.press('Shift+?');
  await expect(sheet).toContainText('Ctrl');
  expect(await axeFindings(sheet)).toEqual([]);
  await page.keyboard.press('Escape');
  await run(page, 'help');
  await expect(sheet).toBeVisible();
});

test('preferences are in force at once and after a restart', async ({ app }) => {
  await app.page.keyboard.press('Control+,');
  const dialog = app.page.getByRole('dialog', { name: 'Preferences' });
  await dialog.getByLabel('Default QoS').selectOption('0');
  const budget = dialog.getByLabel('Room for all captures (GiB)');
  await budget.fill('0');
  await expect(dialog).toContainText('A number from 0.1 to 10,000');
  await budget.clear();
  await budget.pressSequentially('0.50');
  await expect(budget).toHaveValue('0.50');
  await expect(dialog).not.toContainText('A number from 0.1 to 10,000');
  await budget.clear();
  await budget.pressSequentially('3.05');
  await dialog.getByLabel('Theme').selectOption('Dark');
  await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(await axeFindings(dialog)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(app.page.getByText('above 3.05 GiB in all')).toBeVisible();

  await app.restart();
  await expect(app.page.getByText('above 3.05 GiB in all')).toBeVisible();
  const screen = screenOf(app.page);
  await app.page.getByRole('button', { name: 'Try the local platform' }).click();
  await screen.tool('Subscriptions').click();
  await expect(screen.subscriptions.getByLabel('QoS', { exact: true })).toHaveValue('0');
});

test('tabs change places by keyboard and mouse, and say what came while they were behind', async ({
  app,
  mosquitto,
}) => {
  const { page } = app;
  const screen = screenOf(page);
  const names = () =>
    page
      .getByRole('tablist', { name: 'Open sessions and captures' })
      .evaluate((list) =>
        (list.getAttribute('aria-owns') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.title),
      );
  await screen.addBroker('one', mosquitto.port);
  await screen.connect('one');
  await expect(screen.state).toContainText('CONNECTED');
  await screen.subscribe('news', '0');
  await screen.addBroker('two', mosquitto.port);
  await screen.connect('two');
  await expect(screen.state).toContainText('CONNECTED');
  await expect.poll(names).toEqual(['one', 'two']);

  const one = page.getByRole('tab', { name: 'one', exact: true });
  await expect(one).toHaveAccessibleDescription('connected');
  await screen.send('news', 'hello', '0');
  await expect(one).toHaveAccessibleDescription('connected 1 new packet');
  await one.click();
  await expect(one).toHaveAccessibleDescription('connected');

  await one.press('Alt+ArrowRight');
  await expect.poll(names).toEqual(['two', 'one']);
  await one.dragTo(page.getByRole('tab', { name: 'two', exact: true }));
  await expect.poll(names).toEqual(['one', 'two']);
  await page.keyboard.press('Alt+PageDown');
  await expect(page.getByRole('tab', { name: 'two' })).toHaveAttribute('aria-selected', 'true');
});

test('the device list says when a device was last connected', async ({ app }) => {
  const { page } = app;
  const screen = screenOf(page);
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.state).toContainText('CONNECTED');
  await screen.connection.getByRole('button', { name: 'Disconnect' }).click();
  await expect(screen.device('demo-device')).toContainText('now');
});
