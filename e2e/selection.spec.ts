import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

/** A session of seven packets: CONNECT, CONNACK, SUBSCRIBE, SUBACK, PUBLISH, PUBACK, PUBLISH. */
async function startSession(page: Page) {
  const screen = screenOf(page);
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);
  return screen;
}

/** Numbers of the rows that are selected, in order. */
const selected = (page: Page) =>
  page
    .getByRole('grid', { name: 'Packet timeline' })
    .locator('[role="row"][aria-selected="true"] [data-column="number"]')
    .allTextContents();

const told = (page: Page) => page.getByRole('status', { name: 'Selected packets' });

test('several packets are selected with the mouse, shown alone and copied', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1440, height: 900 });
  const screen = await startSession(page);
  await screen.rows.nth(1).click();
  await screen.rows.nth(3).click({ modifiers: ['Shift'] });
  await expect.poll(() => selected(page)).toEqual(['2', '3', '4']);
  await expect(told(page)).toContainText('3 selected, ');
  await expect(screen.details).toContainText('SUBACK');
  await screen.rows.nth(6).click({ modifiers: ['ControlOrMeta'] });
  await screen.rows.nth(2).click({ modifiers: ['ControlOrMeta'] });
  await expect.poll(() => selected(page)).toEqual(['2', '4', '7']);
  expect(await axeFindings(page)).toEqual([]);

  await screen.rows.nth(3).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show only the selected packets' }).click();
  await expect(page.getByRole('searchbox', { name: 'Filter packets' })).toHaveValue('no:2,4,7');
  await expect.poll(() => screen.cellsOf('number')).toEqual(['2', '4', '7']);
  await expect.poll(() => selected(page)).toEqual(['2', '4', '7']);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await screen.timeline.focus();
  await page.keyboard.press('Control+c');
  await expect(page.getByText('Copied 3 packets', { exact: true })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').map((line) => line.split('\t')[0])).toEqual(['2', '4', '7']);

  await screen.rows.nth(0).click();
  await expect.poll(() => selected(page)).toEqual(['2']);
  await expect(told(page)).toHaveCount(0);
});

test('several packets are copied as JSON, as hex, by their payloads and as commands', async ({
  app,
}) => {
  const { page } = app;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const screen = await startSession(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const copy = async (name: string, outcome: string) => {
    await screen.rows.nth(4).click({ button: 'right' });
    await page.getByRole('menuitem', { name, exact: true }).click();
    await expect(page.getByText(outcome, { exact: true })).toBeVisible();
  };
  await screen.rows.nth(1).click();
  await screen.rows.nth(4).click({ modifiers: ['Shift'] });
  await copy('Copy as a JSON array', 'Copied 4 packets');
  await expect.poll(copied).toMatch(/^\[\s/);
  const packets = JSON.parse(await copied());
  expect(packets.map(({ no, type }: { no: number; type: string }) => [no, type])).toEqual([
    [2, 'CONNACK'],
    [3, 'SUBSCRIBE'],
    [4, 'SUBACK'],
    [5, 'PUBLISH'],
  ]);
  await copy('Copy as hex, one packet a line', 'Copied 4 packets');
  await expect.poll(copied).toMatch(/^20 .*\n82 .*\n90 .*\n32 [\da-f ]*$/);
  await copy('Copy topics', 'Copied 2 packets, left out 2 without a topic');
  expect(await copied()).toMatch(/^\/sys\/.*\n\/sys\/.*\/post$/);
  await copy('Copy payloads', 'Copied 1 packet, left out 3 without a message');
  expect(await copied()).toBe(packets[3].payload);

  await screen.rows.nth(6).click({ modifiers: ['ControlOrMeta'] });
  await screen.timeline.press('Shift+F10');
  const commands = page.getByRole('menuitem', {
    name: 'Copy as mosquitto_pub commands, without credentials',
  });
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowDown');
  await expect(commands).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied 2 packets, left out 3 without a message')).toBeVisible();
  const lines = (await copied()).split('\n');
  expect(lines).toEqual([
    expect.stringMatching(/^mosquitto_pub .* -q 1 -t \/sys\/.*\/post -m '/),
    expect.stringMatching(/^mosquitto_pub .*\/post_reply -m '/),
  ]);
  await expect(screen.timeline).toBeFocused();

  await screen.rows.nth(1).click();
  await screen.rows.nth(3).click({ modifiers: ['ControlOrMeta'] });
  await screen.rows.nth(3).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy payloads', exact: true }).click();
  await expect(page.getByText('Not copied: no selected packet has a message')).toBeVisible();
});

test('several packets are selected by keyboard and exported', async ({ app }) => {
  const { page } = app;
  const screen = await startSession(page);
  await screen.rows.nth(0).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => selected(page)).toEqual(['1', '2']);
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Control+Space');
  await expect.poll(() => selected(page)).toEqual(['1', '2', '4']);

  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Selected (3)' })).toBeChecked();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\n');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['1', '2', '4']);

  await screen.timeline.focus();
  await page.keyboard.press('Control+a');
  await expect(told(page)).toContainText('7 selected, ');
  await page.keyboard.press('Escape');
  await expect.poll(() => selected(page)).toEqual(['4']);
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'All (7)' })).toBeChecked();
  await page.getByRole('menuitemradio', { name: 'Selected (1)' }).click();
  const alone = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  expect(readFileSync(await (await alone).path(), 'utf8')).toMatch(/^No\..*\r\n4,.*\r\n$/);
  await screen.timeline.focus();
  await page.keyboard.press('Shift+Home');
  await expect(told(page)).toContainText('4 selected, ');
});

test('under another filter only what was selected stays so, and it is marked together', async ({
  app,
}) => {
  const { page } = app;
  const screen = await startSession(page);
  const filter = page.getByRole('searchbox', { name: 'Filter packets' });
  await filter.fill('dir:sent');
  await expect.poll(() => screen.cellsOf('number')).toEqual(['1', '3', '5']);
  await screen.rows.nth(0).click();
  await screen.rows.nth(2).click({ modifiers: ['Shift'] });
  await expect(told(page)).toContainText('3 selected, ');
  await page.keyboard.press('b');
  await expect(screen.timeline.getByText('bookmarked')).toHaveCount(3);

  await page.keyboard.press('Control+k');
  await page.getByLabel('Search commands').fill('selected packets');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /CSV: selected packets/ }).click();
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\n');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['1', '3', '5']);

  // Packets 2 and 4 lie between, and were never selected.
  await filter.fill('');
  await expect(screen.rows).toHaveCount(7);
  await expect(told(page)).toHaveCount(0);
  await expect.poll(() => selected(page)).toEqual(['bookmarked5']);
});
