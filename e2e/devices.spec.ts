import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

const triple = { productKey: 'a1B2c3D4e5F', deviceName: 'lamp-01', deviceSecret: 'tell nobody' };

test('a pasted triple fills the form; its secret is saved and never shown again', async ({
  app,
}) => {
  const { page } = app;
  const screen = screenOf(page);
  await screen.devices.getByRole('button', { name: 'Add device' }).click();
  const add = page.getByRole('dialog', { name: 'Add device' });
  await add.getByLabel('Connect to', { exact: true }).selectOption('Local platform');
  await add.getByLabel('Product key', { exact: true }).focus();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, JSON.stringify(triple));
  await expect(add.getByLabel('Product key', { exact: true })).toHaveValue(triple.productKey);
  await expect(add.getByLabel('Device name', { exact: true })).toHaveValue(triple.deviceName);
  await add.getByRole('button', { name: 'Save' }).click();
  await expect(add).toBeHidden();

  await screen.connect('lamp-01');
  await expect(screen.state).toContainText('CONNECTED');
  expect(readFileSync(join(app.dataDir, 'devices.json'), 'utf8')).not.toContain('tell nobody');

  await screen.device('lamp-01').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit device' });
  await expect(edit.getByLabel('Device secret', { exact: true })).toHaveValue('');
  await expect(edit).toContainText('saved, encrypted by');
  expect(await page.content()).not.toContain('tell nobody');
});

test('mistakes are said beside their fields and nothing typed is lost', async ({ app }) => {
  const { page } = app;
  const screen = screenOf(page);
  await screen.devices.getByRole('button', { name: 'Add device' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add device' });
  await dialog.getByLabel('Connect to', { exact: true }).selectOption('Other MQTT broker');
  await dialog.getByLabel('Name', { exact: true }).fill('lab');
  await dialog.getByLabel('Host', { exact: true }).fill('mqtt://wrong/path');
  await dialog.getByLabel('Port', { exact: true }).fill('70000');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('A host name or an IP address');
  await expect(dialog).toContainText('A whole number from 1 to 65535');
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('lab');
  await dialog.getByLabel('Host', { exact: true }).fill('127.0.0.1');
  await dialog.getByLabel('Port', { exact: true }).fill('1883');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(screen.device('lab')).toBeVisible();
});

test('a device is duplicated, and removed only after a question', async ({ app }) => {
  const { page } = app;
  const screen = screenOf(page);
  await screen.addBroker('lab', 1883);
  await screen.device('lab').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(screen.device('lab-2')).toBeVisible();

  const remove = async (answer: string) => {
    await screen.device('lab').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: answer }).click();
  };
  await remove('Cancel');
  await expect(screen.device('lab')).toBeVisible();
  await remove('Remove');
  await expect(screen.device('lab')).toHaveCount(0);
  await expect(screen.device('lab-2')).toBeVisible();
});

test('devices, preferences and past captures are there after a restart', async ({ app }) => {
  let screen = screenOf(app.page);
  await app.page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);
  await app.page.getByRole('button', { name: 'Theme' }).click();
  await app.page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

  await app.restart();
  screen = screenOf(app.page);
  await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(screen.device('demo-device')).toBeVisible();
  await app.page.getByRole('button', { name: 'Start page' }).click();
  await app.page.getByRole('button', { name: /Open the capture of demo-device/ }).click();
  await expect(screen.rows).toHaveCount(8);
  await expect.poll(async () => (await screen.types()).at(-1)).toBe('DISCONNECT');
});

test('a damaged devices file is told, kept, and the app works', async ({ app }) => {
  await screenOf(app.page).addBroker('lab', 1883);
  writeFileSync(join(app.dataDir, 'devices.json'), '{"version":1,"devices":[{"id"');
  await app.restart();
  await expect(app.page.getByRole('alert')).toContainText('devices.json.unreadable');
  await screenOf(app.page).addBroker('again', 1883);
  await expect(screenOf(app.page).device('again')).toBeVisible();
});

test('the page speaks Chinese when asked to', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('region', { name: '设备', exact: true })).toBeVisible();
});
