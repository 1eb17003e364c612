import type { RunningApp } from './support/running-app.ts';
import { screenOf } from './support/screen.ts';
import { openStoryCapture } from './support/story-capture.ts';
import { expect, test } from './support/test.ts';

const refused = /the topic is not defined, or the device may not subscribe to it \(code 128\)/;
const lost = /A QoS 1 message was not acknowledged: it may not have arrived/;
const kicked = /another program or board connected as the same device/;

/** Opens the recorded story; answers its page. */
async function open(app: RunningApp) {
  const page = await openStoryCapture(app);
  const screen = screenOf(page);
  await expect(screen.timeline).toHaveAttribute('aria-rowcount', '31');
  return { page, screen };
}

test('a recorded session tells its story: what was refused, lost and taken over, in order and in sight', async ({
  app,
}) => {
  const { page, screen } = await open(app);
  await page.setViewportSize({ width: 1440, height: 900 });
  const items = screen.problems.getByRole('listitem');
  await expect(items).toHaveText([refused, lost, kicked]);
  await expect(items).toHaveText([/:00\.372.*#6/, /:21\.393.*#19/, /:32\.\d+.*#25/]);
  const tab = page.getByRole('tab', { name: 'lamp-01', exact: true });
  await expect(tab).toHaveAccessibleDescription('past capture Problems (3)');
  await expect(tab.locator('[fill="var(--severity-error)"]')).toHaveCount(1);
  for (const headline of [refused, lost, kicked]) {
    await expect(screen.problem(headline)).toBeInViewport({ ratio: 1 });
  }
  await expect(page.getByRole('tabpanel', { name: 'lamp-01' })).toContainText(
    'recorded here while Tricorder was connected as this device',
  );
});

test('F8 goes from problem to problem', async ({ app }) => {
  const { page, screen } = await open(app);
  await expect(screen.problems.getByRole('listitem')).toHaveCount(3);
  await screen.timeline.focus();
  for (const [key, number] of [
    ['F8', '6'],
    ['F8', '19'],
    ['Shift+F8', '6'],
    ['Shift+F8', '25'],
  ] as const) {
    await page.keyboard.press(key);
    const active = screen.timeline.locator('[role="row"][aria-selected="true"]');
    await expect(active.locator('[data-column="number"]')).toHaveText(number);
  }
});

test('N goes from message to message on one topic, and two that are selected are compared', async ({
  app,
}) => {
  const { page, screen } = await open(app);
  const posts = screen.row(/thing\/event\/property\/post[^_]*$/).filter({ hasText: 'sent' });
  await posts.nth(0).click();
  for (const [key, place] of [
    ['n', 1],
    ['n', 2],
    ['Shift+N', 1],
  ] as const) {
    await page.keyboard.press(key);
    await expect(posts.nth(place)).toHaveAttribute('aria-selected', 'true');
  }
  await screen.details.getByRole('tab', { name: 'Hex' }).click();
  await posts.nth(0).click({ modifiers: ['ControlOrMeta'] });
  await posts.nth(1).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Compare with the other selected message' }).click();
  await expect(screen.details.getByRole('tab', { name: 'Changes', selected: true })).toBeVisible();
  await expect(screen.details).toContainText('temperature');
  await expect(screen.details.getByLabel('Compared with')).toHaveValue(
    String(Number(await posts.nth(0).locator('[data-column="number"]').textContent()) - 1),
  );
});

test('a lost acknowledgement is explained by what the rest of the recording rules out', async ({
  app,
}) => {
  const { screen } = await open(app);
  await screen.problem(lost).click();
  for (const said of [
    'None came for #19 within 10 seconds.',
    '#20, which was sent after it, was answered 4.2 s after the message',
    '3 before it, 2 after it',
    'QoS 1 messages in the 0.95 s up to it: 1, allowed: 10 a second',
    'the recording does not show why',
    'code 9324 there means too many messages, 9236 no permission',
  ]) {
    await expect(screen.problems).toContainText(said);
  }
  await screen.row('unanswered').first().click();
  await expect(screen.details).toContainText('None came for #19 within 10 seconds.');
});

test('charts show where an answer never came and where there was no connection', async ({
  app,
}) => {
  const { page } = await open(app);
  await page.getByRole('tab', { name: 'Charts', exact: true }).click();
  const charts = page.getByRole('region', { name: 'Charts', exact: true });
  await charts.getByText('Round-trip times', { exact: true }).click();
  await expect(charts).toContainText('an answer never came');
  await expect(charts).toContainText('no connection');
  // Of #19, which got neither its acknowledgement nor its reply.
  await charts.getByRole('button', { name: 'Draw PUBLISH to PUBACK' }).click();
  await expect(charts).toContainText('an answer never came');
  const reply = charts.getByRole('button', {
    name: 'Draw Request to its reply (begun by the device)',
  });
  await reply.click();
  await expect(charts).not.toContainText('an answer never came');
  await reply.click();
  const chart = charts.getByRole('slider', { name: 'Chart over time' });
  await chart.focus();
  await page.keyboard.press('Home');
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('ArrowRight');
  await expect(chart).toHaveAttribute(
    'aria-valuetext',
    /^01:30:05\.\d{3}, Request to its reply \(begun by the device\) 30 ms$/,
  );
});

test('findings are gone through and unfolded by keyboard, one at a time', async ({ app }) => {
  const { page, screen } = await open(app);
  await screen.problem(refused).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(screen.problem(kicked)).toHaveAttribute('aria-expanded', 'true');
  await expect(screen.problems).toContainText('the other one may be the real device');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(screen.problem(lost)).toHaveAttribute('aria-expanded', 'true');
  await expect(screen.problem(kicked)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await expect(screen.problem(lost)).toHaveAttribute('aria-expanded', 'false');
  await screen.problems.getByRole('button', { name: 'Packet 25' }).click();
  await expect(screen.details).toContainText('/ext/notify');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await screen.problems.getByRole('button', { name: 'Copy all as text' }).click();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard).toMatch(/^lamp-01 · mqtts:.*\n\n1\. Error · .* · Packet 6\n/);
});

test('what is open stays open while the device list goes and comes, at the width it had', async ({
  app,
}) => {
  const { page, screen } = await open(app);
  const width = async () => (await screen.devices.boundingBox())?.width ?? 0;
  const separator = page.getByRole('separator', { name: 'Width of the device list' });
  await separator.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(width).toBeGreaterThan(190);
  const before = await width();
  await screen.problem(kicked).click();
  await page.keyboard.press('Control+b');
  await expect(screen.devices).toHaveCount(0);
  await expect(separator).toHaveCount(0);
  await expect(screen.problem(kicked)).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(async () => (await screen.timeline.boundingBox())?.x ?? 99).toBeLessThan(2);
  await page.keyboard.press('Control+b');
  await expect.poll(width).toBeCloseTo(before, 0);
  await expect(screen.problem(kicked)).toHaveAttribute('aria-expanded', 'true');
});

test('the first packet behind a lost connection says that it was lost', async ({ app }) => {
  const { screen } = await open(app);
  await screen.timeline.focus();
  await screen.timeline.press('End');
  const said = 'Before: Connection lost: the cloud closed it';
  const again = screen.row('CONNECT').filter({ hasText: said });
  await expect(again).toHaveCount(1);
  // The packet itself is all right.
  await expect(again.getByRole('img', { name: 'Error' })).toHaveCount(0);

  // Behind its own text, which has half of the room.
  const topic = again.locator('[data-column="topic"]');
  const [room = 0, own = 0] = await Promise.all(
    [topic, topic.getByText(/^a1B2c3D4e5F\./)].map(
      async (part) => (await part.boundingBox())?.width,
    ),
  );
  expect(own).toBeGreaterThan(0.45 * room);

  await again.click();
  await expect(screen.details).toContainText(said);
  await screen.row('CONNACK').last().click();
  await expect(screen.details).toContainText('Device is let in');
  await expect(screen.details).not.toContainText('Before:');
});

test('a column tells the gap that is filtered for, whatever else the filter hides', async ({
  app,
}) => {
  const { page, screen } = await open(app);
  await page.getByRole('searchbox', { name: 'Filter packets' }).fill('gap>4.9s');
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByRole('dialog', { name: 'Columns' }).getByLabel('Gap', { exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(screen.rows).toHaveCount(6);
  await expect.poll(() => screen.cellsOf('gap')).toEqual(Array(6).fill('+5.00 s'));
  await screen.rows.first().locator('[data-column="gap"]').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'gap>=5s' })).toBeVisible();
});

test('a packet far behind a lost connection keeps its topic: the line above it tells of the loss', async ({
  app,
}) => {
  const { page, screen } = await open(app);
  await page.getByRole('searchbox', { name: 'Filter packets' }).fill('topic~post$');
  const behind = screen.rows.filter({ hasText: 'Connection lost' });
  await expect(behind).toHaveCount(1);
  await expect(behind).toHaveAttribute('data-row', '27');
  await expect(behind.getByTitle(/^Connection lost: the cloud closed it/)).toHaveCount(1);
  const topic = behind.locator('[data-column="topic"]');
  await expect(topic).not.toContainText('Connection lost');
  await expect(topic).toContainText('thing/event/property/post');
});

test('what is marked in the timeline is found by is:problem', async ({ app }) => {
  const { page, screen } = await open(app);
  await page.getByRole('searchbox', { name: 'Filter packets' }).fill('is:problem');
  await expect.poll(() => screen.cellsOf('number')).toEqual(['6', '19', '25']);
});

test('a packet that ended the session is told by what the packets around it show', async ({
  app,
}) => {
  const { page, screen } = await open(app);
  const kick = screen.row('Kicked by the same device');
  await expect(kick.getByRole('gridcell', { name: '/ext/notify' })).toContainText(
    'Kicked by the same device',
  );
  await expect(kick.getByRole('img', { name: 'Error' })).toBeVisible();

  // For the pointer only: the marks have no role, and stand beside the grid.
  const marks = screen.timeline.locator('xpath=following-sibling::*').locator('[data-severity]');
  await expect(marks.and(page.locator('[data-severity="warning"]'))).not.toHaveCount(0);
  // That of the 25th of 31 packets, which shows nothing wrong by itself.
  const kickMark = (24 / 31) * 1_000;
  const errors = marks.and(page.locator('[data-severity="error"]'));
  await expect
    .poll(() => errors.evaluateAll((all) => all.map((mark) => Number(mark.getAttribute('y')))))
    .toContainEqual(expect.closeTo(kickMark, 1));

  const posted = screen.row('/thing/event/property/post').first();
  await expect(posted).toContainText('Report properties');
  const ping = screen.row('PINGREQ').getByRole('gridcell', { name: 'PINGREQ' });
  await expect(ping).toHaveAccessibleDescription('Are you there?');
  const answerOf = (number: number) =>
    screen.rows
      .filter({ has: page.getByRole('gridcell', { name: `${number}`, exact: true }) })
      .locator('[data-column="answer"]');
  await expect(answerOf(20)).toHaveText('↓ #21 17 ms');
  await expect(answerOf(20)).toHaveAccessibleDescription('answered by #21 after 17 ms');
  await expect(answerOf(21)).toHaveText('↑ #20 17 ms');
  await expect(answerOf(21)).toHaveAccessibleDescription('answers #20 after 17 ms');
  await ping.click();
  await expect(screen.details).toContainText('Are you there?');
});

test('a finished capture offers no clearing: nothing would come after it', async ({ app }) => {
  const { page } = await open(app);
  await expect(page.getByRole('button', { name: 'Bookmarks' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Clear: hide the packets so far' })).toHaveCount(0);
});
