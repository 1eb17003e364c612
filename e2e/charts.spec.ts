import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { openStoryCapture } from './support/story-capture.ts';
import { expect, test } from './support/test.ts';

/** The charts by their agreed names. */
function chartsOf(page: Page) {
  const region = page.getByRole('region', { name: 'Charts', exact: true });
  const table = region.getByRole('table', { name: 'Series' });
  return {
    region,
    chart: region.getByRole('slider', { name: 'Chart over time' }),
    /** The figures of a series: latest, least, average, greatest, number of values; a wide window has its topic before them. */
    async figures(name: string) {
      const row = table.getByRole('row', { name: new RegExp(name) });
      return (await row.getByRole('cell').allTextContents()).slice(-6);
    },
    series: table.getByRole('rowheader'),
    value: (name: string) => page.getByRole('checkbox', { name: new RegExp(name) }),
    show: () => page.getByRole('tab', { name: 'Charts', exact: true }).click(),
    kind: (name: string) => region.getByText(name, { exact: true }),
    unit: (name: string) =>
      region.getByRole('radiogroup', { name: 'What is counted' }).getByText(name, { exact: true }),
    interval: region.getByRole('combobox', { name: 'Counted by' }),
    heading: (name: string) => table.getByRole('columnheader', { name, exact: true }),
  };
}

/** A session that sent three readings. */
async function startSession(page: Page, port: number) {
  const screen = screenOf(page);
  await screen.addBroker('bench', port);
  await screen.connect('bench');
  await expect(screen.state).toContainText('CONNECTED');
  for (const [at, reading] of ['{"t":20,"p":1000}', '{"t":22,"p":1004}', '{"t":21}'].entries()) {
    await screen.send('room', reading, '1');
    await expect(screen.rows).toHaveCount(2 + 2 * (at + 1));
  }
  return { screen, charts: chartsOf(page) };
}

test('numbers found in payloads are chosen, drawn live with figures, and remembered', async ({
  app,
  mosquitto,
}) => {
  const { screen, charts } = await startSession(app.page, mosquitto.port);
  await charts.show();
  await expect(charts.region.getByRole('listitem')).toHaveText([
    /t\s*room3 timeslast 21/,
    /p\s*room2 timeslast 1,004/,
  ]);
  expect(await axeFindings(charts.region)).toEqual([]);
  await charts.value('^t room').click();
  await expect(charts.chart).toBeVisible();
  await expect.poll(() => charts.figures('Draw t')).toEqual(['21', '20', '21', '22', '3', '']);
  await screen.send('room', '{"t":25}', '1');
  await expect.poll(() => charts.figures('Draw t')).toEqual(['25', '20', '22', '25', '4', '']);

  // The list stays for more of them, until it is closed.
  await charts.value('^p room').click();
  await charts.region.getByRole('button', { name: 'Done' }).click();
  await expect(charts.value('^p room')).toHaveCount(0);
  await expect(charts.series).toHaveText(['t', 'p']);
  expect(await axeFindings(charts.region)).toEqual([]);

  await app.restart();
  const past = chartsOf(app.page);
  await past.show();
  await expect(past.series).toHaveText(['t', 'p']);
  await past.region.getByRole('button', { name: 'Take p out' }).click();
  await expect(past.series).toHaveText(['t']);
  await expect.poll(() => past.figures('Draw t')).toEqual(['25', '20', '22', '25', '4', '']);
});

