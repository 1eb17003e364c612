import type { CDPSession, Page } from '@playwright/test';

/** How smoothly a page ran. */
export interface Smoothness {
  /** Milliseconds from each frame to the next. */
  readonly frames: readonly number[];
  /** Milliseconds that each task over 50 ms took (W3C Long Tasks). */
  readonly longTasks: readonly number[];
}

interface Probed {
  benchProbe?: { frames: number[]; longTasks: number[]; stop(): void };
}

/** Measures a page's frames and long tasks while `work` runs. */
export async function measureSmoothness(
  page: Page,
  work: () => Promise<unknown>,
): Promise<Smoothness> {
  await page.evaluate(startProbe);
  await work();
  return page.evaluate(stopProbe);
}

/** Runs in the page. Methods only: tsx marks other functions with a helper that no page has. */
function startProbe(): void {
  const probe = {
    frames: [] as number[],
    longTasks: [] as number[],
    last: 0,
    request: 0,
    observer: new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) probe.longTasks.push(duration);
    }),
    frame(time: number) {
      if (probe.last > 0) probe.frames.push(time - probe.last);
      probe.last = time;
      probe.request = requestAnimationFrame(probe.frame);
    },
    stop() {
      for (const { duration } of probe.observer.takeRecords()) probe.longTasks.push(duration);
      probe.observer.disconnect();
      cancelAnimationFrame(probe.request);
    },
  };
  probe.observer.observe({ type: 'longtask' });
  probe.request = requestAnimationFrame(probe.frame);
  (globalThis as Probed).benchProbe = probe;
}

function stopProbe(): Smoothness {
  const { benchProbe } = globalThis as Probed;
  if (!benchProbe) throw new Error('the page was loaded again while it was measured');
  benchProbe.stop();
  return { frames: benchProbe.frames, longTasks: benchProbe.longTasks };
}

/** Bytes of a page's JavaScript heap that are in use after everything unused is gone. */
export async function heapOf(page: Page): Promise<number> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  // The second round takes what the first one's finalizers let go.
  for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
}
