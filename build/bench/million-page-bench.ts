import type { Page } from '@playwright/test';
import type { Report } from './measurement.ts';
import { CAPTURE_LABEL, type MillionCapture } from './million-capture.ts';
import { withPageApp } from './page-app.ts';
import { firstRowsInPage, type Jump, jumpInPage } from './page-jump.ts';
import { heapOf } from './page-probe.ts';
import { highest, quantile } from './statistics.ts';

const JUMPS = 60;

/** Whether the page says how much of the capture was read so far. */
async function isBeingRead(page: Page): Promise<boolean> {
  const shown = page.getByRole('status', { name: 'Packets shown' });
  return (await shown.textContent())?.includes('%') === true;
}

/** Jumps to a place somewhere in the capture, as the host's bench does, and to one of its ends. */
async function jumpTwice(page: Page, turn: number): Promise<number[]> {
  const thumb = 0.01 + ((turn * 0.618_033_988_75) % 0.98);
  const jumps: Jump[] = [{ thumb }, { key: turn % 2 === 0 ? 'End' : 'Home' }];
  const times: number[] = [];
  for (const jump of jumps) times.push(await jumpInPage(page, jump));
  return times;
}

/** The same million packets in the page: opened by a click, jumped in by scrollbar and keys. */
export async function benchMillionInPage(
  { dataDir }: MillionCapture,
  report: Report,
): Promise<void> {
  await withPageApp(dataDir, async ({ page }) => {
    const entry = page.getByText(CAPTURE_LABEL, { exact: true }).first();
    await entry.waitFor();
    const empty = await heapOf(page);
    const start = performance.now();
    await entry.click();
    await firstRowsInPage(page);
    report('in the page: click to first rows', performance.now() - start, 'ms', ['at most', 2000]);

    // In what was read by then: anywhere in the capture is only possible when all of it was.
    const early: number[] = [];
    for (let turn = 0; await isBeingRead(page); turn += 1) {
      early.push(...(await jumpTwice(page, turn)));
    }
    if (early.length > 0) {
      report('in the page, while it is read: jump to rows, p95', quantile(early, 0.95), 'ms');
    }
    const times: number[] = [];
    for (let turn = 0; turn < JUMPS; turn += 1) times.push(...(await jumpTwice(page, turn)));
    report('in the page: jump to rows, p95', quantile(times, 0.95), 'ms', ['at most', 100]);
    report('in the page: jump to rows, longest', highest(times), 'ms');
    const grown = (await heapOf(page)) - empty;
    report('in the page: JS heap beyond the empty page', grown / 1024 ** 2, 'MB', ['at most', 30]);
  });
}
