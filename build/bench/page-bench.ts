import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { startMosquitto } from '../../e2e/support/mosquitto.ts';
import { screenOf } from '../../e2e/support/screen.ts';
import { type BenchProcess, startProcess } from './bench-process.ts';
import { BROKER_SETTINGS } from './broker-settings.ts';
import type { Report } from './measurement.ts';
import { longestOwnTime } from './own-time.ts';
import { withPageApp } from './page-app.ts';
import { clickAt, type Place, placeOf } from './page-hands.ts';
import { benchLooks } from './page-looks-bench.ts';
import { heapOf, measureSmoothness } from './page-probe.ts';
import type { Publisher } from './publisher-process.ts';
import { reportSmoothness } from './report-smoothness.ts';

/** Packets a second. */
const RATES = [1000, 5000, 20_000] as const;
/** The rate for which there is a budget. */
const FULL_RATE = 20_000;
const SECONDS = 8;
const IDLE_SECONDS = 4;
const TOPIC = 'bench/page';

/** Sends so many messages a second, to so many topics in turn. */
type Send = (
  rate: number,
  seconds: number,
  topics?: number,
) => ReturnType<BenchProcess<Publisher>['ask']>;

/**
 * The page with the timeline following its tail, at rising rates and while it is used, and with each
 * other look in front; beside it the same page at rest, and an empty page on the machine under the
 * same load: what those two miss is not the page's doing.
 */
export async function benchPage(folder: string, report: Report): Promise<void> {
  const brokerFolder = join(folder, 'page-mosquitto');
  mkdirSync(brokerFolder);
  const broker = await startMosquitto({
    folder: brokerFolder,
    users: {},
    settings: BROKER_SETTINGS,
  });
  const publisher = startProcess<Publisher>('publisher-process.ts');
  const send: Send = (rate, seconds, topics = 1) =>
    publisher.ask('flood', {
      port: broker.port,
      topic: TOPIC,
      topics,
      qos: 0,
      count: rate * seconds,
      rate,
      limit: 2 * seconds * 1000,
    });
  try {
    await withPageApp(join(folder, 'page-data'), async ({ page }) => {
      const screen = screenOf(page);
      await screen.addBroker('bench', broker.port);
      await screen.connect('bench');
      await screen.subscribe(`${TOPIC}/#`, '0');
      await screen.row('SUBACK').waitFor();
      const heapBefore = await heapOf(page);

      const idle = await measureSmoothness(page, () => sleep(IDLE_SECONDS * 1000));
      reportSmoothness('at rest', idle, false, report);
      for (const rate of RATES) await following(page, rate, send, report);
      await used(page, send, report);
      await screen.timeline.press('End');
      report(
        'JS heap grown by all these packets',
        megabytes((await heapOf(page)) - heapBefore),
        'MB',
      );
      await benchLooks(
        page,
        FULL_RATE,
        (seconds, topics) => send(FULL_RATE, seconds, topics),
        report,
      );

      await page.goto('about:blank');
      const control = await measureSmoothness(page, () => send(FULL_RATE, IDLE_SECONDS));
      reportSmoothness(`an empty page beside ${format(FULL_RATE)}/s`, control, false, report);
    });
  } finally {
    await publisher.end();
    await broker.stop();
  }
}

async function following(page: Page, rate: number, send: Send, report: Report): Promise<void> {
  const before = await rowCount(page);
  const start = performance.now();
  const smoothness = await measureSmoothness(page, async () => {
    await send(rate, SECONDS);
    while ((await rowCount(page)) < before + rate * SECONDS) await sleep(20);
  });
  const seconds = (performance.now() - start) / 1000;
  const name = `following ${format(rate)}/s`;
  report(`${name}: packets/s that the page showed`, (rate * SECONDS) / seconds, 'packets/s');
  reportSmoothness(name, smoothness, rate === FULL_RATE, report);
}

/**
 * Rows are selected, the timeline is scrolled away from its tail and back, a filter is typed and tabs
 * are switched, while packets come.
 */
async function used(page: Page, send: Send, report: Report): Promise<void> {
  const { timeline, rows } = screenOf(page);
  // What is loaded and compiled at first use is no matter of the rate.
  await rows.nth(3).click();
  await page.getByRole('region', { name: 'Packet details' }).getByRole('tree').waitFor();
  const places = {
    row: await placeOf(rows.nth(3)),
    filter: await placeOf(page.getByRole('searchbox', { name: 'Filter packets' })),
    startPage: await placeOf(page.getByRole('button', { name: 'Start page' })),
    tab: await placeOf(page.getByRole('tab', { name: 'bench' })),
    follow: await placeOf(page.getByRole('button', { name: /follow/i })),
  };
  const use = async () => {
    const sending = send(FULL_RATE, 2 * SECONDS);
    for (let turn = 0; turn < 4; turn += 1) await walk(page, places);
    await sending;
  };
  const name = `in use at ${format(FULL_RATE)}/s`;
  const smoothness = await measureSmoothness(page, use);
  await timeline.waitFor();
  reportSmoothness(name, smoothness, true, report);
  report(`${name}: longest task, the page's own time`, await longestOwnTime(page, use), 'ms');
}

type UsedPlaces = Readonly<Record<'row' | 'filter' | 'startPage' | 'tab' | 'follow', Place>>;

/** All that is done with a session in front, once. */
async function walk(page: Page, places: UsedPlaces): Promise<void> {
  await clickAt(page, places.row);
  for (const key of ['End', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'PageUp', 'PageUp']) {
    await page.keyboard.press(key);
    await sleep(60);
  }
  for (let wheel = 0; wheel < 6; wheel += 1) {
    await page.mouse.wheel(0, -600);
    await sleep(60);
  }
  await page.keyboard.press('Home');
  await sleep(100);
  await clickAt(page, places.filter);
  await page.keyboard.type('topic:bench/# size>10', { delay: 30 });
  await sleep(300);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await sleep(300);
  await clickAt(page, places.startPage);
  await sleep(200);
  await clickAt(page, places.tab);
  await sleep(200);
  await clickAt(page, places.follow);
  await sleep(300);
}

const rowCount = async (page: Page): Promise<number> =>
  Number(await screenOf(page).timeline.getAttribute('aria-rowcount'));

const megabytes = (bytes: number) => bytes / 1024 ** 2;
const format = (count: number) => count.toLocaleString('en');
