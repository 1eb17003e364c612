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

const headersOf = (page: Page) =>
  screenOf(page)
    .timeline.getByRole('columnheader')
    .evaluateAll((list) => list.map((head) => head.getAttribute('data-column')));

test('columns are hidden, moved, resized and reset by keyboard, and remembered', async ({
  app,
}) => {
  const { page } = app;
  await page.setViewportSize({ width: 1440, height: 900 });
  const screen = await startSession(page);
  const columns = page.getByRole('dialog', { name: 'Columns' });
  await page.getByRole('button', { name: 'Columns', exact: true }).press('Enter');
  await columns.getByRole('checkbox', { name: 'Delta' }).press('Space');
  await columns.getByRole('button', { name: 'Topic: further left' }).press('Enter');
  const width = () =>
    screen.timeline
      .getByRole('columnheader', { name: 'Size' })
      .evaluate((head) => head.getBoundingClientRect().width);
  const before = await width();
  await columns.getByRole('button', { name: 'Size: wider' }).press('Enter');
  await expect.poll(width).toBeGreaterThan(before);
  const chosen = ['number', 'time', 'direction', 'type', 'topic', 'id', 'size', 'answer'];
  await expect.poll(() => headersOf(page)).toEqual(chosen);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Columns', exact: true })).toBeFocused();

  // Choices are written when they rest.
  await expect
    .poll(async () => {
      await page.reload();
      await expect(screen.rows).toHaveCount(7);
      return headersOf(page);
    })
    .toEqual(chosen);
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await columns.getByRole('button', { name: 'Reset columns' }).click();
  await expect.poll(() => headersOf(page)).toContain('delta');
});

test('a column is resized by its edge and moved by its head', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1440, height: 900 });
  const screen = await startSession(page);
  const time = screen.timeline.getByRole('columnheader', { name: 'Time' });
  const type = screen.timeline.getByRole('columnheader', { name: 'Type' });
  const before = await time.boundingBox();
  if (!before) throw new Error('the time has no box');
  const edge = { x: before.x + before.width + 4, y: before.y + before.height / 2 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x + 60, edge.y, { steps: 4 });
  await page.mouse.up();
  const width = async () => (await time.boundingBox())?.width ?? 0;
  await page.reload();
  await expect.poll(width).toBeCloseTo(before.width + 60, 0);
  await page.mouse.dblclick(edge.x + 60, edge.y);
  await expect.poll(width).toBeCloseTo(before.width, 0);

  await type.dragTo(time);
  await expect
    .poll(() => headersOf(page))
    .toEqual(['number', 'type', 'time', 'delta', 'direction', 'id', 'topic', 'size', 'answer']);
});

test('in a small window columns give way to the end of the topic', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1024, height: 700 });
  const screen = await startSession(page);
  await expect
    .poll(() => headersOf(page))
    .toEqual(['number', 'time', 'direction', 'type', 'topic', 'answer']);
  const topic = screen.rows.nth(4).locator('[data-column="topic"]');
  expect((await topic.boundingBox())?.width).toBeGreaterThan(120);
});

test('columns without room say so, and those ticked again are kept: the timeline scrolls sideways', async ({
  app,
}) => {
  const { page } = app;
  await page.setViewportSize({ width: 1024, height: 700 });
  const screen = await startSession(page);
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  const columns = page.getByRole('dialog', { name: 'Columns' });
  await expect(columns.getByRole('checkbox', { name: 'no room now' })).toHaveCount(3);
  for (const name of ['Delta', 'ID', 'Size']) {
    const column = columns.getByRole('checkbox', { name });
    await expect(column).toBeChecked({ indeterminate: true });
    await column.press('Space');
    await expect(column).toBeChecked();
  }
  await expect(columns.getByText('no room now')).toHaveCount(0);
  await page.keyboard.press('Escape');

  const answer = screen.timeline.getByRole('columnheader', { name: 'Answer' });
  const answers = screen.rows.first().locator('[data-column="answer"]');
  await expect(answer).not.toBeInViewport({ ratio: 1 });
  await screen.timeline.evaluate((grid) => {
    grid.scrollLeft = grid.scrollWidth;
  });
  await expect(answer).toBeInViewport({ ratio: 1 });
  const left = async (cell: typeof answer) => (await cell.boundingBox())?.x ?? 0;
  await expect.poll(async () => (await left(answer)) - (await left(answers))).toBeCloseTo(0, 0);
});

