import type { Locator } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { ladderOf, openStory } from './support/ladder.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test('a past session says what was refused, what was lost, and when the connection was taken away', async ({
  app,
}) => {
  const { page, ladder } = await openStory(app);
  await expect(
    ladder.cell(/received, SUBACK 102, Failure \(128\), Subscription refused/),
  ).toBeVisible();
  await ladder.grid.focus();
  await page.keyboard.press('End');
  await expect(ladder.grid).toHaveAttribute('aria-rowcount', '36');
  await ladder.zoomOut();
  await expect(ladder.cell(/PUBLISH 107 .*no PUBACK came/)).toBeVisible();
  await expect(ladder.row(/no PUBACK came/).locator('[data-part="broken-answer"]')).toHaveCount(1);
  await expect(
    ladder.cell(/^Connection, .*Connection lost: the cloud closed it · Connecting, attempt 2$/),
  ).toBeVisible();
  await expect(
    ladder.cell(/received, PUBLISH, \/ext\/notify, Kicked by the same device/),
  ).toBeVisible();
  await expect(ladder.cell(/^Connection, .*Connected, subscriptions kept$/)).toBeVisible();
  await expect(
    ladder.cell(/PUBACK 106, Message has arrived, answers 17 after 19 ms/),
  ).toBeVisible();
});

test('a live session is drawn as it happens, its end and its new beginning between the packets', async ({
  app,
}) => {
  const { page } = app;
  const screen = screenOf(page);
  const ladder = ladderOf(page);
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);
  await ladder.open();
  await expect(ladder.cell(/sent, CONNECT/)).toBeVisible();
  await expect(ladder.cell(/^Connection, .*Connected, new session$/)).toBeVisible();
  await screen.subscribe('/a1foreign/other/user/get', '1');
  await expect(ladder.cell(/SUBACK .*Subscription refused/)).toBeVisible();
  await screen.connection.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await expect(ladder.cell(/^Connection, .*Disconnected at the device’s request$/)).toBeVisible();
  await expect(ladder.cell(/sent, DISCONNECT, Device signs off/)).toBeVisible();
  await screen.connection.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(ladder.cell(/^Connection, .*Connected/).last()).toBeVisible();
  await expect(ladder.row(/CONNACK/).last()).toBeVisible();
});

test('the selection is the same in the ladder and in the timeline, by pointer and by keyboard', async ({
  app,
}) => {
  const { page, screen, ladder } = await openStory(app);
  await ladder.row(/SUBSCRIBE 102/).click();
  await expect(screen.details).toContainText('#5');
  await page.keyboard.press(']');
  await expect(ladder.row(/SUBACK 102/)).toHaveAttribute('aria-selected', 'true');
  await ladder.timeline();
  await expect(screen.row('Failure (128)')).toHaveAttribute('aria-selected', 'true');
  await screen.timeline.focus();
  await page.keyboard.press('ArrowDown');
  await ladder.open();
  await expect(ladder.row(/PUBLISH 103/)).toHaveAttribute('aria-selected', 'true');
  await ladder.grid.focus();
  await page.keyboard.press('Home');
  await expect(ladder.row(/CONNECT, /).first()).toHaveAttribute('aria-selected', 'true');
});

test('a band leads to the packet that explains it, by pointer and by keyboard', async ({ app }) => {
  const { page, screen, ladder } = await openStory(app);
  await ladder.grid.focus();
  await page.keyboard.press('End');
  await ladder.cell(/Connection lost/).click();
  await expect(screen.details).toContainText('#25');
  await expect(screen.details).toContainText('/ext/notify');
  await ladder
    .cell(/Connected, subscriptions kept/)
    .getByRole('button')
    .focus();
  await page.keyboard.press('Enter');
  await expect(ladder.row(/CONNACK/).last()).toHaveAttribute('aria-selected', 'true');
  await expect(ladder.grid).toBeFocused();
  await page.keyboard.press('Home');
  // No packet explains that a session begins.
  await expect(ladder.cell(/Connecting$/).getByRole('button')).toHaveCount(0);
});

test('a packet has the menu that its row in the timeline has, by pointer and by keyboard', async ({
  app,
}) => {
  const { page, ladder } = await openStory(app);
  await ladder.row(/SUBSCRIBE 102/).click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Packet 5' });
  await expect(menu).toBeVisible();
  await expect(ladder.row(/SUBSCRIBE 102/)).toHaveAttribute('aria-selected', 'true');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(ladder.grid).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'type:subscribe', exact: true }).press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Filter packets' })).toHaveValue(
    'type:subscribe',
  );
  await expect(ladder.grid).toBeFocused();
  await expect(ladder.row(/SUBACK 102/)).toHaveCount(0);
  await expect(ladder.row(/SUBSCRIBE 102/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Note of the bookmark' }).click();
  await page.getByRole('dialog', { name: 'Bookmark of packet 5' }).getByLabel('Note').fill('why?');
  await page.keyboard.press('Enter');
  await ladder.timeline();
  await expect(screenOf(page).row('bookmarked: why?')).toBeVisible();
});

