import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

/** The filter of the timeline by its agreed names. */
function filterOf(page: Page) {
  const field = page.getByRole('searchbox', { name: 'Filter packets' });
  return {
    field,
    shown: page.getByRole('status', { name: 'Packets shown' }),
    options: page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option'),
    message: page.getByText(/^Expected here:/),
    numbers: () =>
      screenOf(page).rows.evaluateAll((list) => list.map((row) => row.children[0]?.textContent)),
    /** Puts a filter in force as a person does, and expects the packets with these numbers. */
    async expectShown(text: string, numbers: readonly string[]) {
      await field.fill(text);
      await expect.poll(() => this.numbers()).toEqual(numbers);
    },
  };
}

/** A session of seven packets: CONNECT, CONNACK, SUBSCRIBE, SUBACK, PUBLISH, PUBACK, PUBLISH. */
async function startSession(page: Page) {
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screenOf(page).rows).toHaveCount(7);
  return { screen: screenOf(page), filter: filterOf(page) };
}

test('packets are filtered by type, direction, topic, payload word and JSON field', async ({
  app,
}) => {
  const { screen, filter } = await startSession(app.page);
  await filter.expectShown('type:publish', ['5', '7']);
  await expect(filter.shown).toHaveText('2 of 7');
  await expect(screen.timeline).toHaveAttribute('aria-rowcount', '2');
  await expect(screen.rows.last()).toHaveAttribute('aria-rowindex', '2');
  await filter.expectShown('dir:sent', ['1', '3', '5']);
  await filter.expectShown('topic:/sys/+/+/thing/event/property/post', ['5']);
  await filter.expectShown('temperature', ['5']);
  await filter.expectShown('$.code=200', ['7']);
  await filter.expectShown('topic~"post(_reply)?$" $.code~^2', ['7']);
  await filter.expectShown('text~\\btemp.*:\\d', ['5']);
  await filter.expectShown('-type:publish dir:received OR type:connect', ['1', '2', '4', '6']);
});

test('a mistake is marked where it is, and the last good filter stays in force', async ({
  app,
}) => {
  const { screen, filter } = await startSession(app.page);
  await filter.expectShown('dir:sent', ['1', '3', '5']);
  await filter.field.fill('dir:sent size>1q');
  await expect(filter.field).toHaveAttribute('aria-invalid', 'true');
  await expect(filter.field).toHaveAccessibleDescription(
    /Expected here: a size such as .* Still in force: dir:sent/,
  );
  await expect(app.page.locator('mark')).toHaveText('1q');
  await expect(filter.shown).toHaveText('3 of 7');

  await filter.field.press('Escape');
  await expect(screen.timeline).toBeFocused();
  await expect(filter.message).toHaveCount(0);
  await expect(app.page.locator('mark')).toHaveText('1q');
  await expect(filter.field).toHaveAttribute('aria-invalid', 'true');
  await app.page.keyboard.press('Control+f');
  await expect(filter.message).toBeVisible();

  await filter.expectShown('dir:sent size>100', ['1', '5']);
  await expect(filter.field).toHaveAttribute('aria-invalid', 'false');
  await expect(filter.message).toHaveCount(0);
});

test('a filter that shows nothing says so and can be cleared', async ({ app }) => {
  const { page } = app;
  const { screen, filter } = await startSession(page);
  await filter.field.fill('qos:2');
  const timeline = page.getByRole('tabpanel', { name: 'Timeline' });
  await expect(timeline.getByText('No packet matches the filter')).toBeVisible();
  await expect(filter.shown).toHaveText('0 of 7');
  await timeline.getByRole('button', { name: 'Clear filter' }).click();
  await expect(screen.rows).toHaveCount(7);
  await expect(filter.field).toHaveValue('');
  await expect(filter.shown).toHaveText('7');
});

