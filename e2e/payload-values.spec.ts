import type { Page } from '@playwright/test';
import type { MqttClient } from 'mqtt';
import { axeFindings } from './support/axe-findings.ts';
import { packetOf, receiveFrom, startReceiving } from './support/packet-details.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

let client: MqttClient;

test.beforeEach(async ({ app, mosquitto }) => {
  client = await startReceiving(app.page, mosquitto.port);
});
test.afterEach(() => client.endAsync());

const receive = (page: Page, topic: string, payload: string | Buffer) =>
  receiveFrom(client, page, topic, payload);

test('a message is held against any packet that is chosen, until another is', async ({ app }) => {
  const { page } = app;
  const { timeline } = screenOf(page);
  const { details, payload, tab } = packetOf(page);
  await receive(page, 't/a', '{"v":1}');
  await timeline.press('t');
  await receive(page, 't/b', '{"v":2}');
  await timeline.press('b');
  await tab('Changes').click();
  const against = payload.getByLabel('Compared with');
  const changes = payload.getByRole('listitem');
  await against.selectOption('#5, times are measured from it');
  await expect(changes).toHaveText(['changed$.v1 → 2']);
  await receive(page, 't/c', '{"v":3}');
  await expect(changes).toHaveText(['changed$.v1 → 3']);
  await against.selectOption('#6, bookmarked');
  await expect(changes).toHaveText(['changed$.v2 → 3']);
  await payload.getByRole('button', { name: /^Since #6/ }).click();
  await expect(payload).toContainText('#6 is this packet');

  await against.selectOption('a packet by its number…');
  await expect(payload.getByLabel('Number of the packet to compare with')).toBeFocused();
  await page.keyboard.type('#7');
  await page.keyboard.press('Enter');
  await expect(against).toBeFocused();
  await expect(payload.getByRole('button', { name: /^Against #7, .* after$/ })).toBeVisible();
  await expect(changes).toHaveText(['changed$.v3 → 2']);
  expect(await axeFindings(details)).toEqual([]);
  for (const [number, said] of [
    ['1', 'Packet #1 has no payload to compare with.'],
    ['999', 'There is no packet #999.'],
  ] as const) {
    await against.selectOption('a packet by its number…');
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await expect(payload).toContainText(said);
    await expect(changes).toHaveCount(0);
  }
  await against.selectOption('the message before on this topic');
  await expect(payload).toContainText('No message came before this one on its topic');
});

test('a value of JSON marks its bytes, and bytes that are selected find their value', async ({
  app,
}) => {
  const { page } = app;
  const { payload, bytes, field, marked } = packetOf(page);
  await receive(page, 't/json', '{"n": 12,"s":"温"}');
  const viewer = payload.getByRole('textbox', { name: 'Message as JSON' });
  await viewer.getByText('12', { exact: true }).click();
  await expect.poll(marked).toEqual([16, 17]);
  await expect(field(/^Payload/)).toHaveAttribute('aria-selected', 'true');
  await viewer.getByText('"温"').click();
  await expect.poll(marked).toEqual([23, 24, 25, 26, 27]);
  await field(/^Topic Name/).hover();
  await expect.poll(marked).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);

  await bytes.locator('[role="gridcell"][data-at="17"]').click();
  await expect(payload).toContainText('$.n');
  await expect.poll(marked).toEqual([16, 17]);
  await field(/^Payload/).click();
  await expect.poll(async () => (await marked()).length).toBe(19);
  await receive(page, 't/json', '{"n": 13,"s":"温"}');
  await expect.poll(marked).toEqual([]);
});

test('packets are filtered by a value of JSON, by mouse and by keyboard', async ({ app }) => {
  const { page } = app;
  const { payload } = packetOf(page);
  const { rows } = screenOf(page);
  await receive(page, 't/a', '{"params":{"mode":"night watch","t":1}}');
  await receive(page, 't/b', '{"params":{"mode":"day","t":2}}');
  await receive(page, 't/a', '{"params":{"mode":"night watch","t":3}}');
  const viewer = payload.getByRole('textbox', { name: 'Message as JSON' });
  const filter = page.getByRole('searchbox', { name: 'Filter packets' });
  await viewer.getByText('"night watch"').click();
  await payload.getByRole('button', { name: 'Filter by this value' }).click();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('menuitem', { name: '$.params.mode="night watch"', exact: true }).click();
  await expect(filter).toHaveValue('$.params.mode="night watch"');
  await expect(rows).toHaveCount(2);
  await filter.fill('type:publish');
  await expect(rows).toHaveCount(3);

  await viewer.getByText('3', { exact: true }).click();
  await expect(payload.locator('code')).toHaveText('$.params.t');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: '-$.params.t=3', exact: true }).press('Enter');
  await expect(filter).toHaveValue('type:publish -$.params.t=3');
  await expect(rows).toHaveCount(2);
});
