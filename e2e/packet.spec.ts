import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { MqttClient } from 'mqtt';
import { axeFindings } from './support/axe-findings.ts';
import { packetOf, receiveFrom, startReceiving } from './support/packet-details.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test.describe('on a broker', () => {
  let client: MqttClient;

  test.beforeEach(async ({ app, mosquitto }) => {
    client = await startReceiving(app.page, mosquitto.port);
  });
  test.afterEach(() => client.endAsync());

  const receive = (page: Page, topic: string, payload: string | Buffer) =>
    receiveFrom(client, page, topic, payload);

  test('a field marks its bytes, and bytes that are selected find their field', async ({ app }) => {
    const { page } = app;
    const { details, field, fields, bytes, dump, marked } = packetOf(page);
    await receive(page, 't/a', 'hello');
    await field(/^Topic Name/).hover();
    await expect.poll(marked).toEqual([2, 3, 4, 5, 6]);
    await field(/^Payload/).click();
    await expect.poll(marked).toEqual([7, 8, 9, 10, 11]);

    await bytes.getByRole('gridcell', { name: '61', exact: true }).click();
    await expect(field(/^Topic Name/)).toHaveAttribute('aria-selected', 'true');
    await bytes.locator('[role="gridcell"][data-at="2"]').click();
    await expect(field(/^Length/)).toHaveAttribute('aria-selected', 'true');
    await expect(bytes).toContainText('0x0002 · 1 byte · 0x00 = 0 = 0b00000000');
    await dump.press('Shift+ArrowRight');
    await expect(bytes).toContainText('0x0002–0x0003 · 2 bytes · 0x0003 = 3');
    await dump.press('Shift+ArrowRight');
    await expect(field(/^Topic Name/)).toHaveAttribute('aria-selected', 'true');
    await dump.press('Control+Home');
    await expect(field(/^Control Packet Type and flags/)).toHaveAttribute('aria-selected', 'true');
    await expect(dump).toHaveAttribute('aria-activedescendant', /-0$/);
    await expect(fields).toBeVisible();
    await expect(details).toContainText('received');
  });

  test('a dump that was scrolled away from the selected byte stays where it is', async ({
    app,
  }) => {
    const { page } = app;
    const { bytes, dump, field, marked } = packetOf(page);
    await receive(page, 't/long', 'x'.repeat(5000));
    await bytes.locator('[role="gridcell"][data-at="1"]').click();
    await dump.hover();
    await page.mouse.wheel(0, 100_000);
    const last = bytes.locator('[role="gridcell"][data-at="5008"]');
    await expect(last).toBeVisible();
    // Between the digits and the text there is no byte to point at.
    const box = (await last.boundingBox()) ?? { x: 0, y: 0, height: 0 };
    await page.mouse.move(box.x - 4, box.y + 2 * box.height);
    await last.click();
    await expect(bytes).toContainText('0x1390 · 1 byte');
    // A field still brings its bytes into sight.
    await field(/^Topic Name/).hover();
    await expect.poll(marked).toContain(4);
  });

  test('a field is copied and filtered for from its menu, by pointer and by keyboard', async ({
    app,
  }) => {
    const { page } = app;
    const screen = screenOf(page);
    const { details, field } = packetOf(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await receive(page, 't/a', 'hello');
    await field(/^Topic Name/).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Copy name and value' }).click();
    await expect(details.getByText('Copied', { exact: true })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Topic Name: t/a');
    await expect(field(/^Topic Name/)).toBeFocused();
    await page.keyboard.press('Shift+F10');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'topic:t/a', exact: true }).click();
    await expect.poll(screen.types).toEqual(['PUBLISH']);
    await field(/^Fixed header/).click({ button: 'right' });
    await page.getByRole('menuitem', { name: '-type:publish', exact: true }).click();
    await expect(page.getByRole('searchbox', { name: 'Filter packets' })).toHaveValue(
      'topic:t/a -type:publish',
    );
  });

  test('a payload is shown in the form that says most of it', async ({ app }) => {
    const { page } = app;
    const { payload, tab } = packetOf(page);
    await receive(page, 't/json', '{"temperature":21.5}');
    await expect(tab('JSON')).toHaveAttribute('aria-selected', 'true');
    await receive(page, 't/cbor', Buffer.from('a26174fb4035800000000000626964430102ff', 'hex'));
    await expect(tab('CBOR')).toHaveAttribute('aria-selected', 'true');
    await expect(payload).toContainText('"id": h\'0102ff\'');
    await receive(page, 't/gzip', gzipSync('{"unpacked":true}'));
    await expect(tab('JSON')).toHaveAttribute('aria-selected', 'true');
    await expect(payload).toContainText('"unpacked": true');
    await payload.getByRole('checkbox', { name: 'Inflate gzip' }).uncheck();
    await expect(tab('Hex')).toHaveAttribute('aria-selected', 'true');
    await payload.getByRole('checkbox', { name: 'Inflate gzip' }).check();

    await receive(page, 't/base64', Buffer.from('{"hidden":"in Base64"}').toString('base64'));
    await expect(tab('Text')).toHaveAttribute('aria-selected', 'true');
    await payload.getByRole('checkbox', { name: 'Decode Base64' }).check();
    await expect(payload).toContainText('"hidden": "in Base64"');
    await payload.getByRole('checkbox', { name: 'Decode Base64' }).uncheck();

    const gif = 'R0lGODlhAgACAIAAAP8AAAAA/yH5BAAAAAAALAAAAAACAAIAAAIDRAJZADs=';
    await receive(page, 't/gif', Buffer.from(gif, 'base64'));
    await expect(tab('Image')).toHaveAttribute('aria-selected', 'true');
    await expect(payload).toContainText('GIF · 2 × 2');
    expect(await axeFindings(screenOf(page).details)).toEqual([]);
  });

  test('text is read in the encoding that was chosen', async ({ app }) => {
    const { page } = app;
    const { payload, tab } = packetOf(page);
    await receive(page, 't/gbk', Buffer.from([0x22, 0xce, 0xc2, 0xb6, 0xc8, 0x22]));
    await tab('Text').click();
    await expect(payload).toContainText('Not valid UTF-8');
    await payload.getByLabel('Text encoding').selectOption('GBK / GB18030');
    await expect(payload.getByRole('textbox', { name: 'Message as text' })).toContainText('温度');
    await tab('JSON').click();
    await expect(payload.getByRole('textbox', { name: 'Message as JSON' })).toContainText('"温度"');
  });

  test('JSON is searched where it stands, and the value at the cursor has a path', async ({
    app,
  }) => {
    const { page } = app;
    const { payload } = packetOf(page);
    await receive(page, 't/json', '{"time":1763800000123,"params":{"list":[1,{"on":true}]}}');
    const viewer = payload.getByRole('textbox', { name: 'Message as JSON' });
    await expect(viewer).toContainText('2025');
    await viewer.getByText('true').click();
    await expect(payload).toContainText('$.params.list[1].on');
    await expect(payload.getByRole('button', { name: 'Copy path' })).toBeVisible();
    await viewer.getByText('true').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Copy value' })).toBeVisible();
    await page.keyboard.press('Escape');
    await viewer.press('Control+f');
    await expect(payload.getByRole('textbox', { name: 'Find' })).toBeFocused();
  });

  test('what changed since the message before on the topic is listed, and leads there', async ({
    app,
  }) => {
    const { page } = app;
    const { details, payload, tab } = packetOf(page);
    await receive(page, 't/state', '{"id":1,"params":{"t":21,"gone":true}}');
    await tab('Changes').click();
    await expect(payload).toContainText('No message came before this one on its topic');
    await client.publishAsync('t/other', 'between');
    await receive(page, 't/state', '{"id":2,"params":{"t":21,"fresh":null}}');
    await expect(payload.getByRole('listitem')).toHaveText([
      'changed$.id1 → 2',
      'added$.params.freshnull',
      'removed$.params.gonetrue',
    ]);
    expect(await axeFindings(screenOf(page).details)).toEqual([]);
    await receive(page, 't/state', 'off');
    await expect(tab('Changes')).toHaveAttribute('aria-selected', 'true');
    await expect(payload.getByRole('textbox', { name: 'Message with its changes' })).toContainText(
      'off',
    );
    await payload.getByRole('button', { name: /^Since #/ }).click();
    await expect(payload.getByRole('listitem').first()).toContainText('$.id');
    await details.getByRole('button', { name: /^previous on this topic/ }).click();
    await expect(tab('JSON')).toHaveAttribute('aria-selected', 'true');
  });

  test('the largest packet is walked through to its end', async ({ app }) => {
    const { page } = app;
    const { bytes, dump, field, payload } = packetOf(page);
    await receive(page, 't/big', `{"x":"${'a'.repeat(3_000_000)}"}`);
    await expect(payload).toContainText('first 1.0 MB of 3.0 MB shown');
    await dump.press('Home');
    await dump.press('Control+End');
    await expect(bytes).toContainText('0x7d = 125');
    await expect(field(/^Payload/)).toHaveAttribute('aria-selected', 'true');
    await payload.getByRole('button', { name: 'Show 3.0 MB' }).click();
    await expect(payload).toContainText('3,000,008 bytes');
    await payload.getByRole('tab', { name: 'JSON' }).click();
    await expect(payload.getByRole('textbox', { name: 'Message as JSON' })).toContainText(
      '"x": "aa',
    );
  });

  test('a packet is copied in several forms', async ({ app, mosquitto }) => {
    const { page } = app;
    const { details, bytes } = packetOf(page);
    await page.evaluate(() => {
      const writeText = async (text: string) => {
        document.body.dataset.copied = text;
      };
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    });
    const copied = () => page.evaluate(() => document.body.dataset.copied);
    const copy = async (button: string, item: string) => {
      await details.getByRole('button', { name: button }).click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    };
    await receive(page, 't/a', "it's");
    await copy('Copy packet', 'As a mosquitto_pub command, without credentials');
    await expect
      .poll(copied)
      .toBe(`mosquitto_pub -h 127.0.0.1 -p ${mosquitto.port} -t t/a -m 'it'\\''s'`);
    await copy('Copy packet', 'Packet as JSON');
    await expect
      .poll(async () => JSON.parse((await copied()) ?? ''))
      .toMatchObject({
        type: 'PUBLISH',
        topic: 't/a',
        payload: "it's",
      });
    await copy('Copy all bytes', 'As hex');
    await expect.poll(copied).toBe('30 09 00 03 74 2f 61 69 74 27 73');
    await expect(bytes.getByText('Copied', { exact: true })).toBeVisible();
    await expect(bytes.getByText('Copied', { exact: true })).toHaveCount(0);
    await bytes.locator('[role="gridcell"][data-at="4"]').click();
    await copy('Copy selected bytes', 'As C array');
    await expect.poll(copied).toContain('bytes[1] = {\n  0x74,\n}');
  });
});

