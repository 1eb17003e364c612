import type { CommandInput, CommandOutput } from '../../shared/contract/commands.ts';
import type { EventPayload } from '../../shared/contract/events.ts';
import { type BenchHost, openBenchHost } from './bench-host.ts';
import { PACKETS } from './million-capture.ts';
import { serveProcess } from './serve-process.ts';

/** Rows that fill a window, and a page of the timeline. */
const ROWS = 100;

/** Times in milliseconds. */
interface Opening {
  readonly milliseconds: number;
  readonly whole: number;
  readonly indexBytes: number;
  readonly heapBytes: number;
}

let host: BenchHost;
let captureId = '';
let viewId = '';

const handlers = {
  async start(input: { dataDir: string; captureId: string }): Promise<void> {
    ({ captureId } = input);
    host = await openBenchHost(input.dataDir);
  },
  /** Milliseconds until the first rows of the capture are there, and all of them; what its index holds. */
  async open(_: null): Promise<Opening> {
    const before = memory();
    const start = performance.now();
    const view = await host.ask('view.open', { captureId });
    await host.ask('view.rows', { viewId: view.viewId, start: 0, count: ROWS });
    const milliseconds = performance.now() - start;
    ({ viewId } = view);
    // Is answered when all packets were read.
    await host.ask('packet.exchange', { captureId, row: 0 });
    const whole = performance.now() - start;
    const { total } = await host.ask('view.rows', { viewId, start: 0, count: 1 });
    if (total !== PACKETS) throw new Error(`${total} packets were found`);
    const after = memory();
    return {
      milliseconds,
      whole,
      indexBytes: after.arrayBuffers - before.arrayBuffers,
      heapBytes: after.heapUsed - before.heapUsed,
    };
  },
  /** Milliseconds to the rows at each of many places all over the capture. */
  async jump(jumps: number): Promise<number[]> {
    const times: number[] = [];
    for (let jump = 0; jump < jumps; jump += 1) {
      // The golden ratio spreads the places evenly, whatever their number.
      const place = Math.floor(((jump * 0.618_033_988_75) % 1) * (PACKETS - ROWS));
      const start = performance.now();
      const { rows } = await host.ask('view.rows', { viewId, start: place, count: ROWS });
      JSON.stringify(rows);
      times.push(performance.now() - start);
      if (rows[0]?.row !== place) throw new Error(`row ${rows[0]?.row} came instead of ${place}`);
    }
    return times;
  },
  /** Milliseconds until a filter has looked at everything, and what the page was told meanwhile. */
  async filter(filter: string) {
    const start = performance.now();
    let tellings = 0;
    let longest = 0;
    let last = start;
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const view = await openFiltered({ captureId, filter });
    try {
      const result = await new Promise<{ total: number }>((done, fail) => {
        const look = (grew: Pick<Grew, 'total' | 'search'>) => {
          if (grew.search?.error) fail(new Error(grew.search.error));
          if (grew.search?.searched === PACKETS) done(grew);
        };
        look(view);
        host.onGrew = (grew) => {
          if (grew.viewId !== view.viewId) return;
          tellings += 1;
          look(grew);
        };
      });
      return { milliseconds: performance.now() - start, total: result.total, tellings, longest };
    } finally {
      clearInterval(timer);
      host.onGrew = null;
      await host.ask('view.close', { viewId: view.viewId });
    }
  },
  async finish(_: null): Promise<void> {
    await host.close();
  },
};
export type MillionHost = typeof handlers;
serveProcess(handlers);

type Grew = EventPayload<'view.grew'>;

const openFiltered = (input: CommandInput<'view.open'>): Promise<CommandOutput<'view.open'>> =>
  host.ask('view.open', input);

/** What is in use after everything unused is gone. */
function memory(): NodeJS.MemoryUsage {
  for (let turn = 0; turn < 3; turn += 1) globalThis.gc?.();
  return process.memoryUsage();
}
