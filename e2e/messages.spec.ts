import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';
import { suggestions, tryPlatform } from './support/try-platform.ts';

/** Selects a message and shows its payload as text. */
async function payloadOf(page: Page, row: Locator): Promise<Locator> {
  await row.click();
  const payload = screenOf(page).details.getByRole('region', { name: 'Payload', exact: true });
  await payload.getByRole('tab', { name: 'Text' }).click();
  return payload.locator('.cm-content');
}

test.describe('topics', () => {
  test('are offered by what they are for and chosen by keyboard', async ({ app }) => {
    const { field, options } = await tryPlatform(app.page);
    const topic = field('Topic');
    await topic.fill('shadow');
    await expect(topic).toHaveRole('combobox');
    await expect(topic).toHaveAttribute('aria-expanded', 'true');
    await expect(options.first()).toContainText('Update or read the device shadow');
    await topic.press('ArrowDown');
    await expect(topic).toHaveAttribute('aria-activedescendant', /./);
    await topic.press('Enter');
    await expect(topic).toHaveValue(/^\/shadow\/update\/[a-z0-9]+\/demo-device$/);
    await expect(topic).toHaveAttribute('aria-expanded', 'false');
  });

  test('have what is left to be replaced selected, and are warned of until it is', async ({
    app,
  }) => {
    const { field, publish } = await tryPlatform(app.page);
    await field('Topic').fill('rrpc/response');
    await field('Topic').press('ArrowDown');
    await field('Topic').press('Enter');
    await expect(publish).toContainText(/Put a real value in the place of ..messageId/);
    await app.page.keyboard.type('42');
    await expect(field('Topic')).toHaveValue(/\/rrpc\/response\/42$/);
    await expect(publish).not.toContainText('Put a real value');
  });

  test('that the device cannot publish to are marked before they are sent, and can be sent', async ({
    app,
  }) => {
    const { screen, publish, field, button } = await tryPlatform(app.page);
    await field('Topic').fill('/a1foreign/other/user/update');
    await expect(publish).toContainText('no topic of this device');
    await expect(field('Topic')).toHaveAccessibleDescription(/no topic of this device/);
    await field('QoS').selectOption('2');
    await expect(publish).toContainText('QoS 2 is not supported by the cloud');
    await field('QoS').selectOption('1');
    await field('Retain').check();
    await expect(publish).toContainText('does not keep retained messages');
    await field('Retain').uncheck();
    await field('Payload').fill('x'.repeat(262_145));
    await expect(publish).toContainText('larger than the cloud takes');
    await field('Payload').fill('{}');
    await button('Publish').click();
    await expect(screen.row('a1foreign')).toHaveCount(1);
  });

  test('of others and of the wrong direction are marked before they are subscribed to', async ({
    app,
  }) => {
    const { screen, options } = await tryPlatform(app.page);
    const { subscriptions } = screen;
    await screen.tool('Subscriptions').click();
    const filter = subscriptions.getByLabel('Topic filter', { exact: true });
    await filter.fill('/sys/a1foreign/other/thing/service/+');
    await expect(subscriptions).toContainText('refuse it with 128');
    await filter.fill('set properties');
    await options.first().click();
    await expect(filter).toHaveValue(/demo-device\/thing\/service\/property\/set$/);
    await expect(subscriptions).not.toContainText('refuse it with 128');
    await subscriptions.getByRole('button', { name: 'Subscribe', exact: true }).click();
    await expect(subscriptions.getByRole('row', { name: /property\/set/ })).toContainText('QoS 1');
  });

  test('seen in the session are offered on any broker', async ({ app, mosquitto }) => {
    const screen = screenOf(app.page);
    await screen.addBroker('lab', mosquitto.port);
    await screen.connect('lab');
    await expect(screen.state).toContainText('CONNECTED');
    await expect(screen.publish.getByLabel('Message', { exact: true })).toHaveCount(0);
    await screen.send('room/light', 'on', '1');
    await expect(screen.row('PUBACK')).toHaveCount(1);
    await screen.publish.getByLabel('Topic', { exact: true }).fill('light');
    await expect(suggestions(app.page)).toHaveText(['room/light']);

    // With what was submitted the list is closed, until something is typed again.
    const filter = screen.subscriptions.getByLabel('Topic filter', { exact: true });
    await screen.tool('Subscriptions').click();
    await filter.fill('room');
    await expect(suggestions(app.page)).toHaveText(['room/light']);
    await filter.press('Enter');
    await expect(filter).toHaveValue('');
    await expect(suggestions(app.page)).toHaveCount(0);
    await filter.pressSequentially('r');
    await expect(suggestions(app.page)).toHaveText(['room/light']);
  });
});