test('the field is reached, completed and left by keyboard', async ({ app }) => {
  const { page } = app;
  const { screen, filter } = await startSession(page);
  await screen.timeline.focus();
  await page.keyboard.press('Control+f');
  await expect(filter.field).toBeFocused();

  await page.keyboard.type('-ty');
  await page.keyboard.press('Tab');
  await expect(filter.field).toHaveValue('-type:');
  await page.keyboard.type('pub');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(filter.options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(filter.field).toHaveAttribute(
    'aria-activedescendant',
    (await filter.options.nth(1).getAttribute('id')) ?? '',
  );
  await page.keyboard.press('Enter');
  await expect(filter.field).toHaveValue('-type:puback');
  await expect(filter.options).toHaveCount(0);
  await expect(filter.shown).toHaveText('6 of 7');

  await page.keyboard.type(' topic:POST_R');
  await expect(filter.options).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(filter.field).toHaveValue(/^-type:puback topic:\/sys\/.*\/post_reply$/);
  await expect.poll(filter.numbers).toEqual(['3', '7']);

  await page.keyboard.type(' $.code=200');
  await page.keyboard.press('Escape');
  await expect(screen.timeline).toBeFocused();
  await expect(filter.field).toHaveValue(/post_reply \$\.code=200$/);
  await expect.poll(filter.numbers).toEqual(['7']);

  await page.keyboard.press('Control+f');
  await page.keyboard.press('Delete');
  await expect(screen.rows).toHaveCount(7);
  await page.keyboard.type('di');
  await expect(filter.options).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(filter.options).toHaveCount(0);
  await expect(filter.field).toBeFocused();
  await expect(filter.field).toHaveValue('di');
});

test('a bare word that names a type is offered as one, and stays a text until that is taken', async ({
  app,
}) => {
  const { page } = app;
  const { screen, filter } = await startSession(page);
  await filter.field.fill('-publish');
  await expect(filter.options).toHaveText([
    /^-type:publish *the packets themselves; “publish” alone is a text/,
  ]);
  await expect(screen.rows).toHaveCount(7);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(filter.field).toHaveValue('-type:publish');
  await expect(filter.options).toHaveCount(0);
  await expect.poll(filter.numbers).toEqual(['1', '2', '3', '4', '6']);
});

test('the keys stand below the history in an empty field, and the list is not scrolled', async ({
  app,
}) => {
  const { page } = app;
  await page.setViewportSize({ width: 1024, height: 700 });
  const { filter } = await startSession(page);
  for (const size of [1, 2, 3, 4, 5, 6, 7]) {
    await filter.field.fill(`size>${size}`);
    await filter.field.press('Enter');
  }
  await filter.field.fill('');
  await filter.field.click();
  await expect(filter.options.nth(4)).toContainText('size>3');
  await expect(filter.options.nth(5)).toContainText('type:');
  await expect(filter.options.nth(4)).toHaveCSS('font-variant-ligatures', 'none');
  await expect(filter.options.last()).toBeInViewport({ ratio: 1 });
  await expect(page.getByText('Type a part of them to find 2 older filters.')).toBeInViewport();
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  await expect.poll(() => list.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
});

test('live packets join the filter that they match, and no other', async ({ app }) => {
  const { page } = app;
  const { screen, filter } = await startSession(page);
  await filter.expectShown('type:publish dir:sent', ['5']);
  await screen.publish.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect.poll(filter.numbers).toEqual(['5', '8']);
  await expect(filter.shown).toHaveText('2 of 10');
  await screen.publish.getByLabel('Repeat every (s)', { exact: true }).fill('0.1');
  await screen.publish.getByRole('button', { name: 'Start repeating' }).click();
  await expect(screen.rows.last()).toHaveAttribute('aria-rowindex', /^[3-9]\d$/);
  await expect(screen.rows.last()).toBeInViewport();
  await screen.publish.getByRole('button', { name: 'Stop' }).click();
});

test('the selection outlives filters, also one that hides it', async ({ app }) => {
  const { page } = app;
  const { screen, filter } = await startSession(page);
  await screen.rows.nth(4).click();
  await filter.expectShown('type:publish', ['5', '7']);
  await expect(screen.rows.first()).toHaveAttribute('aria-selected', 'true');

  await screen.timeline.focus();
  await page.keyboard.press(']');
  await expect(screen.details).toContainText('PUBACK');
  await expect(page.getByText('Packet 6 is selected, the filter does not show it')).toBeAttached();
  await page.keyboard.press('[');
  await expect(screen.rows.first()).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press(']');
  await expect(screen.rows.first()).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('ArrowDown');
  await expect(screen.rows.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press(']');
  await page.getByRole('button', { name: 'Clear text' }).click();
  await expect(screen.rows.nth(5)).toHaveAttribute('aria-selected', 'true');
});

test('a filter is still there when its tab comes to the front again', async ({ app }) => {
  const { page } = app;
  const { filter } = await startSession(page);
  await filter.expectShown('type:publish', ['5', '7']);
  await page.getByRole('button', { name: 'Start page' }).click();
  await expect(filter.field).toHaveCount(0);
  await page.getByRole('tab', { name: 'demo-device' }).click();
  await expect(filter.field).toHaveValue('type:publish');
  await expect.poll(filter.numbers).toEqual(['5', '7']);
});

test('a row is filtered for and out from its menu, by pointer and by keyboard', async ({ app }) => {
  const { page } = app;
  const { screen, filter } = await startSession(page);
  await screen.rows.nth(4).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'type:publish', exact: true }).click();
  await expect(filter.field).toHaveValue('type:publish');
  await expect.poll(filter.numbers).toEqual(['5', '7']);
  await expect(screen.timeline).toBeFocused();

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', { name: 'Packet 7' })).toBeVisible();
  await page.getByRole('menuitem', { name: '-dir:received' }).press('Enter');
  await expect(filter.field).toHaveValue('type:publish -dir:received');
  await expect.poll(filter.numbers).toEqual(['5']);
});

test('from any packet of an exchange the menu shows all of it, whatever was filtered before', async ({
  app,
}) => {
  const { page } = app;
  const { screen, filter } = await startSession(page);
  await filter.expectShown('type:puback', ['6']);
  await screen.rows.first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show only this exchange' }).click();
  await expect(filter.field).toHaveValue('with:6');
  await expect.poll(filter.numbers).toEqual(['5', '6', '7']);
  await screen.publish.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(filter.shown).toHaveText('3 of 10');
  await filter.expectShown('with:10', ['8', '9', '10']);
});

test("Wireshark's syntax is marked, and rewritten by key and by click", async ({ app }) => {
  const { page } = app;
  const { filter } = await startSession(page);
  await filter.field.fill('mqtt.msgtype == 3 && mqtt.qos == 1');
  await expect(page.locator('mark')).toHaveText('mqtt.msgtype');
  await expect(filter.field).toHaveAccessibleDescription(
    /Wireshark’s syntax. Here it is: type: Use: type:publish qos:1/,
  );
  await expect(filter.shown).toHaveText('7');
  await filter.field.press('Enter');
  await expect(filter.field).toHaveValue('type:publish qos:1');
  await expect.poll(filter.numbers).toEqual(['5']);

  await filter.field.fill('type:puback || frame.number == 1');
  await page.getByRole('button', { name: 'Use: type:puback OR no:1' }).click();
  await expect.poll(filter.numbers).toEqual(['1', '6']);
  await expect(filter.field).toBeFocused();

  await filter.field.fill('mqtt.kalive == 60');
  await expect(filter.field).toHaveAccessibleDescription(
    /No term says this here. What comes nearest: the details of the CONNECT/,
  );
  await filter.field.press('Enter');
  await expect(filter.field).toHaveValue('mqtt.kalive == 60');
  await expect.poll(filter.numbers).toEqual(['1', '6']);

  await page.getByRole('button', { name: 'Clear text' }).click();
  await filter.field.fill('$.params.temperature > 22');
  await expect(filter.field).toHaveAccessibleDescription(
    /^Expected here: no spaces around it: size>100 Use: \$\.params\.temperature>22 All packets stay shown/,
  );
  await filter.field.fill('frame[0:2] == 30:45');
  await expect(filter.field).toHaveAccessibleDescription(
    /No term says this here. What comes nearest: the text itself or text~/,
  );
  await filter.field.fill('mqtt.t');
  await expect(filter.field).toHaveAccessibleDescription(
    /Here it is: topic: .* All packets stay shown/,
  );
  await filter.field.fill('mqtt');
  await page.getByRole('button', { name: 'Use the empty filter' }).click();
  await expect(filter.field).toHaveValue('');
  await expect(filter.shown).toHaveText('7');
  await filter.expectShown('thing and temperature', []);
  await filter.expectShown('"mqtt.qos == 1"', []);
});

test('filters that were used are offered again, also after a restart, until they are removed', async ({
  app,
}) => {
  let { page } = app;
  let { screen, filter } = await startSession(page);
  let { field, options } = filter;
  await field.fill('dir:sent');
  await field.press('Enter');
  await filter.expectShown('type:publish', ['5', '7']);
  await screen.timeline.focus();
  // On the way to something else, and not used.
  await filter.expectShown('qos:1', ['5']);
  await filter.expectShown('with:1', ['1', '2']);
  await field.press('Enter');
  await field.fill('');
  await screen.timeline.focus();

  await page.keyboard.press('Control+f');
  await expect(options.nth(0)).toHaveAccessibleName(/^with:1 recent filter/);
  await expect(options.nth(1)).toContainText('type:publish');
  await expect(options.nth(2)).toContainText('dir:sent');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await expect(options.nth(0)).toContainText('type:publish');
  await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(field).toBeFocused();

  await app.restart();
  page = app.page;
  screen = screenOf(page);
  filter = filterOf(page);
  ({ field, options } = filter);
  await page.getByRole('button', { name: 'Start page' }).click();
  await page.getByRole('button', { name: /Open the capture of demo-device/ }).click();
  await expect(screen.rows).toHaveCount(8);
  await field.click();
  await expect(options.nth(1)).toContainText('dir:sent');
  await options.nth(0).hover();
  await options.nth(0).getByTitle('Remove').click();
  await expect(options.nth(0)).toContainText('dir:sent');
  await page.keyboard.type('dir');
  await expect(options).toHaveText([/^dir:/, /^dir:sent/]);
  expect(await axeFindings(page)).toEqual([]);
  await options.nth(1).click();
  await expect(field).toHaveValue('dir:sent');
  await expect(options).toHaveCount(0);
  await expect(filter.shown).toHaveText('4 of 8');
});

test('a filter is saved under a name, and stays above those that were used', async ({ app }) => {
  const { page } = app;
  const { screen, filter } = await startSession(page);
  const { field, options } = filter;
  await filter.expectShown('type:puback', ['6']);
  await page.getByRole('button', { name: 'Save this filter' }).click();
  await page.getByLabel('Name, if it is to have one').fill('Answers');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  const star = page.getByRole('button', { name: 'Saved filter' });
  await expect(star).toBeFocused();

  await filter.expectShown('dir:sent', ['1', '3', '5']);
  await expect(page.getByRole('button', { name: 'Save this filter' })).toBeVisible();
  await screen.timeline.focus();
  await page.getByRole('button', { name: 'Clear text' }).click();
  await field.press('ArrowDown');
  await expect(options.nth(0)).toHaveText(/^Answers *type:puback/);
  await expect(options.nth(1)).toContainText('dir:sent');
  await field.press('Escape');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('filter: answers');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('type:puback');
  await expect.poll(filter.numbers).toEqual(['6']);
  await star.click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('button', { name: 'Save this filter' })).toBeVisible();
});
