import type { Page } from '@playwright/test';

/** A task of a thread, as Chromium's traces tell of it (Trace Event Format). */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds that the thread had a core. */
  readonly tdur?: number;
}

const MARK = 'bench-own-time';

/**
 * Milliseconds of the page's own time that its longest task takes while `work` runs. A task is held
 * up, too, while the programs that send to it have the cores; they stand elsewhere as a rule.
 */
export async function longestOwnTime(page: Page, work: () => Promise<unknown>): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page is in no browser');
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await page.evaluate((name) => performance.mark(name), MARK);
  await work();
  const text = (await browser.stopTracing()).toString();
  const { traceEvents } = JSON.parse(text) as { readonly traceEvents: readonly TraceEvent[] };
  const mark = traceEvents.find(({ name }) => name === MARK);
  if (!mark) throw new Error('the trace does not tell the page from others');
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid, ts }) =>
      ph === 'X' && /RunTask/.test(name) && pid === mark.pid && tid === mark.tid && ts >= mark.ts,
  );
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
}
