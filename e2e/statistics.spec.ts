import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

/** The packets in figures, by their agreed names. */
function statisticsOf(page: Page) {
  const region = page.getByRole('region', { name: 'Statistics', exact: true });
  const table = (name: string) => region.getByRole('table', { name, exact: true });
  const line = (name: string, row: string | RegExp) =>
    table(name).locator('tbody').getByRole('row').filter({ hasText: row });
  return {
    region,
    table,
    line,
    /** The texts of a row's cells, what names it included. */
    cells: (name: string, row: string | RegExp) =>
      line(name, row).evaluate((line) => [...line.children].map((cell) => cell.textContent)),
    button: (name: string) => region.getByRole('button', { name, exact: true }),
    filter: page.getByRole('searchbox', { name: 'Filter packets' }),
    tab: (name: string) => page.getByRole('tab', { name, exact: true }),
  };
}

/** A session of nine packets: two messages there and back, the second with QoS 1. */
async function startSession(page: Page, port: number) {
  const screen = screenOf(page);
  await screen.addBroker('bench', port);
  await screen.connect('bench');
  await expect(screen.state).toContainText('CONNECTED');
  await screen.subscribe('house/#', '0');
  await expect(screen.rows).toHaveCount(4);
  await screen.send('house/attic', '19.5', '0');
  await expect(screen.rows).toHaveCount(6);
  await screen.send('house/cellar', '{"percent": 61}', '1');
  await expect(screen.rows).toHaveCount(9);
  return { screen, statistics: statisticsOf(page) };
}

test('a session stands in figures that follow its packets', async ({ app, mosquitto }) => {
  const { page } = app;
  const { screen, statistics } = await startSession(page, mosquitto.port);
  await screen.timeline.focus();
  await page.keyboard.press('Alt+5');
  await expect(statistics.tab('Statistics')).toHaveAttribute('aria-selected', 'true');
  await expect(statistics.table('Summary')).toBeVisible();
  await expect
    .poll(async () => (await statistics.cells('Summary', 'Both ways')).slice(0, 2))
    .toEqual(['Both ways', '9']);
  await expect
    .poll(async () => (await statistics.cells('Summary', /^Sent/)).slice(0, 2))
    .toEqual(['Sent', '4']);
  const types = 'Packet types';
  await expect
    .poll(async () => (await statistics.cells(types, /^PUBLISH/)).slice(0, 4))
    .toEqual(['PUBLISH', '2', '2', '44.4%']);
  await expect
    .poll(async () => (await statistics.cells(types, 'QoS 1')).slice(0, 3))
    .toEqual(['QoS 1', '1', '']);
  await expect
    .poll(async () => (await statistics.cells('Round trips', 'PUBLISH to PUBACK')).slice(2, 4))
    .toEqual(['1', '0']);
  await expect.poll(() => statistics.cells('Connections', /Open$/)).toContain('1');
  await screen.send('house/cellar', 'on', '1');
  await expect(statistics.line(types, 'QoS 1')).toContainText('2');
  await expect(statistics.line('Summary', 'Both ways')).toContainText('12');
});

test('choosing a range of sizes shows the packets that are in it', async ({ app, mosquitto }) => {
  const { page } = app;
  const { screen, statistics } = await startSession(page, mosquitto.port);
  await statistics.filter.fill('type:publish');
  await statistics.tab('Statistics').click();
  const lengths = 'Packet lengths';
  await expect
    .poll(async () => (await statistics.cells(lengths, '≤ 19')).slice(0, 4))
    .toEqual(['≤ 19', '1', '1', '50%']);
  await expect(statistics.table(lengths).locator('tbody').getByRole('row')).toHaveCount(2);
  await statistics.button('Show packets of 20–39 bytes in the timeline').press('Enter');
  await expect(statistics.filter).toHaveValue('type:publish size:20-39');
  await expect(screen.rows).toHaveCount(2);
  await expect(screen.row('PUBLISH').first()).toContainText('house/cellar');
  await expect(screen.timeline).toBeFocused();
});

test('choosing a type or a connection shows its packets, choosing a packet selects it', async ({
  app,
  mosquitto,
}) => {
  const { page } = app;
  const { screen, statistics } = await startSession(page, mosquitto.port);
  await statistics.filter.fill('dir:sent');
  await statistics.tab('Statistics').click();
  await statistics.line('Packet types', 'QoS 1').click();
  await expect(statistics.filter).toHaveValue('dir:sent type:publish qos:1');
  await expect(screen.rows).toHaveCount(1);
  await expect(screen.timeline).toBeFocused();

  await statistics.tab('Statistics').click();
  await expect(statistics.line('Packet types', 'QoS 0')).toHaveCount(0);
  await statistics.filter.fill('');
  await expect(statistics.line('Packet types', 'QoS 0')).toHaveCount(1);
  await statistics.line('Largest packets', 'PUBLISH').first().getByRole('button').press('Enter');
  await expect(screen.timeline).toBeFocused();
  await expect(screen.row('PUBLISH').filter({ hasText: 'cellar' }).first()).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(screen.details).toContainText('house/cellar');

  await statistics.tab('Statistics').click();
  await statistics.button('Show connection 1 in the timeline').click();
  await expect(statistics.filter).toHaveValue('conn:1');
  await expect(screen.rows).toHaveCount(9);
});

test('a table is copied as text for a spreadsheet', async ({ app, mosquitto }) => {
  const { page } = app;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const { statistics } = await startSession(page, mosquitto.port);
  await statistics.tab('Statistics').click();
  await statistics.button('Copy “Packet types” as text').click();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard).toMatch(/^Type\tSent/);
  const copied = await clipboard();
  const lines = copied.split('\n').map((line) => line.split('\t'));
  expect(lines[0]).toEqual([
    'Type',
    'Sent',
    'Received',
    'Share',
    'Bytes',
    'Smallest',
    'Mean',
    'Largest',
  ]);
  expect(lines.find(([type]) => type === 'PUBLISH QoS 1')?.slice(1, 4)).toEqual(['1', '', '11.1%']);
  await statistics.button('Copy “Packet lengths” as text').click();
  await expect
    .poll(clipboard)
    .toMatch(/^Size in bytes\tSent\tReceived\tShare\tBytes\tSmallest\tMean\tLargest\n≤ 19\t\d+\t/);
});

test('a past capture has the figures it had; where the filter shows nothing, it says so', async ({
  app,
  mosquitto,
}) => {
  const { screen, statistics } = await startSession(app.page, mosquitto.port);
  // What nothing answers on this broker.
  await screen.send('/sys/a1B2c3D4e5F/lamp/thing/event/property/post', '{"id":"1"}', '0');
  await statistics.tab('Statistics').click();
  await expect(statistics.line('Summary', 'Both ways')).toContainText('10');
  await app.restart();
  const past = statisticsOf(app.page);
  await past.tab('Statistics').click();
  await expect
    .poll(async () => (await past.cells('Packet types', /^PUBLISH/)).slice(0, 3))
    .toEqual(['PUBLISH', '3', '2']);
  await expect
    .poll(async () => (await past.cells('Round trips', 'Request to its reply')).slice(2, 4))
    .toEqual(['0', '1']);
  expect(await axeFindings(past.region)).toEqual([]);
  await past.button('Show connection 1 in the timeline').click();
  await expect(past.filter).toHaveValue('conn:1');
  await past.tab('Statistics').click();
  await past.filter.fill('qos:2');
  await expect(app.page.getByRole('button', { name: 'Clear filter' })).toBeVisible();
  await expect(past.region).toHaveCount(0);
});
