import type { Report } from './measurement.ts';
import { CAPTURE_LABEL, type MillionCapture } from './million-capture.ts';
import { withPageApp } from './page-app.ts';
import { firstRowsInPage, type Jump, jumpInPage } from './page-jump.ts';
import { heapOf } from './page-probe.ts';
import { highest, quantile } from './statistics.ts';

const JUMPS = 60;

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

    const times: number[] = [];
    for (let turn = 0; turn < JUMPS; turn += 1) {
      // Places all over the capture, as in the host; each turn ends at one of its ends.
      const thumb = 0.01 + ((turn * 0.618_033_988_75) % 0.98);
      const jumps: Jump[] = [{ thumb }, { key: turn % 2 === 0 ? 'End' : 'Home' }];
      for (const jump of jumps) times.push(await jumpInPage(page, jump));
    }
    report('in the page: jump to rows, p95', quantile(times, 0.95), 'ms', ['at most', 100]);
    report('in the page: jump to rows, longest', highest(times), 'ms');
    const grown = (await heapOf(page)) - empty;
    report('in the page: JS heap beyond the empty page', grown / 1024 ** 2, 'MB', ['at most', 30]);
  });
}