test.describe('templates', () => {
  test('are filled in anew for each repeat, which ends with its count', async ({ app }) => {
    const { page } = app;
    const { screen, publish, field, button } = await tryPlatform(page);
    await field('Message').selectOption('User update');
    await field('Payload').fill('{{id}} {{counter}} {{random 10 30}} {{triple.deviceName}}');
    await expect(publish).toContainText('template: 57 bytes');
    await field('Repeat every (s)').fill('0.2');
    await field('Times').fill('3');
    await field('Jitter (ms)').fill('20');
    await button('Start repeating').click();
    await expect(publish).toContainText('3 of 3 sent');
    await expect(button('Stop')).toHaveCount(0);
    await expect(screen.row('user/update')).toHaveCount(3);
    const ids = new Set<string | undefined>();
    for (const counter of [1, 2, 3]) {
      const payload = await payloadOf(page, screen.row('user/update').nth(counter - 1));
      await expect(payload).toHaveText(new RegExp(`^\\d+ ${counter} [\\d.]+ demo-device$`));
      const [id, , random] = (await payload.innerText()).split(' ');
      ids.add(id);
      expect(Number(random)).toBeGreaterThanOrEqual(10);
      expect(Number(random)).toBeLessThanOrEqual(30);
    }
    expect(ids.size).toBe(3);
    await button('Remove').click();
    await expect(publish).not.toContainText('3 of 3 sent');
  });

  test('are repeated as often as is typed key by key', async ({ app }) => {
    const { publish, field, button } = await tryPlatform(app.page);
    for (const [name, typed] of [
      ['Repeat every (s)', '0.25'],
      ['Times', '20'],
      ['Jitter (ms)', '105'],
    ] as const) {
      await field(name).clear();
      await field(name).pressSequentially(typed);
      await expect(field(name)).toHaveValue(typed);
    }
    await field('Repeat every (s)').fill('0.05');
    await expect(publish).toContainText('Repeat every (s): 0.1 to 86,400 seconds');
    await expect(field('Repeat every (s)')).toHaveAccessibleDescription(/0\.1 to 86,400 seconds/);
    await expect(button('Start repeating')).toBeDisabled();
    await field('Repeat every (s)').fill('0.25');
    await expect(publish).not.toContainText('0.1 to 86,400 seconds');
    await button('Start repeating').click();
    await expect(publish).toContainText('every 0.25 s');
  });

  test('with an unknown placeholder say where it is, and nothing is sent', async ({ app }) => {
    const { screen, publish, field, button } = await tryPlatform(app.page);
    await field('Payload').fill('{\n  "a": {{nope}}\n}');
    await expect(publish).toContainText('Line 2, column 8: there is no placeholder “{{nope}}”');
    await expect(field('Payload')).toHaveAttribute('aria-invalid', 'true');
    await button('Publish').click();
    await expect(field('Payload')).toBeFocused();
    await button('Start repeating').click();
    await expect(screen.rows).toHaveCount(7);
    await field('Placeholders').uncheck();
    await button('Publish').click();
    await expect(screen.rows).not.toHaveCount(7);
    await expect(await payloadOf(app.page, screen.rows.nth(7))).toContainText('{{nope}}');
  });

  test('are previewed on demand', async ({ app }) => {
    const { publish, field, button } = await tryPlatform(app.page);
    await field('Payload').fill('{{triple.deviceName}} {{{{id}}');
    await button('Preview').click();
    await expect(publish.getByRole('region', { name: 'Preview' })).toContainText(
      'demo-device {{id}}',
    );
    await button('Preview').click();
    await expect(publish.getByRole('region', { name: 'Preview' })).toHaveCount(0);
  });
});

test('a topic of the platform says what it is for, and by example what it takes', async ({
  app,
}) => {
  const { screen, publish, field } = await tryPlatform(app.page);
  await expect(publish).toContainText('Report properties · params {"Power": "on"}');
  await field('Topic').fill('/home/light');
  await expect(publish).not.toContainText('Report properties');
  await screen.tool('Subscriptions').click();
  const { subscriptions } = screen;
  await subscriptions.getByLabel('Topic filter', { exact: true }).fill('/sys/a/b/rrpc/request/+');
  await expect(subscriptions).toContainText('Synchronous call (RRPC)');
});

