import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

const SECRET = 'tell nobody';

async function addTriple(page: Page) {
  await screenOf(page).devices.getByRole('button', { name: 'Add device' }).click();
  const form = page.getByRole('dialog', { name: 'Add device' });
  await form.getByLabel('Connect to', { exact: true }).selectOption('Local platform');
  await form.getByLabel('Product key', { exact: true }).fill('a1B2c3D4e5F');
  await form.getByLabel('Device name', { exact: true }).fill('lamp-01');
  await form.getByLabel('Device secret', { exact: true }).fill(SECRET);
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'hidden' });
}

/** Opens the parameters of a saved device; the dialog and what a person does in it. */
async function openParameters(page: Page, device: string) {
  await screenOf(page).device(device).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Connection parameters' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connection parameters' });
  const field = (name: string) => dialog.getByLabel(name, { exact: true });
  const shown = (name: string) =>
    dialog
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${name}$`) })
      .locator('xpath=following-sibling::dd');
  return {
    dialog,
    field,
    shown,
    text: async (name: string) => (await shown(name).locator('code').textContent()) ?? '',
    compare: () => dialog.getByRole('button', { name: 'Compare', exact: true }).click(),
    differences: dialog.getByRole('list', { name: 'Differences' }).getByRole('listitem'),
    /** Copies by a button and pastes into a field, as a person does. */
    async copyInto(button: string, name: string) {
      await dialog.getByRole('button', { name: button, exact: true }).click();
      await expect(dialog.getByText('Copied', { exact: true }).first()).toBeVisible();
      await field(name).focus();
      await page.keyboard.press('ControlOrMeta+v');
    },
  };
}

const sign = (content: string) => createHmac('sha256', SECRET).update(content).digest('hex');

test('what is shown is copied, and the password made from it is what the triple gives', async ({
  app,
}) => {
  const { page } = app;
  await addTriple(page);
  const panel = await openParameters(page, 'lamp-01');
  await expect(panel.shown('Endpoint')).toContainText(/^mqtt:\/\/127\.0\.0\.1:\d+$/);
  await expect(panel.shown('Username')).toHaveText('lamp-01&a1B2c3D4e5F');
  await expect(panel.shown('Password')).toContainText('64 hexadecimal digits, never shown');
  await expect(panel.shown('Secure mode')).toContainText('3');

  await panel.copyInto('Copy client ID', 'Client ID');
  await expect(panel.field('Client ID')).toHaveValue(await panel.text('Client ID'));
  await panel.copyInto('Copy username', 'Username');
  await expect(panel.field('Username')).toHaveValue('lamp-01&a1B2c3D4e5F');
  const password = sign(await panel.text('Signed content'));
  await panel.field('Password').fill(password.toUpperCase());
  await panel.compare();
  await expect(panel.dialog).toContainText('This is what the triple gives.');
  await expect(panel.differences).toHaveCount(0);
  expect(await page.content()).not.toContain(SECRET);
  expect(readFileSync(join(app.dataDir, 'devices.json'), 'utf8')).not.toContain(password);
});

test('each part that differs is said in words, and goes when it is put right', async ({ app }) => {
  const { page } = app;
  await addTriple(page);
  const panel = await openParameters(page, 'lamp-01');
  const unsorted = 'productKeya1B2c3D4e5FdeviceNamelamp-01clientIdabc';
  await panel.field('Client ID').fill('abc|securemode=2,signmethod=hmacsha1|');
  await panel.field('Username').fill('a1B2c3D4e5F&lamp-01');
  await panel.field('Password').fill(sign(unsorted));
  await panel.compare();
  await expect(panel.dialog).toContainText('This is not what the triple gives');
  await expect(panel.differences).toHaveCount(4);
  await expect(panel.differences.nth(0)).toContainText('asks for securemode=3');
  await expect(panel.differences.nth(1)).toContainText('lamp-01&a1B2c3D4e5F');
  await expect(panel.differences.nth(2)).toContainText('made with hmacsha256');
  await expect(panel.differences.nth(3)).toContainText(unsorted);
  await expect(panel.dialog.getByRole('row', { name: /^signmethod/ })).toContainText('hmacsha1');

  await panel.field('Username').fill('lamp-01&a1B2c3D4e5F');
  await expect(panel.differences).toHaveCount(0);
  await panel.compare();
  await expect(panel.differences).toHaveCount(3);
});

test('a line break pasted with a password is compared with it', async ({ app }) => {
  const { page } = app;
  await addTriple(page);
  const panel = await openParameters(page, 'lamp-01');
  await panel.field('Client ID').fill(await panel.text('Client ID'));
  await panel.field('Username').fill(await panel.text('Username'));
  await panel.field('Password').focus();
  await page.evaluate(
    (text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    `${sign(await panel.text('Signed content'))}\n`,
  );
  await panel.compare();
  await expect(panel.differences).toHaveText([
    'The password has white space or a line break in it.',
  ]);
});

test('where the page may not write to the clipboard, copying still works', async ({ app }) => {
  const { page } = app;
  await addTriple(page);
  await page.evaluate(() => {
    const writeText = () => Promise.reject(new Error('refused'));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  });
  const panel = await openParameters(page, 'lamp-01');
  await panel.copyInto('Copy signed content', 'Client ID');
  await expect(panel.field('Client ID')).toHaveValue(await panel.text('Signed content'));
});

test('another broker shows its plain parameters and says why there is nothing to compare', async ({
  app,
}) => {
  const { page } = app;
  await screenOf(page).addBroker('lab', 1883, { Username: 'me', Password: SECRET });
  const panel = await openParameters(page, 'lab');
  await expect(panel.shown('Endpoint')).toHaveText('mqtt://127.0.0.1:1883');
  await expect(panel.shown('Username')).toHaveText('me');
  await expect(panel.shown('Password')).toHaveText('saved, and never shown');
  await expect(panel.shown('Signed content')).toHaveCount(0);
  await expect(panel.dialog).toContainText('Comparing is for devices with a triple');
  await expect(panel.dialog.getByRole('button', { name: 'Compare' })).toHaveCount(0);
  expect(await page.content()).not.toContain(SECRET);
});

test('axe finds nothing in the dialog, compared or not', async ({ app }) => {
  const { page } = app;
  await addTriple(page);
  const panel = await openParameters(page, 'lamp-01');
  await expect(panel.shown('Endpoint')).toBeVisible();
  expect(await axeFindings(panel.dialog)).toEqual([]);
  await panel.field('Client ID').fill('abc|securemode=2,foo=1|');
  await panel.field('Username').fill('lamp');
  await panel.field('Password').fill('x');
  await panel.compare();
  await expect(panel.differences.first()).toBeVisible();
  expect(await axeFindings(panel.dialog)).toEqual([]);
});
