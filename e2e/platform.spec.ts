import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { platformOf } from './support/platform.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

async function tryPlatform(page: Page) {
  const screen = screenOf(page);
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);
  return screen;
}

/** The topic of the demo device that ends so, as the timeline has it. */
async function ownTopic(page: Page, ending: string): Promise<string> {
  const endpoint = page.getByRole('region', { name: 'Local platform', exact: true });
  await endpoint.waitFor();
  const filter = await endpoint
    .getByText(/^\/sys\//)
    .first()
    .textContent();
  const [, , productKey, deviceName] = (filter ?? '').split('/');
  return `/${productKey}/${deviceName}/${ending}`;
}

const model = JSON.stringify({
  properties: [
    {
      identifier: 'power',
      accessMode: 'rw',
      dataType: { type: 'bool', specs: { 0: 'off', 1: 'on' } },
    },
    { identifier: 'speed', accessMode: 'rw', dataType: { type: 'int', specs: { max: '10' } } },
  ],
});

test('a topic goes from 128 to granted once it is defined, and the cloud reaches the device on it', async ({
  app,
}) => {
  const { page } = app;
  const screen = await tryPlatform(page);
  const platform = platformOf(page);
  await platform.open('Device');
  const control = await ownTopic(page, 'control');

  await screen.subscribe(control, '1');
  const row = screen.subscriptions.getByRole('row', { name: new RegExp(`^${control}`) });
  await expect(row).toContainText('refused (128)');
  await platform.open('Log');
  await expect(
    platform.region.getByRole('row', { name: /9236 topic not authorised/ }),
  ).toContainText(control);

  await platform.region.getByText('9236 topic not authorised').last().hover();
  await expect(page.getByRole('tooltip')).toContainText('no right to this topic');

  await platform.open('Topics');
  await platform.define('control');
  await screen.subscribe(control, '1');
  await expect(row).toContainText('QoS 1');

  await platform.open('Cloud');
  await platform.act('Publish to a topic', { Topic: control, Payload: '{"power":"on"}' });
  await expect(platform.outcome).toContainText('Sent to 1 connected device');
  await screen.row(/PUBLISH.*control/).click();
  await expect(screen.details).toContainText('"power": "on"');
});

test('a property that is set comes to the device, and what came of it stands beside the act', async ({
  app,
}) => {
  const { page } = app;
  const screen = await tryPlatform(page);
  const platform = platformOf(page);
  await platform.open('Device');
  const set = (await ownTopic(page, 'thing/service/property/set')).replace(/^/, '/sys');
  await screen.subscribe(set, '1');
  await platform.open('Cloud');
  await platform.act('Set properties', { Values: '{"power": 1}' });
  await expect(platform.outcome).toContainText('Waiting for the device');
  await expect(screen.row(/PUBLISH.*service\/property\/set/)).toBeVisible();
  // The cloud waits for eight seconds.
  await screen.tool('Publish').click();
  await screen.publish.getByLabel('Message', { exact: true }).selectOption('Property set reply');
  // The id of the request comes a moment after the message.
  await expect(screen.publish.getByLabel('Payload', { exact: true })).toHaveValue(/"id": "\d+"/);
  await screen.publish.getByRole('button', { name: 'Publish', exact: true }).click();
  await platform.open('Cloud');
  await expect(platform.outcome).toContainText('Replied with code 200 after');
  await screen
    .row(/PUBLISH.*service\/property\/set/)
    .first()
    .click();
  await expect(screen.details).toContainText('"power": 1');
});

test('a thing model gives fields their types, and its mistakes are named', async ({ app }) => {
  const { page } = app;
  await tryPlatform(page);
  const platform = platformOf(page);
  await platform.open('Product');
  const tsl = platform.region.getByLabel('TSL (JSON)');
  await tsl.fill('{"properties":[{"identifier":"power"}]}');
  await platform.region.getByRole('button', { name: 'Use this model' }).click();
  await expect(platform.region).toContainText('properties.0.dataType');
  await tsl.fill(model);
  await platform.region.getByRole('button', { name: 'Use this model' }).click();
  await expect(platform.region.getByRole('status', { name: 'Model in force' })).toContainText(
    'Properties: 2',
  );

  await platform.open('Cloud');
  // Not of this model any more: taken out, it is gone from the form.
  await platform.region.getByLabel('temperature', { exact: true }).click();
  await platform.region.getByLabel('speed', { exact: true }).check();
  const speed = platform.region.getByLabel('Value of speed', { exact: true });
  await speed.fill('11');
  await expect(platform.region).toContainText('Not a value of type int');
  await platform.region.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(platform.outcome).toContainText('Refused by the platform. 6306');
});

test('misbehaviour is said above the session while it lasts, and ends in one click', async ({
  app,
}) => {
  const { page } = app;
  const screen = await tryPlatform(page);
  const platform = platformOf(page);
  await platform.open('Misbehaviour');
  await platform.region.getByLabel('Refuse subscriptions', { exact: true }).check();
  await platform.region.getByLabel('Delay acks (ms)', { exact: true }).check();
  await expect(platform.banner).toContainText('refuses subscriptions');
  await expect(platform.banner).toContainText('acks 2,000 ms late');

  const scenario = platform.region.getByRole('region', { name: 'Scenarios' });
  await scenario.getByLabel('Name of the scenario', { exact: true }).fill('bad day');
  await scenario.getByRole('button', { name: 'Save scenario' }).click();
  await expect(scenario.getByRole('button', { name: 'Play bad day' })).toBeVisible();

  await platform.open('Device');
  const get = await ownTopic(page, 'user/get');
  await screen.subscribe(get, '1');
  await expect(screen.subscriptions.getByRole('row', { name: new RegExp(get) })).toContainText(
    'refused (128)',
  );
  await platform.banner.getByRole('button', { name: 'Reset' }).click();
  await expect(platform.banner).toHaveCount(0);
  await screen.subscribe(get, '1');
  await expect(screen.subscriptions.getByRole('row', { name: new RegExp(get) })).toContainText(
    'QoS 1',
  );

  await platform.open('Misbehaviour');
  await scenario.getByRole('button', { name: 'Play bad day' }).click();
  await expect(platform.banner).toContainText('refuses subscriptions');
});

test('what was defined is there after a restart, without a session too', async ({ app }) => {
  const screen = await tryPlatform(app.page);
  const before = platformOf(app.page);
  await before.open('Topics');
  await before.define('control');
  await before.open('Misbehaviour');
  await before.region.getByLabel('Lose PUBACKs', { exact: true }).check();
  await before.region.getByLabel('Name of the scenario', { exact: true }).fill('no acks');
  await before.region.getByRole('button', { name: 'Save scenario' }).click();
  await expect(before.region.getByRole('button', { name: 'Play no acks' })).toBeVisible();
  await expect(screen.rows).toHaveCount(7);
  await app.restart();

  const { page } = app;
  await screenOf(page).device('demo-device').click();
  const after = platformOf(page);
  await after.open('Topics');
  await expect(after.region.getByRole('row', { name: /control/ })).toContainText('subscribe');
  await after.part('Device').click();
  await expect(after.region).toContainText('Offline');
  await expect(after.region.getByRole('row', { name: /temperature/ })).toContainText('23.5');
  await after.part('Misbehaviour').click();
  await expect(after.region.getByRole('button', { name: 'Play no acks' })).toBeVisible();
  await expect(after.banner).toHaveCount(0);
});

test('axe finds nothing in what the platform knows', async ({ app }) => {
  // Axe looks at the whole page six times.
  test.slow();
  const { page } = app;
  await tryPlatform(page);
  const platform = platformOf(page);
  await platform.open('Topics');
  await platform.define('control');
  for (const name of ['Device', 'Topics', 'Log']) {
    await platform.part(name).click();
    expect(await axeFindings(platform.region)).toEqual([]);
  }
});

test('axe finds nothing in what the platform can be told to do', async ({ app }) => {
  // Axe looks at the whole page six times.
  test.slow();
  const { page } = app;
  await tryPlatform(page);
  const platform = platformOf(page);
  await platform.open('Product');
  expect(await axeFindings(platform.region)).toEqual([]);
  await platform.part('Cloud').click();
  await platform.act('Broadcast');
  await expect(platform.outcome).toContainText('Sent to 1 connected device');
  expect(await axeFindings(platform.region)).toEqual([]);
  await platform.part('Misbehaviour').click();
  await platform.region.getByLabel('Lose PUBACKs', { exact: true }).check();
  await expect(platform.banner).toContainText('loses PUBACKs');
  expect(await axeFindings(platform.region)).toEqual([]);
});