test('the whole form is in sight in a small window', async ({ app }) => {
  await app.page.setViewportSize({ width: 1024, height: 700 });
  const { field, button } = await tryPlatform(app.page);
  for (const part of [field('Times'), field('Jitter (ms)'), button('Start repeating')])
    await expect(part).toBeInViewport({ ratio: 1 });
});

test('kinds of message fill the form, and bytes go out as bytes', async ({ app }) => {
  const { screen, field, button } = await tryPlatform(app.page);
  await field('Message').selectOption('Time (NTP)');
  await expect(field('Topic')).toHaveValue(/^\/ext\/ntp\/[a-z0-9]+\/demo-device\/request$/);
  await expect(field('QoS')).toHaveValue('0');
  await field('Message').selectOption('Raw bytes');
  await expect(field('QoS')).toHaveValue('1');
  await field('Payload').fill('00 ff 1');
  await expect(screen.publish).toContainText('a byte has two digits');
  await field('Payload').fill('00 ff 10');
  await button('Publish').click();
  await screen.row('up_raw').first().click();
  await expect(screen.details.getByRole('region', { name: 'Bytes' })).toContainText(/00\s*ff\s*10/);
  await field('Topic').fill('something/else');
  await expect(field('Message')).toHaveValue('');
});

test('several repeats run at once and are stopped one by one or together', async ({ app }) => {
  const { publish, field, button } = await tryPlatform(app.page);
  await field('Repeat every (s)').fill('0.3');
  for (let started = 1; started <= 3; started += 1) {
    await button('Start repeating').click();
    await expect(button('Stop')).toHaveCount(started);
  }
  await button('Stop').first().click();
  await expect(button('Stop')).toHaveCount(2);
  await button('Stop all').click();
  await expect(button('Stop')).toHaveCount(0);
  await expect(publish).not.toContainText('Being repeated');
});

test.describe('saved messages', () => {
  test('are there after a restart, for their device or for every one', async ({ app }) => {
    let { field, button } = await tryPlatform(app.page);
    const name = () => app.page.getByLabel('Save as', { exact: true });
    const save = () => app.page.getByRole('button', { name: 'Save', exact: true });
    await field('Payload').fill('mine');
    await button('Saved messages').click();
    await name().fill('only here');
    await save().click();
    await expect(name()).toHaveValue('');
    await name().fill('everywhere');
    await app.page.getByLabel('For all devices').check();
    await save().click();
    await expect(app.page.getByRole('button', { name: /^everywhere/ })).toContainText(
      /productKey.*deviceName.*thing.event.property.post/,
    );

    await app.restart();
    const again = screenOf(app.page);
    await again.connect('demo-device');
    await expect(again.state).toContainText('CONNECTED');
    ({ field, button } = {
      field: (label: string) => again.publish.getByLabel(label, { exact: true }),
      button: (label: string) => again.publish.getByRole('button', { name: label, exact: true }),
    });
    await expect(field('Payload')).not.toHaveValue('mine');
    await button('Saved messages').click();
    await app.page.getByRole('button', { name: /^everywhere/ }).click();
    await expect(field('Payload')).toHaveValue('mine');
    await expect(field('Topic')).toHaveValue(/^\/sys\/[a-z0-9]+\/demo-device\/thing/);
    await button('Saved messages').click();
    await app.page.getByRole('button', { name: 'Delete everywhere' }).click();
    await expect(app.page.getByRole('button', { name: /^everywhere/ })).toHaveCount(0);
    await expect(app.page.getByRole('button', { name: /^only here/ })).toBeVisible();
  });

  test('that cannot be read are kept aside and said', async ({ app }) => {
    writeFileSync(join(app.dataDir, 'messages.json'), 'not JSON');
    await app.restart();
    await expect(app.page.getByText(/file of saved messages could not be read/)).toBeVisible();
  });
});

test('axe finds nothing in the form, its list of topics and its saved messages', async ({
  app,
}) => {
  const { page } = app;
  const { field, button, options } = await tryPlatform(page);
  const form = page.getByRole('form', { name: 'Publish' });
  await field('Topic').fill('/a1foreign/other/user/get');
  await field('QoS').selectOption('2');
  await field('Payload').fill('{{nope}}');
  expect(await axeFindings(form)).toEqual([]);
  await field('Message').selectOption('Property post');
  await button('Preview').click();
  expect(await axeFindings(form)).toEqual([]);
  await field('Topic').click();
  await expect(options.first()).toBeVisible();
  // Lists open beside the form.
  expect(await axeFindings(page)).toEqual([]);
  await field('Topic').press('Escape');
  await button('Saved messages').click();
  await page.getByLabel('Save as', { exact: true }).fill('one');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Delete one' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});
