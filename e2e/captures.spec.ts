import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import type { Mosquitto } from './support/mosquitto.ts';
import type { RunningApp } from './support/running-app.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

const SECRET = 'tell nobody';
const PASSWORD = 'a password';

const pastOf = (page: Page) => page.getByRole('region', { name: 'Past captures' });

async function chooseFrom(page: Page, name: RegExp, item: string) {
  await page.getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** What the menus call each format. */
const items = {
  pcapng: 'Export for Wireshark (pcapng)',
  jsonl: 'Export as JSON lines',
  csv: 'Export as CSV',
} as const;
type Extension = keyof typeof items;

/** Begins an export and answers with what is saved; only web mode has downloads to wait for. */
async function exported(
  page: Page,
  extension: Extension,
  begin: (item: string) => Promise<void>,
): Promise<Buffer> {
  const isWeb = test.info().project.name === 'web';
  const download = isWeb ? page.waitForEvent('download') : null;
  await begin(items[extension]);
  // By its file's name: an earlier export's link is there before this one's.
  const again = page
    .getByRole('link', { name: 'Download again' })
    .and(page.locator(`[download$=".${extension}"]`));
  await expect(again).toBeVisible();
  const file = await again.evaluate(async (link: HTMLAnchorElement) => {
    const { headers, body } = await fetch(link.href).then(async (answer) => ({
      headers: Object.fromEntries(answer.headers),
      body: [...new Uint8Array(await answer.arrayBuffer())],
    }));
    return { name: link.download, headers, bytes: body };
  });
  expect(file.headers['content-disposition']).toContain(`attachment; filename="${file.name}"`);
  expect(file.headers['x-content-type-options']).toBe('nosniff');
  expect(Number(file.headers['content-length'])).toBe(file.bytes.length);
  expect((await download)?.suggestedFilename() ?? file.name).toBe(file.name);
  return Buffer.from(file.bytes);
}

/** A session of five packets on the local platform, over and closed; the list of captures is shown. */
async function captureSession({ page }: RunningApp): Promise<string[]> {
  const screen = screenOf(page);
  await screen.devices.getByRole('button', { name: 'Add device' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add device' });
  await dialog.getByLabel('Connect to', { exact: true }).selectOption('Local platform');
  await dialog.getByLabel('Product key', { exact: true }).fill('a1B2c3D4e5F');
  await dialog.getByLabel('Device name', { exact: true }).fill('lamp-01');
  await dialog.getByLabel('Device secret', { exact: true }).fill(SECRET);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await screen.connect('lamp-01');
  await expect(screen.state).toContainText('CONNECTED');
  const topic = '/sys/a1B2c3D4e5F/lamp-01/thing/event/property/post';
  await screen.send(topic, '{"id":"1","params":{"temperature":21}}', '1');
  await expect(screen.publish.getByText(/PUBACK after/)).toBeVisible();
  await screen.connection.getByRole('button', { name: 'Disconnect' }).click();
  await expect(screen.row('DISCONNECT')).toHaveCount(1);
  const rows = await screen.rows.allTextContents();
  await page.getByRole('button', { name: 'Close lamp-01' }).click();
  await page.getByRole('button', { name: 'Start page' }).click();
  return rows;
}

test('a capture is renamed, pinned, opened, and deleted only after a question', async ({ app }) => {
  const { page } = app;
  await captureSession(app);
  const past = pastOf(page);
  const menu = /Actions for the capture of lamp/;

  await chooseFrom(page, menu, 'Rename');
  const name = page.getByRole('dialog').getByLabel('Name', { exact: true });
  await expect(name).toBeFocused();
  await name.fill('lamp after the update');
  await name.press('Enter');
  const open = past.getByRole('button', { name: /Open the capture of lamp after the update/ });
  await expect(open).toBeVisible();

  await open.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Pin', exact: true }).click();
  await expect(past.getByRole('img', { name: 'Pinned' })).toBeVisible();

  await app.restart();
  await expect(pastOf(app.page).getByRole('img', { name: 'Pinned' })).toBeVisible();
  const again = app.page;
  await again.getByRole('button', { name: /Open the capture of lamp after the update/ }).click();
  await expect(screenOf(again).row('DISCONNECT')).toHaveCount(1);
  await again.getByRole('button', { name: 'Start page' }).click();

  await chooseFrom(again, menu, 'Delete');
  await again.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(pastOf(again).getByRole('row')).toHaveCount(2);
  await chooseFrom(again, menu, 'Delete');
  await again.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(pastOf(again)).toContainText('Captures appear here');
  await expect(again.getByRole('tab', { name: /lamp/ })).toHaveCount(0);
});

test('each format of an export holds the packets, and nothing that is secret', async ({
  app,
  folder,
}) => {
  const { page } = app;
  const rows = await captureSession(app);
  const save = (extension: Extension) =>
    exported(page, extension, (item) =>
      chooseFrom(page, /Actions for the capture of lamp-01/, item),
    );

  const pcapng = await save('pcapng');
  const path = join(folder, 'exported.pcapng');
  writeFileSync(path, pcapng);
  const args = ['-r', path, '-T', 'fields', '-e', 'mqtt.msgtype', '-e', '_ws.malformed'];
  const dissected = execFileSync('tshark', args, { encoding: 'utf8', stdio: 'pipe' });
  // CONNECT, CONNACK, PUBLISH, PUBACK, DISCONNECT; TCP's own segments have no type.
  expect(dissected.split(/\s+/).filter(Boolean)).toEqual(['1', '2', '3', '4', '14']);

  const jsonl = await save('jsonl');
  const lines = jsonl.toString().trimEnd().split('\n');
  const packets = lines.map((line) => JSON.parse(line));
  const types = ['CONNECT', 'CONNACK', 'PUBLISH', 'PUBACK', 'DISCONNECT'];
  expect(packets.map(({ type }) => type)).toEqual(types);
  expect(JSON.parse(packets[2].payload)).toEqual({ id: '1', params: { temperature: 21 } });
  expect(JSON.stringify(packets[0].fields)).toContain('masked');

  const csv = (await save('csv')).toString();
  expect(csv.split(/\r?\n/)[0]).toMatch(/No\.,.*Time.*Type.*Topic.*Payload,Payload format/i);
  expect(csv).toContain(`,"${packets[2].payload.replaceAll('"', '""')}",text\r\n`);
  expect(csv.trimEnd().split(/\r?\n/)).toHaveLength(rows.length + 1);

  for (const content of [pcapng, jsonl, Buffer.from(csv)]) {
    expect(content.includes(SECRET)).toBe(false);
  }
  // The latest tells how many packets it holds; those before it have left the page.
  await expect(page.getByRole('link', { name: 'Download again' })).toHaveCount(1);
  await expect(page.getByText(/^Exported 5 of 5 packets: lamp-01 .*\.csv, /)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: /^Dismiss .*csv$/ }).click();
  await expect(page.getByRole('link', { name: 'Download again' })).toHaveCount(0);
});

test('what the filter shows and what is bookmarked are exported alone', async ({ app, folder }) => {
  const { page } = app;
  const screen = screenOf(page);
  await captureSession(app);
  await pastOf(page)
    .getByRole('button', { name: /Open the capture of lamp-01/ })
    .click();
  const open = () => page.getByRole('button', { name: 'Export', exact: true }).click();
  const chosen = (name: string) => page.getByRole('menuitemradio', { name, exact: true });
  await open();
  await expect(chosen('All (5)')).toBeChecked();
  await expect(chosen('Shown by the filter (no filter)')).toBeDisabled();
  await expect(chosen('Bookmarked (none)')).toBeDisabled();
  await page.keyboard.press('Escape');

  await page.getByRole('searchbox', { name: 'Filter packets' }).fill('type:publish,puback');
  await expect(screen.rows).toHaveCount(2);
  const csv = await exported(page, 'csv', async (item) => {
    await open();
    await expect(chosen('Shown by the filter (2)')).toBeChecked();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  });
  expect(csv.toString().trimEnd().split('\r\n')).toHaveLength(3);
  await expect(
    page.getByText(/^Exported 2 of 5 packets: lamp-01 .* filtered\.csv, /),
  ).toBeVisible();

  await screen.rows.first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Note of the bookmark' }).click();
  const note = page.getByRole('dialog').getByLabel('Note');
  await note.fill('who sent this?');
  await note.press('Enter');
  const pcapng = await exported(page, 'pcapng', async (item) => {
    await open();
    await chosen('Bookmarked (1)').click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  });
  const path = join(folder, 'bookmarked.pcapng');
  writeFileSync(path, pcapng);
  const args = ['-r', path, '-Y', 'mqtt', '-T', 'fields', '-e', 'mqtt.msgtype', '-e'];
  expect(execFileSync('tshark', [...args, 'frame.comment'], { encoding: 'utf8' })).toBe(
    '3\twho sent this?\n',
  );
});

test.describe('on a broker with a password', () => {
  test.use({ mosquittoUsers: { user: PASSWORD } });

  async function connected(app: RunningApp, mosquitto: Mosquitto) {
    const screen = screenOf(app.page);
    await screen.addBroker('lab', mosquitto.port, { Username: 'user', Password: PASSWORD });
    await screen.connect('lab');
    await expect(screen.state).toContainText('CONNECTED');
  }

  test('a live session is exported from its tab, without the password', async ({
    app,
    mosquitto,
  }) => {
    const { page } = app;
    await connected(app, mosquitto);
    for (const extension of ['pcapng', 'jsonl', 'csv'] as const) {
      const content = await exported(page, extension, (item) => chooseFrom(page, /^Export$/, item));
      expect(content.length).toBeGreaterThan(0);
      expect(content.includes(PASSWORD)).toBe(false);
      await page.getByRole('button', { name: /^Dismiss lab/ }).click();
    }
    await expect(screenOf(page).state).toContainText('CONNECTED');
  });
});

test('an exported capture is imported again with the same packets', async ({ app }) => {
  const { page } = app;
  const rows = await captureSession(app);
  const pcapng = await exported(page, 'pcapng', (item) =>
    chooseFrom(page, /Actions for the capture of lamp-01/, item),
  );

  await page.getByRole('button', { name: 'Import capture…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a capture' });
  const file = { name: 'from elsewhere.pcapng', mimeType: '', buffer: pcapng };
  await dialog.locator('input[type=file]').setInputFiles(file);
  await expect(dialog).toContainText('from elsewhere.pcapng');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('Imported 5 packets of 1 connection.');
  await dialog.getByRole('button', { name: 'Close' }).click();

  const tab = page.getByRole('tab', { name: 'from elsewhere' });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  const screen = screenOf(page);
  await expect(screen.rows).toHaveCount(rows.length);
  await expect.poll(() => screen.rows.allTextContents()).toEqual(rows);
  await page.getByRole('tab', { name: 'Ladder', exact: true }).click();
  await expect(page.getByRole('contentinfo')).toContainText('imported · 5 packets');
  await expect(page.getByRole('contentinfo')).not.toContainText('every packet recorded');
  const ladder = page.getByRole('grid', { name: 'Ladder' });
  const bands = ['Connecting', 'Connected, new session', 'Disconnected at the device’s request'];
  for (const told of bands)
    await expect(
      ladder.getByRole('gridcell', { name: new RegExp(`^Connection, .*, ${told}$`) }),
    ).toHaveCount(1);
  await page.getByRole('button', { name: 'Start page' }).click();
  await expect(pastOf(page).getByRole('img', { name: 'Imported' })).toBeVisible();
});

test('a dropped file without MQTT is refused in plain words, and stays chosen', async ({ app }) => {
  const { page } = app;
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['no capture at all'], 'notes.pcap'));
    return transfer;
  });
  await pastOf(page).dispatchEvent('drop', { dataTransfer: data });
  const dialog = page.getByRole('dialog', { name: 'Import a capture' });
  await expect(dialog).toContainText('notes.pcap');
  const ports = dialog.getByLabel('TCP ports', { exact: true });
  await ports.fill('0');
  await expect(dialog).toContainText('Numbers from 1 to 65535');
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await ports.fill('1883, 8883');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('no pcapng or pcap file');
  await expect(dialog).toContainText('notes.pcap');
  await expect(ports).toHaveValue('1883, 8883');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(pastOf(page)).toContainText('Captures appear here');
});