test('times are those of the day, of the capture, of the connection and of a chosen packet', async ({
  app,
}) => {
  const { page } = app;
  const screen = await startSession(page);
  const timesOf = () => screen.cellsOf('time');
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Times' }).click();
    await page.getByRole('menuitemradio', { name }).click();
  };
  await choose('Since its connection began');
  await expect.poll(async () => (await timesOf())[0]).toBe('00:00:00.000');
  await choose('Since the row above');
  await expect.poll(async () => (await timesOf())[1]).toMatch(/^\+.* (µs|ms|s)$/);

  await screen.rows.nth(4).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Measure times from here' }).click();
  await expect.poll(async () => (await timesOf())[4]).toBe('00:00:00.000');
  expect((await timesOf())[0]).toMatch(/^-00:00:0/);
  await expect(screen.timeline.getByRole('columnheader', { name: 'Time' })).toContainText('#5');
  const measuredFrom = screen.rows.filter({ hasText: 'times are measured from here' });
  await expect(measuredFrom).toHaveCount(1);
  await expect(measuredFrom).toHaveAttribute('data-row', '4');
  await choose('Time of day');
  await expect.poll(async () => (await timesOf())[4]).toMatch(/^\d\d:\d\d:\d\d\.\d{3}$/);
  await expect(measuredFrom).toHaveCount(0);
  await expect(screen.timeline.getByRole('columnheader', { name: 'Time' })).toContainText('UTC');
});

test('the timeline is cleared without losing anything', async ({ app }) => {
  const { page } = app;
  const screen = await startSession(page);
  await page.getByRole('button', { name: 'Clear: hide the packets so far' }).click();
  await expect(screen.rows).toHaveCount(0);
  const timeline = page.getByRole('tabpanel', { name: 'Timeline' });
  await expect(timeline.getByText('No packets since the timeline was cleared')).toBeVisible();
  await screen.publish.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect.poll(() => screen.cellsOf('number')).toEqual(['8', '9', '10']);
  await page.getByRole('button', { name: 'Show the 7 before' }).click();
  await expect(screen.rows).toHaveCount(10);
});

test('the arrows to the sides go through the cells, and the menu is that of the cell', async ({
  app,
}) => {
  const { page } = app;
  const screen = await startSession(page);
  await screen.rows.nth(4).click();
  await screen.timeline.press('ArrowRight');
  await expect(screen.timeline).toHaveAttribute('aria-activedescendant', /-number$/);
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'no>=5', exact: true }).press('Enter');
  await expect.poll(() => screen.cellsOf('number')).toEqual(['5', '6', '7']);
  await expect(screen.timeline).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(screen.timeline).toHaveAttribute('aria-activedescendant', /\d$/);
});

test('a session that ended is not said to be recording', async ({ app }) => {
  const { page } = app;
  const screen = await startSession(page);
  const status = page.getByRole('contentinfo');
  await expect(status).toContainText('recording');
  await screen.connection.getByRole('button', { name: 'Disconnect' }).click();
  await expect(status).toContainText('not connected, nothing to record');
});

test('rows follow the size of text and the density', async ({ app }) => {
  const { page } = app;
  const screen = await startSession(page);
  const heights = async () => {
    const boxes = await Promise.all([0, 1].map((at) => screen.rows.nth(at).boundingBox()));
    const [first, second] = boxes.map((box) => box ?? { y: 0, height: 0 });
    return [(second?.y ?? 0) - (first?.y ?? 0), first?.height];
  };
  await expect.poll(heights).toEqual([24, 24]);
  await page.keyboard.press('Control+,');
  await page.getByLabel('Rows', { exact: true }).selectOption('Compact');
  await expect.poll(heights).toEqual([20, 20]);
  await page.getByLabel('Text size').selectOption('200 %');
  await expect.poll(heights).toEqual([40, 40]);
});

