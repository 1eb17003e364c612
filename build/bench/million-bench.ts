import { startProcess } from './bench-process.ts';
import type { Report } from './measurement.ts';
import { COLUMN_FILTER, type MillionCapture, PACKETS, RARE_WORD } from './million-capture.ts';
import type { MillionHost } from './million-host-process.ts';
import { highest, median, quantile } from './statistics.ts';

const JUMPS = 500;
/** How often each is done; the median counts. */
const OPENINGS = 3;
const FILTERINGS = 5;
/** Milliseconds from which on progress must be told. */
const PROGRESS_FROM = 1000;

/** Bytes of index per packet, in a host that has nothing else open. */
export async function benchMemory(capture: MillionCapture, report: Report): Promise<void> {
  await withHost(capture, async ({ ask }) => {
    const { indexBytes, heapBytes } = await ask('open', null);
    report('index, columns', indexBytes / PACKETS, 'bytes/packet');
    report('index, all that opening took', (indexBytes + heapBytes) / PACKETS, 'bytes/packet', [
      'at most',
      40,
    ]);
  });
}

/** A million packets in a fresh host: opened, jumped in, filtered. */
export async function benchMillion(capture: MillionCapture, report: Report): Promise<void> {
  const openings: Awaited<ReturnType<MillionHost['open']>>[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    await withHost(capture, async ({ ask }) => {
      openings.push(await ask('open', null));
      if (opening < OPENINGS - 1) return;
      const jumps = await ask('jump', JUMPS);
      const of = (key: 'milliseconds' | 'whole') => median(openings.map((each) => each[key]));
      report('open to first rows', of('milliseconds'), 'ms', ['at most', 2000]);
      report('open to the last row', of('whole'), 'ms');
      report('jump anywhere to rows, p95', quantile(jumps, 0.95), 'ms', ['at most', 100]);
      report('jump anywhere to rows, longest', highest(jumps), 'ms');
      await filter(ask, 'type, direction, topic', COLUMN_FILTER, 200, report);
      await filter(ask, 'payload text', RARE_WORD, 3000, report);
    });
  }
}

type Ask = ReturnType<typeof startProcess<MillionHost>>['ask'];

async function filter(ask: Ask, name: string, text: string, budget: number, report: Report) {
  const runs: Awaited<ReturnType<MillionHost['filter']>>[] = [];
  for (let run = 0; run < FILTERINGS; run += 1) runs.push(await ask('filter', text));
  const of = (key: 'milliseconds' | 'tellings' | 'longest') => median(runs.map((run) => run[key]));
  report(`filter by ${name}`, of('milliseconds'), 'ms', ['at most', budget]);
  report(`filter by ${name}: rows found`, runs[0]?.total ?? 0, 'rows');
  const progress = `filter by ${name}: times progress was told`;
  // The last of them tells that it is over.
  if (budget < PROGRESS_FROM) report(progress, of('tellings'), '');
  else report(progress, of('tellings'), '', ['at least', 2]);
  report(`filter by ${name}: longest the host was busy at a stretch`, of('longest'), 'ms');
}

async function withHost(
  { dataDir, captureId }: MillionCapture,
  work: (host: ReturnType<typeof startProcess<MillionHost>>) => Promise<void>,
): Promise<void> {
  const host = startProcess<MillionHost>('million-host-process.ts');
  try {
    await host.ask('start', { dataDir, captureId });
    await work(host);
    await host.ask('finish', null);
  } finally {
    await host.end();
  }
}