test('a topic of the platform says what it is for and where it is answered', async ({ app }) => {
  const { page } = app;
  const screen = screenOf(page);
  const { details, field } = packetOf(page);
  await expect(details).toHaveCount(0);
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);
  await expect(details).toContainText('Select a packet');
  await screen.rows.nth(4).click();
  await expect(field(/^Topic Name/)).toContainText(/Report properties, answered on .*post_reply/);
  await details.getByRole('button', { name: /^reply #7 after/ }).click();
  await expect(field(/^Topic Name/)).toContainText('the answer to: Report properties');
  await details.getByRole('button', { name: /^replies to #5 after/ }).click();
  await details.getByRole('button', { name: /^answered by #6 after/ }).click();
  await expect(details).toContainText('#6');
  await details.getByRole('button', { name: 'in this exchange: #7' }).click();
  await expect(field(/^Topic Name/)).toContainText('the answer to: Report properties');

  // The same way by keys, and no further than the exchange goes.
  await screen.timeline.focus();
  const goes = async (key: string, row: number) => {
    await page.keyboard.press(key);
    await expect(details.locator('header').first()).toContainText(`#${row}`);
    await expect(screen.rows.nth(row - 1)).toHaveAttribute('aria-selected', 'true');
  };
  await goes('[', 6);
  await goes('[', 5);
  await goes('[', 5);
  await goes(']', 6);
  await goes(']', 7);
  await goes(']', 7);
});

test('sections fold up, and stay so', async ({ app }) => {
  const screen = screenOf(app.page);
  await app.page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);
  await screen.rows.nth(4).click();
  const { bytes, dump } = packetOf(app.page);
  await expect(dump).toBeVisible();
  await bytes.getByRole('button', { name: 'Bytes', exact: true }).press('Enter');
  await expect(dump).toHaveCount(0);
  await expect(bytes.getByRole('button', { name: 'Bytes', exact: true })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  expect(await axeFindings(screen.details)).toEqual([]);
  // Sizes are written a moment after the last change.
  await expect(async () => {
    await app.page.reload();
    await screen.rows.nth(4).click();
    const title = packetOf(app.page).bytes.getByRole('button', { name: 'Bytes', exact: true });
    await expect(title).toHaveAttribute('aria-expanded', 'false', { timeout: 3_000 });
  }).toPass();
  await expect(packetOf(app.page).dump).toHaveCount(0);
});

test('a section that is opened again has the size it had, also after other packets', async ({
  app,
}) => {
  const screen = screenOf(app.page);
  await app.page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);
  await screen.rows.nth(4).click();
  const { details, fields } = packetOf(app.page);
  const title = details.getByRole('button', { name: 'Fields', exact: true });
  const height = async () => Math.round((await fields.boundingBox())?.height ?? 0);
  await expect(fields).toBeVisible();
  const before = await height();
  await title.click();
  await expect(fields).toHaveCount(0);
  // One without a message has sections of its own.
  await screen.rows.nth(5).click();
  await expect(fields).toBeVisible();
  await screen.rows.nth(4).click();
  await expect(title).toHaveAttribute('aria-expanded', 'false');
  await title.click();
  await expect.poll(height).toBeCloseTo(before, -1);
});