test('packets are marked by key, noted, listed, gone to and filtered for, also after a restart', async ({
  app,
}) => {
  const { page } = app;
  const screen = await startSession(page);
  await screen.rows.nth(4).click();
  await screen.rows.nth(1).click({ modifiers: ['Shift'] });
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
  await screen.rows.nth(4).click();
  await page.keyboard.press('b');
  await expect(screen.rows.nth(4)).toContainText('bookmarked');
  await screen.rows.nth(1).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Note of the bookmark' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bookmark of packet 2' });
  await dialog.getByLabel('Note').fill('let in');
  await dialog.getByLabel('Note').press('Enter');
  await expect(screen.rows.nth(1)).toContainText('bookmarked: let in');
  await expect(screen.rows.nth(1).getByTitle('bookmarked: let in')).toBeVisible();
  await expect(screen.timeline).toBeFocused();
  await expect(screen.details.getByText('Bookmarked: let in')).toBeVisible();

  await page.keyboard.press('F2');
  await expect(screen.rows.nth(4)).toHaveAttribute('aria-selected', 'true');
  await expect(screen.details.getByText('Bookmarked', { exact: true })).toBeVisible();
  await page.keyboard.press('Shift+F2');
  await expect(screen.rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Bookmarks' }).click();
  await expect(page.getByRole('menuitem', { name: /^#2 ?let in$/ })).toBeVisible();
  await expect(
    page.getByRole('menuitem', { name: /^#5 ?PUBLISH ?\/sys\/.*\/post$/ }),
  ).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('menuitem', { name: 'Show only these' }).click();
  await expect.poll(() => screen.cellsOf('type')).toEqual(['CONNACK', 'PUBLISH']);
  await screen.rows.nth(1).click();
  await page.keyboard.press('b');
  await expect.poll(() => screen.cellsOf('type')).toEqual(['CONNACK']);

  await app.restart();
  await app.page.getByRole('tab', { name: 'demo-device' }).click();
  await expect(screenOf(app.page).rows.nth(1)).toContainText('bookmarked: let in');
});

test('a packet is copied as its row, its topic, its payload and a command', async ({ app }) => {
  const { page } = app;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const screen = await startSession(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const copy = async (name: string) => {
    await screen.rows.nth(4).click({ button: 'right' });
    await page.getByRole('menuitem', { name, exact: true }).click();
    await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  };
  await screen.rows.nth(4).click();
  await page.keyboard.press('Control+c');
  await expect.poll(copied).toMatch(/^5\t.*\tsent\tPUBLISH\t\d+\t\/sys\/.*\/post\t\d+ B\t#6 /);
  await copy('Topic');
  await expect.poll(copied).toMatch(/^\/sys\/.*\/thing\/event\/property\/post$/);
  await copy('Payload');
  await expect.poll(copied).toContain('"temperature"');
  await copy('Packet as JSON');
  await expect.poll(copied).toContain('"no": 5');
  await copy('As a mosquitto_pub command, without credentials');
  await expect.poll(copied).toMatch(/mosquitto_pub .*-t '?\/sys\//);
});

test('the scroll place is kept while another look or another tab is in front', async ({ app }) => {
  const { page } = app;
  const screen = await startSession(page);
  await screen.publish.getByLabel('Repeat every (s)', { exact: true }).fill('0.1');
  await screen.publish.getByLabel('Times', { exact: true }).fill('40');
  await screen.publish.getByRole('button', { name: 'Start repeating' }).click();
  await expect(screen.rows.last()).toHaveAttribute('aria-rowindex', /^1\d\d$/, {
    timeout: 30_000,
  });
  await screen.timeline.press('Home');
  await screen.timeline.press('PageDown');
  await screen.timeline.press('PageDown');
  const selected = page.getByRole('row', { selected: true });
  const place = async () => [
    await selected.getAttribute('aria-rowindex'),
    await selected.boundingBox(),
  ];
  const before = await place();
  await page.getByRole('tab', { name: 'Topics' }).click();
  await expect(screen.timeline).toBeHidden();
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect.poll(place).toEqual(before);
  await page.getByRole('button', { name: 'Start page' }).click();
  await expect(screen.timeline).toBeHidden();
  await page.getByRole('tab', { name: 'demo-device' }).click();
  await expect.poll(place).toEqual(before);
});

test('a tab behind keeps its filter, a mistake in it too, and counts what came meanwhile', async ({
  app,
}) => {
  const { page } = app;
  const screen = await startSession(page);
  const field = page.getByRole('searchbox', { name: 'Filter packets' });
  await field.fill('type:publish');
  await expect(page.getByRole('status', { name: 'Packets shown' })).toContainText('of');
  await field.fill('type:publish size>');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  const shown = await screen.rows.count();
  await screen.tool('Publish').click();
  await screen.publish.getByLabel('Repeat every (s)', { exact: true }).fill('0.1');
  await screen.publish.getByRole('button', { name: 'Start repeating' }).click();
  await page.getByRole('button', { name: 'Start page' }).click();
  await expect(screen.timeline).toBeHidden();
  await page.getByRole('tab', { name: 'demo-device' }).click();
  await expect(field).toHaveValue('type:publish size>');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(() => screen.rows.count()).toBeGreaterThan(shown);
  await expect(screen.row('PUBACK')).toHaveCount(0);
});

test('a click beside the scrollbar leads to the problem that is marked there', async ({ app }) => {
  const { page } = app;
  const screen = await startSession(page);
  await screen.subscribe('/a1foreign/other/user/get', '1');
  await expect(screen.row('Failure (128)')).toBeVisible();
  await screen.tool('Publish').click();
  await screen.publish.getByLabel('Repeat every (s)', { exact: true }).fill('0.1');
  await screen.publish.getByLabel('Times', { exact: true }).fill('20');
  await screen.publish.getByRole('button', { name: 'Start repeating' }).click();
  await expect(screen.row('Failure (128)')).toHaveCount(0);
  // For the pointer only: it has no role, and stands beside the grid.
  const marks = screen.timeline.locator('xpath=following-sibling::*');
  const mark = marks.locator('[data-severity="error"]').first();
  await expect(mark).toBeVisible();
  await mark.click();
  await expect(screen.row('Failure (128)')).toBeInViewport();
});