test('times are written as in the timeline', async ({ app }) => {
  const { page, ladder } = await openStory(app);
  const choose = async (name: string) => {
    await ladder.timeline();
    await page.getByRole('button', { name: 'Times' }).click();
    await page.getByRole('menuitemradio', { name }).click();
    await ladder.open();
  };
  await choose('Since its connection began');
  await expect(ladder.row(/SUBACK 102/)).toContainText('00:00:00.326');
  await choose('Since the row above');
  await expect(ladder.row(/SUBACK 102/)).toContainText('+24 ms');
});

test('the selected packet stays where it is under another filter', async ({ app }) => {
  const { page, ladder } = await openStory(app);
  await page.setViewportSize({ width: 1440, height: 700 });
  const filter = page.getByRole('searchbox', { name: 'Filter packets' });
  const heightOf = async (name: RegExp) => (await ladder.row(name).boundingBox())?.y ?? 0;
  await ladder.grid.focus();
  await page.keyboard.press('End');
  await expect(ladder.row(/DISCONNECT/)).toHaveAttribute('aria-selected', 'true');
  // The rows may still be moving to their end: a click is meant for where one is.
  await expect(async () => {
    await ladder.row(/PINGRESP/).click();
    await expect(ladder.row(/PINGRESP/)).toHaveAttribute('aria-selected', 'true', { timeout: 500 });
  }).toPass({ timeout: 10_000 });
  // Where it is once three looks in a row find it in the same place.
  const seen: number[] = [];
  const isAtRest = async () => {
    seen.push(await heightOf(/PINGRESP/));
    return new Set(seen.slice(-3)).size === 1 && seen.length > 2;
  };
  await expect.poll(isAtRest).toBe(true);
  const before = seen.at(-1) ?? 0;
  await filter.fill('-type:puback');
  await expect(ladder.grid).toHaveAttribute('aria-rowcount', '30');
  await expect.poll(() => heightOf(/PINGRESP/)).toBeCloseTo(before, 0);
  await filter.fill('');
  await expect(ladder.grid).toHaveAttribute('aria-rowcount', '36');
  await expect.poll(() => heightOf(/PINGRESP/)).toBeCloseTo(before, 0);
});

