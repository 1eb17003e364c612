import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test('axe finds nothing on the start page and in the device form', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('button', { name: 'Try the local platform' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await screenOf(page).devices.getByRole('button', { name: 'Add device' }).click();
  await expect(page.getByRole('dialog', { name: 'Add device' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('axe finds nothing in a session, whatever tool is in front, in either language', async ({
  app,
}) => {
  const { page } = app;
  const screen = screenOf(page);
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);
  await screen.rows.nth(4).click();
  await expect(screen.details).toContainText('temperature');
  expect(await axeFindings(page)).toEqual([]);
  await screen.subscribe('/a1foreign/other/user/get', '1');
  await expect(screen.subscriptions).toContainText('refused (128)');
  await screen.row('Failure (128)').click();
  expect(await axeFindings(page)).toEqual([]);
  await screen.tool('Problems').click();
  await screen.problem(/no topic of this device/).click();
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
});

test('axe finds nothing when a connection failed', async ({ app, mosquitto }) => {
  const screen = screenOf(app.page);
  await screen.addBroker('gone', mosquitto.port);
  await mosquitto.stop();
  await screen.connect('gone');
  await expect(screen.state).toContainText('Closed');
  expect(await axeFindings(app.page)).toEqual([]);
});

test("axe finds nothing in the filter, its list, its mistakes, what it hides, or a row's menu", async ({
  app,
}) => {
  const { page } = app;
  const screen = screenOf(page);
  const field = page.getByRole('searchbox', { name: 'Filter packets' });
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);
  await screen.rows.nth(4).click();
  await field.fill('t');
  await field.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'type: ' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  expect(await axeFindings(page)).toEqual([]);
  await field.fill('type:');
  await expect(page.getByRole('option', { name: 'publish' }).first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await field.fill('dir:sent size>1q');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  expect(await axeFindings(page)).toEqual([]);
  await field.fill('qos:2');
  await expect(page.getByRole('button', { name: 'Clear filter' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await field.fill('');
  await screen.rows.nth(4).click({ button: 'right' });
  await expect(page.getByRole('menu', { name: 'Packet 5' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('a session is read and driven by keyboard alone', async ({ app }) => {
  const { page } = app;
  const screen = screenOf(page);
  await page.getByRole('button', { name: 'Try the local platform' }).press('Enter');
  await expect(screen.rows).toHaveCount(7);
  await screen.timeline.focus();
  await page.keyboard.press('Home');
  await expect(screen.rows.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press(']');
  await expect(screen.rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(screen.rows.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('[');
  await expect(screen.rows.nth(4)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(screen.details.getByRole('tree', { name: 'Fields' })).toBeVisible();
  await expect(page.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(screen.details.getByRole('treeitem').first()).toBeVisible();
});

test('a button that cannot be used while it works, or after, keeps the focus', async ({ app }) => {
  const { page } = app;
  const screen = screenOf(page);
  await page.getByRole('button', { name: 'Try the local platform' }).press('Enter');
  await expect(screen.rows).toHaveCount(7);

  await screen.tool('Publish').click();
  const publish = screen.publish.getByRole('button', { name: 'Publish', exact: true });
  await screen.publish.getByLabel('Topic', { exact: true }).fill('/user/update');
  await publish.press('Enter');
  await expect(screen.publish.getByText(/PUBACK after/)).toBeVisible();
  await expect(publish).toBeFocused();
  await screen.connection.getByRole('button', { name: 'Disconnect' }).click();
  await expect(publish).toBeDisabled();
  await publish.press('Enter');
  await screen.publish.getByLabel('Topic', { exact: true }).press('Enter');
  await expect(screen.row('DISCONNECT')).toHaveCount(1);
  await expect(screen.row('user/update')).toHaveCount(1);

  const columns = page.getByRole('dialog', { name: 'Columns' });
  await page.getByRole('button', { name: 'Columns', exact: true }).press('Enter');
  await columns.getByRole('checkbox', { name: 'Delta' }).press('Space');
  const reset = columns.getByRole('button', { name: 'Reset columns' });
  await reset.press('Enter');
  await expect(reset).toBeDisabled();
  await expect(reset).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(columns).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Columns', exact: true })).toBeFocused();
});
