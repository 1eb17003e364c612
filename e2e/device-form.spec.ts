import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { generate } from 'selfsigned';
import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

const PRODUCT_SECRET = 'product-secret-of-nobody';

/** Opens the form for a new device; the dialog and its fields by name. */
async function addDevice(page: Page, kind: string) {
  await screenOf(page).devices.getByRole('button', { name: 'Add device' }).click();
  return formIn(page.getByRole('dialog', { name: 'Add device' }), kind);
}

async function editDevice(page: Page, name: string) {
  await screenOf(page).device(name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  return formIn(page.getByRole('dialog', { name: 'Edit device' }));
}

async function formIn(dialog: Locator, kind?: string) {
  const field = (name: string) => dialog.getByLabel(name, { exact: true });
  if (kind) await field('Connect to').selectOption(kind);
  return {
    dialog,
    field,
    open: (section: string) => dialog.getByRole('button', { name: section }).click(),
    async fill(values: Readonly<Record<string, string>>) {
      for (const [name, value] of Object.entries(values)) await field(name).fill(value);
    },
    async save() {
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
  };
}

const lamp = { 'Product key': 'a1B2c3D4e5F', 'Device name': 'lamp-01' };

/** All files of the data folder as text. */
function filesOf(dataDir: string): string {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'))
    .join('');
}

for (const [transport, scheme] of [
  ['TLS', 'mqtts'],
  ['WebSocket', 'ws'],
  ['WebSocket over TLS', 'wss'],
] as const) {
  test(`a local device connects over ${transport}`, async ({ app }) => {
    const screen = screenOf(app.page);
    const form = await addDevice(app.page, 'Local platform');
    await form.fill({ ...lamp, 'Device secret': 'tell nobody' });
    await form.field('Transport').selectOption(transport);
    await form.save();
    await screen.connect('lamp-01');
    await expect(screen.state).toContainText('CONNECTED');
    await expect(screen.connection).toContainText(`${scheme}://127.0.0.1:`);
  });
}

test('a product secret registers the device, which then has a secret of its own', async ({
  app,
}) => {
  const screen = screenOf(app.page);
  const form = await addDevice(app.page, 'Local platform');
  await form.fill(lamp);
  await form.field('Sign in with').selectOption('Product secret, device registered beforehand');
  await expect(form.field('Transport')).toHaveValue('tls');
  await form.fill({ 'Product secret': PRODUCT_SECRET });
  await form.save();

  await screen.connect('lamp-01');
  await expect(screen.state).toContainText('CONNECTED');
  await expect(screen.rows).toHaveCount(6);
  await screen.row('/ext/register').click();
  await expect(screen.details.getByRole('region', { name: 'Payload' })).toContainText(
    '"deviceSecret"',
  );
  await expect(screen.details.getByRole('region', { name: 'Payload' })).toContainText('****');

  await app.restart();
  const edit = await editDevice(app.page, 'lamp-01');
  await expect(edit.field('Sign in with')).toHaveValue('secret');
  await expect(edit.dialog).toContainText('saved, encrypted by');
  await edit.dialog.getByRole('button', { name: 'Cancel' }).last().click();
  await screenOf(app.page).connect('lamp-01');
  await expect(screenOf(app.page).state).toContainText('CONNECTED');
  // Nothing is being written then.
  await app.restart();
  const files = filesOf(app.dataDir);
  expect(files).toContain('/ext/register');
  expect(files).not.toContain(PRODUCT_SECRET);
  expect(files).not.toMatch(/"deviceSecret":"[^*]/);
});

test('a device that nobody registered connects with the token it is given', async ({ app }) => {
  const { page } = app;
  const screen = screenOf(page);
  const form = await addDevice(page, 'Local platform');
  await form.fill(lamp);
  await form.field('Sign in with').selectOption('Product secret, device not registered');
  await form.fill({ 'Product secret': PRODUCT_SECRET });
  await form.save();
  await screen.connect('lamp-01');
  await expect(screen.state).toContainText('CONNECTED');

  await screen.device('lamp-01').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Connection parameters' }).click();
  const panel = page.getByRole('dialog', { name: 'Connection parameters' });
  await expect(panel).toContainText('|securemode=-2,authType=connwl|');
  await expect(panel).toContainText('the token from the registration: saved, and never shown');
  await panel.getByRole('button', { name: 'Close' }).click();
  const edit = await editDevice(page, 'lamp-01');
  await expect(edit.field('Sign in with')).toHaveValue('token');
  await expect(edit.dialog).toContainText('Registered:');
  expect(await page.content()).not.toContain(PRODUCT_SECRET);
});

test('extended parameters are checked, sent, and stand in the parameters panel', async ({
  app,
}) => {
  const { page } = app;
  const screen = screenOf(page);
  const form = await addDevice(page, 'Local platform');
  await form.fill({ ...lamp, 'Device secret': 'tell nobody' });
  await form.open('Advanced');
  await form.fill({ 'Extended parameters': 'ext=3,securemode=2' });
  await form.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(form.dialog).toContainText('follow from the other fields');
  await expect(form.field('Extended parameters')).toBeFocused();
  await form.fill({ 'Extended parameters': '_ss=1,ext=3' });
  await form.field('Sign and send a timestamp').uncheck();
  await form.save();
  await screen.connect('lamp-01');
  await expect(screen.state).toContainText('CONNECTED');
  await screen.device('lamp-01').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Connection parameters' }).click();
  await expect(page.getByRole('dialog', { name: 'Connection parameters' })).toContainText(
    '|securemode=3,signmethod=hmacsha256,_ss=1,ext=3|',
  );
});

test('a client certificate and its key are checked against each other', async ({ app }) => {
  const { page } = app;
  const name = [{ name: 'commonName', value: 'lamp certificate' }];
  const own = await generate(name, { keyType: 'ec', algorithm: 'sha256' });
  const other = await generate(name, { keyType: 'ec', algorithm: 'sha256' });
  const form = await addDevice(page, 'Alibaba Cloud public instance');
  await form.fill(lamp);
  await form.field('Sign in with').selectOption('Client certificate (X.509)');
  await form.fill({ 'Client certificate': own.cert, 'Private key': other.private });
  await expect(form.dialog.getByRole('list', { name: 'Certificates found' })).toContainText(
    'lamp certificate, until',
  );
  await form.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(form.dialog).toContainText('This key does not belong to the certificate.');
  await form.fill({ 'Private key': own.private });
  await form.save();

  await app.restart();
  const edit = await editDevice(app.page, 'lamp-01');
  await expect(edit.field('Client certificate')).toHaveValue(own.cert.trim());
  await expect(edit.field('Private key')).toHaveValue('');
  const [, line = ''] = own.private.split('\n');
  expect(filesOf(app.dataDir)).not.toContain(line);
  expect(await app.page.content()).not.toContain(line);
});

test('a broker keeps all that MQTT 5 has over a restart, and takes it', async ({
  app,
  mosquitto,
}) => {
  const form = await addDevice(app.page, 'Other MQTT broker');
  await form.fill({ Name: 'lab', Host: '127.0.0.1', Port: String(mosquitto.webSocketPort) });
  await form.field('Transport').selectOption('WebSocket');
  await form.fill({ Port: String(mosquitto.webSocketPort), 'WebSocket path': '/plant' });
  await form.field('MQTT version').selectOption('5');
  await form.open('Will');
  await form.field('Send a will').check();
  await form.fill({ 'Will topic': 'gone', 'Will payload': 'bye', 'Will delay (s)': '5' });
  await form.open('MQTT 5 properties');
  await form.fill({ 'Session expiry (s)': '60', 'User properties': 'site=north\nsite=east' });
  await form.save();

  await app.restart();
  const screen = screenOf(app.page);
  const edit = await editDevice(app.page, 'lab');
  await expect(edit.field('WebSocket path')).toHaveValue('/plant');
  await expect(edit.field('Will topic')).toHaveValue('gone');
  await expect(edit.field('Session expiry (s)')).toHaveValue('60');
  await expect(edit.field('User properties')).toHaveValue('site=north\nsite=east');
  await edit.dialog.getByRole('button', { name: 'Cancel' }).last().click();
  await screen.connect('lab');
  await expect(screen.state).toContainText('CONNECTED');
  await screen.row('CONNECT').first().click();
  await expect(screen.details.getByRole('tree', { name: 'Fields' })).toContainText('gone');
});

test('the list of roots of the system is named, and a root that does not fit the port is told', async ({
  app,
}) => {
  const form = await addDevice(app.page, 'Alibaba Cloud public instance');
  await form.field('Trusted roots').selectOption('This system’s list');
  await expect(form.dialog).toContainText(/roots, from|no list that Tricorder can/);
  await form.fill({ Port: '8883' });
  await expect(form.dialog).toContainText('which is in no list');
  const { rootCertificates } = await import('node:tls');
  const { X509Certificate } = await import('node:crypto');
  const r6 = rootCertificates.find((pem) => new X509Certificate(pem).subject.includes('R6'));
  await form.fill({ 'Root certificate': r6 ?? '' });
  await expect(form.field('Trusted roots')).toHaveValue('given');
  await expect(form.dialog).toContainText(
    'GlobalSign Root CA - R6, until Dec 10, 2034, for ports 1883, 443',
  );
  await expect(form.dialog).toContainText(
    'on port 8883 the platform shows a certificate under another root',
  );
  await form.fill({ Port: '1883' });
  await expect(form.dialog).not.toContainText('under another root');
});

test('numbers are typed key by key', async ({ app }) => {
  const form = await addDevice(app.page, 'Other MQTT broker');
  await form.fill({ Name: 'lab', Host: '127.0.0.1' });
  for (const [name, typed] of [
    ['Port', '18830'],
    ['Keep alive (s)', '105'],
  ] as const) {
    await form.field(name).clear();
    await form.field(name).pressSequentially(typed);
    await expect(form.field(name)).toHaveValue(typed);
  }
  await form.save();
  const again = await editDevice(app.page, 'lab');
  await expect(again.field('Port')).toHaveValue('18830');
  await expect(again.field('Keep alive (s)')).toHaveValue('105');
});

test('the sixth connect in a minute is shown as waiting for the platform', async ({ app }) => {
  const { page } = app;
  const screen = screenOf(page);
  const form = await addDevice(page, 'Local platform');
  await form.fill({ ...lamp, 'Device secret': 'tell nobody' });
  await form.save();
  await screen.device('lamp-01').click();
  const button = (name: string) => screen.connection.getByRole('button', { name, exact: true });
  for (let count = 0; count < 5; count += 1) {
    await button('Connect').click();
    await expect(screen.state).toContainText('CONNECTED');
    await button('Disconnect').click();
    await expect(screen.state).toContainText('Closed');
  }
  await button('Connect').click();
  await expect(screen.state).toContainText('Waiting for the platform’s limit');
  await expect(screen.connection).toContainText('five connects a minute');
  await expect(button('Retry now')).toHaveCount(0);
  expect(await axeFindings(screen.connection)).toEqual([]);
  await button('Stop').click();
  await expect(screen.state).toContainText('Closed');
});

test('axe finds nothing in the form with every section open', async ({ app }) => {
  const { page } = app;
  const form = await addDevice(page, 'Other MQTT broker');
  await form.field('Transport').selectOption('TLS');
  await form.field('MQTT version').selectOption('5');
  for (const name of ['Client certificate and ALPN', 'Will', 'MQTT 5 properties'])
    await form.dialog.getByRole('button', { name, exact: true }).click();
  await form.field('Send a will').check();
  await form.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(form.dialog).toContainText('Needed.');
  expect(await axeFindings(form.dialog)).toEqual([]);
  await form.field('Connect to').selectOption('Alibaba Cloud enterprise instance');
  await form.field('Sign in with').selectOption('Client certificate (X.509)');
  await form.open('Advanced');
  expect(await axeFindings(form.dialog)).toEqual([]);
});