test('the filter is the same: only what it shows is drawn, with the bands between', async ({
  app,
}) => {
  const { page, ladder } = await openStory(app);
  await page.getByRole('searchbox', { name: 'Filter packets' }).fill('type:connect,disconnect');
  await expect(ladder.grid).toHaveAttribute('aria-rowcount', '8');
  await expect(ladder.cell(/sent, CONNECT/)).toHaveCount(2);
  await expect(ladder.cell(/Connection lost/)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter packets' }).fill('qos:2');
  await expect(
    page.getByText('No packet matches the filter').filter({ visible: true }),
  ).toBeVisible();
});

test('under a filter no bar runs to a packet that is hidden: its number and the time are written', async ({
  app,
}) => {
  const { page, ladder } = await openStory(app);
  const bars = ladder.grid.locator('[data-part="bar"]');
  await expect(bars.first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter packets' }).fill('type:publish dir:sent');
  await expect(ladder.cell(/received, PUBACK/)).toHaveCount(0);
  await expect(ladder.row(/PUBLISH 103/)).toContainText('↓ #8 21 ms');
  await expect(bars).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Filter packets' }).fill('no:7-8');
  await expect(ladder.row(/PUBACK 103/)).toContainText('↑ #7 21 ms');
  await expect(ladder.row(/PUBLISH 103/)).not.toContainText('#8');
  await expect(bars).toHaveCount(1);
});

test('several packets are selected in the ladder as in the timeline, by pointer and by keyboard', async ({
  app,
}) => {
  const { page, screen, ladder } = await openStory(app);
  const selected = ladder.grid.locator('[role="row"][aria-selected="true"]');
  const numbers = () =>
    selected.evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-row')) + 1));
  const told = page.getByRole('status', { name: 'Selected packets' });
  await expect(ladder.grid).toHaveAttribute('aria-multiselectable', 'true');
  await ladder.row(/SUBACK 102/).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(numbers).toEqual([6, 7, 8]);
  await expect(ladder.grid).toHaveAttribute(
    'aria-activedescendant',
    (await ladder.row(/PUBACK 103/).getAttribute('id')) ?? '',
  );
  await expect(told).toContainText('3 selected');
  await ladder.row(/SUBSCRIBE 102/).click({ modifiers: ['ControlOrMeta'] });
  await expect.poll(numbers).toEqual([5, 6, 7, 8]);
  await ladder.row(/SUBACK 102/).click({ button: 'right' });
  await expect(page.getByRole('menu', { name: 'Packet 6' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(numbers).toEqual([5, 6, 7, 8]);
  expect(await axeFindings(page.getByRole('tabpanel', { name: 'Ladder' }))).toEqual([]);
  await ladder.timeline();
  await expect(screen.timeline.locator('[role="row"][aria-selected="true"]')).toHaveCount(4);
  await ladder.open();
  await ladder.grid.focus();
  await page.keyboard.press('Escape');
  await expect.poll(numbers).toEqual([6]);
  await page.keyboard.press('Control+a');
  await expect(told).toContainText('31 selected');
  await ladder
    .cell(/Connected, new session/)
    .getByRole('button')
    .click();
  await expect.poll(numbers).toEqual([2]);
});

test('while a filter is in force, looks at all packets say that it does not count there', async ({
  app,
}) => {
  const { page, ladder } = await openStory(app);
  await page.setViewportSize({ width: 1024, height: 700 });
  const note = page.getByText('All packets, unfiltered');
  const show = (name: string) => page.getByRole('tab', { name, exact: true }).click();
  await show('Charts');
  await expect(page.getByRole('region', { name: 'Charts' })).toBeVisible();
  await expect(note).toHaveCount(0);
  const topOf = (name: string) =>
    page
      .getByRole('region', { name, exact: true })
      .evaluate((region) => region.getBoundingClientRect().top);
  const before = await topOf('Charts');
  await page.getByRole('searchbox', { name: 'Filter packets' }).fill('type:publish');
  await expect(note).toBeVisible();
  await expect.poll(() => topOf('Charts')).toBe(before);
  expect(await axeFindings(page)).toEqual([]);
  await show('Topics');
  await expect(note).toBeVisible();
  await expect.poll(() => topOf('Topics')).toBe(before);
  await show('Statistics');
  await expect(note).toHaveCount(0);
  await ladder.open();
  await expect(note).toHaveCount(0);
});

test('it zooms from words to the whole session, and from there to the packets of a moment', async ({
  app,
}) => {
  const { page, ladder } = await openStory(app);
  await ladder.row(/SUBACK 102/).click();
  await page.keyboard.press('+');
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeDisabled();
  await expect(ladder.row(/SUBACK 102/)).toBeInViewport();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('-');
  await expect(ladder.overview).toBeVisible();
  await expect(ladder.overview).toHaveAttribute('aria-valuetext', / to .*, 3 sent, /);
  await expect(ladder.overview).toBeFocused();
  const marks = ladder.overview.locator('[data-severity]');
  await expect.poll(() => severitiesOf(marks)).toEqual(['error', 'warning', 'error']);
  await page.keyboard.press('End');
  await expect(ladder.overview).toHaveAttribute('aria-valuetext', /1 sent, 0 received/);
  await page.keyboard.press('Enter');
  await expect(ladder.row(/DISCONNECT/)).toBeInViewport();
  await expect(ladder.grid).toBeFocused();
});

const severitiesOf = (marks: Locator) =>
  marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('data-severity')));

test('each button keeps its place at every zoom, and says why it is of no use', async ({ app }) => {
  const { page, ladder } = await openStory(app);
  const names = ['Zoom out', 'Zoom in', 'Save as a picture', 'Follow'];
  const places = () =>
    Promise.all(names.map((name) => page.getByRole('button', { name, exact: true }).boundingBox()));
  await ladder.zoomIn();
  const before = await places();
  for (const place of before) expect(place).not.toBeNull();
  for (let step = 0; step < 3; step += 1) {
    await ladder.zoomOut();
    await expect.poll(places).toEqual(before);
  }
  await expect(ladder.overview).toBeVisible();
  const follow = page.getByRole('button', { name: 'Follow' });
  await expect(follow).toBeDisabled();
  await expect(follow).toHaveAttribute('title', 'The whole session is in sight.');
});

test('axe finds nothing in the ladder at any zoom, in either language', async ({ app }) => {
  const { page, ladder } = await openStory(app);
  const panel = page.getByRole('tabpanel', { name: 'Ladder' });
  await ladder.row(/SUBACK 102/).click();
  expect(await axeFindings(panel)).toEqual([]);
  await ladder.zoomIn();
  expect(await axeFindings(panel)).toEqual([]);
  for (let step = 0; step < 3; step += 1) await ladder.zoomOut();
  await expect(ladder.overview).toBeVisible();
  expect(await axeFindings(panel)).toEqual([]);
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
});
