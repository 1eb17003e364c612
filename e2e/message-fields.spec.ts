import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';
import { tryPlatform } from './support/try-platform.ts';

/** A thing model as the console exports it. */
const thingModel = JSON.stringify({
  properties: [
    {
      identifier: 'temperature',
      name: 'Temperature',
      accessMode: 'r',
      dataType: { type: 'float', specs: { min: '-40', max: '85', unit: '°C' } },
    },
    { identifier: 'power', dataType: { type: 'bool', specs: { 0: 'off', 1: 'on' } } },
    {
      identifier: 'place',
      dataType: { type: 'struct', specs: [{ identifier: 'floor', dataType: { type: 'int' } }] },
    },
  ],
  events: [
    { identifier: 'post', outputData: ['temperature'] },
    {
      identifier: 'fault',
      name: 'Fault',
      outputData: [{ identifier: 'reason', dataType: { type: 'text' } }],
    },
  ],
});

/** The fields of the form, of a product whose thing model was just pasted. */
async function withModel(page: Page) {
  const parts = await tryPlatform(page);
  const { publish, button } = parts;
  await button('Fields').click();
  await button('Add thing model…').click();
  await page.getByLabel('TSL (JSON)').fill(thingModel);
  await expect(page.getByText('Properties: 3 · events: 2 · services: 0.')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const fields = publish.getByRole('region', { name: 'Fields' });
  const value = (name: RegExp) => fields.getByLabel(name);
  await expect(value(/^temperature/)).toBeVisible();
  return { ...parts, fields, value };
}

test.describe('fields of a thing model', () => {
  test('take numbers that are typed key by key, below nothing too', async ({ app }) => {
    const { field, value } = await withModel(app.page);
    for (const typed of ['20.05', '-0.5']) {
      await value(/^temperature/).selectText();
      await value(/^temperature/).pressSequentially(typed);
      await expect(value(/^temperature/)).toHaveValue(typed);
      await expect(field('Payload')).toHaveValue(new RegExp(`"temperature": ${typed}\\b`));
    }
  });

  test('post what is typed in them, floats with a decimal, and the platform takes it', async ({
    app,
  }) => {
    const { publish, field, button, value } = await withModel(app.page);
    await value(/^temperature/).fill('23');
    await value(/^power/).selectOption('1 · on');
    await value(/^floor/).fill('4');
    await expect(field('Payload')).toHaveValue(
      /"params": \{ "temperature": 23\.0, "power": 1, "place": \{ "floor": 4 \} \}/,
    );
    await button('Publish').click();
    await expect(publish).toContainText(/200\s*success/);
    await expect(publish).toContainText('"data":{}');
    await value(/^temperature/).fill('90');
    await button('Publish').click();
    await expect(publish).toContainText('left out: temperature');
  });

  test('show what stands in the payload, and give way to what is written there', async ({
    app,
  }) => {
    // In a narrow form the fields take the payload's place.
    await app.page.setViewportSize({ width: 1440, height: 900 });
    const { publish, field, button, fields, value } = await withModel(app.page);
    await value(/^temperature/).fill('warm');
    await expect(fields).toContainText('Not written: this is no float.');
    await field('Payload').fill('{"params": {"temperature": 90, "power": 0, "colour": 1}}');
    await expect(value(/^temperature/)).toHaveValue('90');
    await expect(fields).toContainText('6307');
    await expect(publish).toContainText('“colour” is not in the thing model');
    await value(/^power/).selectOption('left out');
    await expect(field('Payload')).toHaveValue('{"params": {"temperature": 90, "colour": 1}}');
    await field('Payload').fill('{"params": ');
    await expect(fields).toContainText('The payload is not JSON');
    await button('Write it anew').click();
    await expect(value(/^temperature/)).toHaveValue('{{random 20.0 25.0}}');
  });

  test('change with the message: an event is chosen by name, a tag has its key', async ({
    app,
  }) => {
    const { field, fields, value } = await withModel(app.page);
    await field('Message').selectOption('Event post');
    await expect(field('Topic')).toHaveValue(/\/thing\/event\/fault\/post$/);
    await value(/^reason/).fill('door {{counter}}');
    await expect(field('Payload')).toHaveValue(/"reason": "door \{\{counter\}\}"/);
    await field('Message').selectOption('Tags: update');
    await value(/attrKey/).fill('room');
    await expect(field('Payload')).toHaveValue(/"attrKey": "room"/);
    await field('Message').selectOption('Raw bytes');
    await expect(fields).toContainText('Bytes have no fields.');
  });

  test('leave axe nothing to find, in the panel and in the dialog of the model', async ({
    app,
  }) => {
    const { page } = app;
    const { button, value, fields } = await withModel(page);
    await value(/^temperature/).fill('99');
    await expect(fields).toContainText('6307');
    expect(await axeFindings(screenOf(page).publish)).toEqual([]);
    await button('Thing model…').click();
    await page.getByLabel('TSL (JSON)').fill('{');
    await expect(page.getByText(/This is no thing model/)).toBeVisible();
    expect(await axeFindings(page.getByRole('dialog'))).toEqual([]);
  });

  test('are there after a restart', async ({ app }) => {
    await withModel(app.page);
    await app.restart();
    const screen = screenOf(app.page);
    await screen.connect('demo-device');
    await screen.publish.getByRole('button', { name: 'Fields', exact: true }).click();
    await expect(screen.publish.getByLabel(/^temperature/)).toBeVisible();
  });
});
