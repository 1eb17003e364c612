import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCapture } from './capture-bench.ts';
import { formatResults, resultsAsJson } from './format-results.ts';
import { describeMachine } from './machine.ts';
import { type Measurement, type Part, parts, reportInto } from './measurement.ts';
import { benchMemory, benchMillion } from './million-bench.ts';
import { type MillionCapture, writeMillionCapture } from './million-capture.ts';
import { benchMillionInPage } from './million-page-bench.ts';
import { benchPage } from './page-bench.ts';

const help = `Usage: npm run bench -- [options]

Measures every budget of the design on this machine, in five minutes or so. Needs mosquitto and
Chromium. Ends with 0 whether budgets are met or MISSED, and with 1 when something could not be
measured.

  --only PART   ${parts.join(', ')}; may be given more than once
  --json        print JSON instead of tables
  --help        print this`;

const say = (line: string) => process.stderr.write(`${line}\n`);

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const only = values.only?.map((name) => {
    const part = parts.find((known) => known === name);
    if (part === undefined) throw new Error(`--only takes ${parts.join(', ')}, not "${name}"`);
    return part;
  });
  return { chosen: only ?? parts, json: values.json ?? false, help: values.help ?? false };
}

/** Runs the chosen parts; what one part could not measure does not keep the next from it. */
async function run(chosen: readonly Part[], folder: string): Promise<Measurement[]> {
  const results: Measurement[] = [];
  let million: Promise<MillionCapture> | null = null;
  const capture = (): Promise<MillionCapture> => {
    million ??= writeMillionCapture(join(folder, 'million'));
    return million;
  };
  const benches: Record<Part, (report: ReturnType<typeof reportInto>) => Promise<void>> = {
    memory: async (report) => benchMemory(await capture(), report),
    million: async (report) => {
      await benchMillion(await capture(), report);
      await benchMillionInPage(await capture(), report);
    },
    capture: (report) => benchCapture(folder, report),
    page: (report) => benchPage(folder, report),
  };
  for (const part of parts.filter((name) => chosen.includes(name))) {
    say(`measuring: ${part} …`);
    try {
      await benches[part](reportInto(results, part));
    } catch (error) {
      process.exitCode = 1;
      say(`${part} could not be measured: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  return results;
}

async function main(): Promise<void> {
  const { chosen, json, help: asked } = readOptions();
  if (asked) return console.log(help);
  const folder = mkdtempSync(join(tmpdir(), 'tricorder-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const machine = describeMachine();
  const results = await run(chosen, folder);
  console.log((json ? resultsAsJson : formatResults)(machine, results));
}

await main().catch((error) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