test('the chart is read by keyboard, selects packets, and zooms in and out', async ({
  app,
  mosquitto,
}) => {
  const { page } = app;
  const { screen, charts } = await startSession(page, mosquitto.port);
  await charts.show();
  await charts.value('^t room').click();
  await charts.chart.focus();
  await page.keyboard.press('End');
  await expect(charts.chart).toHaveAttribute('aria-valuetext', /^\d\d:\d\d:\d\d\.\d{3}, t 21$/);
  await page.keyboard.press('ArrowLeft');
  await expect(charts.chart).toHaveAttribute('aria-valuetext', /, t 22$/);
  await expect(charts.region).toContainText('t 22');
  await page.keyboard.press('Enter');
  await expect(screen.details).toContainText('"t": 22');

  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(async () => (await charts.figures('Draw t')).at(-2)).toBe('1');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(async () => (await charts.figures('Draw t')).at(-2)).toBe('3');

  await page.getByRole('button', { name: 'Draw t' }).click();
  await expect(page.getByRole('button', { name: 'Draw t' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('the line of the cursor stands at the point that is read, and at the pointer where none is', async ({
  app,
}) => {
  const page = await openStoryCapture(app);
  const { show, kind, chart } = chartsOf(page);
  await show();
  await kind('Round-trip times').click();
  await chart.focus();
  await page.keyboard.press('End');
  const line = chart.locator('.u-cursor-x');
  await expect(line).toBeVisible();
  const left = async () => (await line.boundingBox())?.x ?? 0;
  /** The browser tells of the pointer in whole pixels. */
  const awayFrom = async (x: number) => Math.abs((await left()) - x);
  const last = await left();
  const spoken = await chart.getAttribute('aria-valuetext');
  expect(spoken).toMatch(/^01:30:39\.\d{3}, .*Request to its reply \(begun by the device\) 30 ms$/);

  const box = await chart.locator('.u-over').boundingBox();
  const y = (box?.y ?? 0) + 20;
  await page.mouse.move(last + 12, y);
  await expect(chart).toHaveAttribute('aria-valuetext', spoken ?? '');
  await expect.poll(() => awayFrom(last)).toBeLessThan(1.5);

  await page.mouse.move(last - 50, y);
  await expect(chart).toHaveAttribute('aria-valuetext', /^01:30:3\d\.\d{3}$/);
  await expect.poll(() => awayFrom(last - 50)).toBeLessThan(1.5);
});

test('round trips are told by who began them', async ({ app }) => {
  const page = await openStoryCapture(app);
  const charts = chartsOf(page);
  await charts.show();
  await charts.kind('Round-trip times').click();
  await expect(charts.series.filter({ hasText: 'Request' })).toHaveText([
    '→Request to its reply',
    '←Request to its reply',
  ]);
  const reply = (side: string) =>
    charts.figures(`Draw Request to its reply \\(begun by the ${side}`);
  await expect.poll(() => reply('device')).toEqual(['30 ms', '30 ms', '30 ms', '30 ms', '5']);
  await expect.poll(() => reply('other side')).toEqual(['12 ms', '12 ms', '12 ms', '12 ms', '1']);
  await expect(charts.region).toContainText('→ begun by the device');
  await expect(charts.region).toContainText('← begun by the other side');
  expect(await axeFindings(charts.region)).toEqual([]);
});

test('a drag zooms, a click selects the packet, and the selected one is the same in the timeline', async ({
  app,
  mosquitto,
}) => {
  const { page } = app;
  const { screen, charts } = await startSession(page, mosquitto.port);
  await charts.show();
  await charts.value('^t room').click();
  await charts.chart.focus();
  await page.keyboard.press('Home');
  const cursor = charts.chart.locator('.u-cursor-pt').nth(0);
  await expect(cursor).toBeVisible();
  const point = await cursor.boundingBox();
  await page.mouse.click((point?.x ?? 0) + 3, (point?.y ?? 0) + 3);
  await expect(screen.details).toContainText('"t": 20');

  const box = await charts.chart.locator('.u-over').boundingBox();
  const [x, y] = [box?.x ?? 0, (box?.y ?? 0) + 20];
  await page.mouse.move(x + (box?.width ?? 0) - 60, y);
  await page.mouse.down();
  await page.mouse.move(x + (box?.width ?? 0) - 1, y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await charts.figures('Draw t')).at(-2)).toBe('1');
  await page.keyboard.press('0');
  await expect.poll(async () => (await charts.figures('Draw t')).at(-2)).toBe('3');

  await page.getByRole('tab', { name: 'Timeline', exact: true }).click();
  await expect(screen.rows.and(page.locator('[aria-selected="true"]'))).toContainText('room');
});

test('round-trip times and rates are drawn without being chosen', async ({ app, mosquitto }) => {
  const { page } = app;
  const { charts } = await startSession(page, mosquitto.port);
  await charts.show();
  await charts.kind('Round-trip times').click();
  await expect(charts.series).toHaveText(['→CONNECT to CONNACK', '→PUBLISH to PUBACK']);
  const [last] = await charts.figures('Draw PUBLISH to PUBACK');
  expect(last).toMatch(/^[\d.]+ (µs|ms|s)$/);
  await expect.poll(async () => (await charts.figures('Draw PUBLISH to PUBACK')).at(-1)).toBe('3');
  await charts.kind('Rates').click();
  await expect(charts.series.first()).toHaveText('Sent');
  await expect(charts.series).toHaveCount(7);
  await expect(page.getByRole('button', { name: 'Draw Publish' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await expect(charts.heading('Packets per 1 s')).toBeVisible();
  await expect.poll(async () => (await charts.figures('Draw Sent'))[0]).toMatch(/^\d+$/);
  expect(await axeFindings(charts.region)).toEqual([]);
});

test('rates count packets or bytes by an interval, which is remembered with the capture', async ({
  app,
}) => {
  const page = await openStoryCapture(app);
  const charts = chartsOf(page);
  await charts.show();
  await expect(charts.interval).toHaveCount(0);
  await charts.kind('Rates').click();
  await expect(charts.interval).toHaveValue('1000000');

  await charts.interval.selectOption({ label: '10 min' });
  await expect(charts.heading('Packets per 10 min')).toBeVisible();
  await charts.chart.focus();
  await page.keyboard.press('Home');
  await expect(charts.chart).toHaveAttribute(
    'aria-valuetext',
    /^\d\d:\d0:00–\d\d:\d0:00, Sent \d+, Received \d+$/,
  );

  // A family that was shown stays so, however it is counted.
  await page.getByRole('button', { name: 'Draw Ping' }).click();
  await charts.unit('Bytes').click();
  await expect(charts.heading('Bytes per 10 min')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Draw Ping' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect.poll(async () => (await charts.figures('Draw Ping'))[3]).toMatch(/^\d+ B$/);
  expect(await axeFindings(charts.region)).toEqual([]);

  await charts.kind('Round-trip times').click();
  await expect(charts.interval).toHaveCount(0);
  await page.getByRole('tab', { name: 'Timeline', exact: true }).click();
  await charts.show();
  await charts.kind('Rates').click();
  await expect(charts.heading('Bytes per 10 min')).toBeVisible();
  await expect(charts.interval).toHaveValue('600000000');
});

test('an interval that is not over yet has no value, and it is said so', async ({
  app,
  mosquitto,
}) => {
  const { charts } = await startSession(app.page, mosquitto.port);
  await charts.show();
  await charts.kind('Rates').click();
  await charts.interval.selectOption({ label: '0.1 s' });
  await expect.poll(async () => Number((await charts.figures('Draw Sent'))[3])).toBeGreaterThan(0);
  await charts.interval.selectOption({ label: '10 min' });
  await expect(charts.region).toContainText(
    /No interval of 10 min is over yet|Packets per 10 min.*Sent\d/,
  );
});

test('a number in a payload is drawn by one click on it', async ({ app, mosquitto }) => {
  const { page } = app;
  const { screen, charts } = await startSession(page, mosquitto.port);
  await screen.row('room').nth(1).click();
  await screen.details.getByText('1004', { exact: true }).click();
  await screen.details.getByRole('button', { name: 'Chart this value' }).click();
  await expect(charts.series).toHaveText(['p']);
  await expect
    .poll(() => charts.figures('Draw p'))
    .toEqual(['1,004', '1,000', '1,002', '1,004', '2', '']);
});

test('where there is nothing to draw, it is said what would be', async ({ app, mosquitto }) => {
  const { page } = app;
  const screen = screenOf(page);
  const charts = chartsOf(page);
  await screen.addBroker('bench', mosquitto.port);
  await screen.connect('bench');
  await expect(screen.rows).toHaveCount(2);
  await charts.show();
  await expect(charts.region).toContainText('No number in a payload yet');
  expect(await axeFindings(charts.region)).toEqual([]);
  await screen.send('room', '{"t":20}', '1');
  await expect(charts.value('^t room')).toBeVisible();
});

test('rates say which time a point counts, where one may stand in a band without a connection', async ({
  app,
}) => {
  const page = await openStoryCapture(app);
  const charts = chartsOf(page);
  await charts.show();
  await charts.kind('Round-trip times').click();
  await expect(charts.region).toContainText('no connection');
  await expect(charts.region).not.toContainText('around it');
  await charts.kind('Rates').click();
  await expect(charts.region).toContainText('packets of the 1 s around it');
  await charts.unit('Bytes').click();
  await charts.interval.selectOption({ label: '1 min' });
  await expect(charts.region).toContainText('bytes of the 1 min around it');
});
