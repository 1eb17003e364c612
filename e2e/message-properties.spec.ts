import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test('properties of an MQTT 5 message are sent, and what cannot be sent is said', async ({
  app,
  mosquitto,
}) => {
  const { page } = app;
  const screen = screenOf(page);
  await screen.devices.getByRole('button', { name: 'Add device' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add device' });
  const form = (label: string) => dialog.getByLabel(label, { exact: true });
  await form('Connect to').selectOption('Other MQTT broker');
  await form('Name').fill('lab');
  await form('Host').fill('127.0.0.1');
  await form('Port').fill(String(mosquitto.port));
  await form('MQTT version').selectOption('5');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await screen.connect('lab');
  await expect(screen.state).toContainText('CONNECTED');

  const { publish } = screen;
  const field = (name: string) => publish.getByLabel(name, { exact: true });
  await field('Topic').fill('room/light');
  await publish.getByRole('button', { name: 'MQTT 5 properties' }).click();
  await field('Content type').fill('application/json');
  await field('Response topic').fill('answers/#');
  await expect(publish).toContainText('A topic to answer on has no + and no #.');
  await publish.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(screen.row('PUBLISH')).toHaveCount(0);
  expect(await axeFindings(publish)).toEqual([]);
  await field('Response topic').fill('answers/1');
  await field('User properties').fill('site=north');
  await expect(publish.getByRole('button', { name: 'MQTT 5 properties (3)' })).toBeVisible();
  await publish.getByRole('button', { name: 'Publish', exact: true }).click();
  await screen.row('PUBLISH').click();
  for (const part of ['application/json', 'answers/1', 'north'])
    await expect(screen.details.getByRole('tree', { name: 'Fields' })).toContainText(part);
});
