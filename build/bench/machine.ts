import { execFileSync } from 'node:child_process';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import playwright from '../../e2e/playwright.config.ts';
import { mosquittoExecutable } from '../../e2e/support/mosquitto.ts';

/** What the figures were measured on, by name. */
export type Machine = Readonly<Record<string, string>>;

export function describeMachine(): Machine {
  const processors = cpus();
  return {
    processor: `${processors[0]?.model.trim() || 'unknown'}, ${processors.length} cores`,
    memory: `${Math.round(totalmem() / 1024 ** 3)} GiB`,
    system: `${platform()} ${release()}`,
    node: process.version,
    chromium: version(playwright.use?.launchOptions?.executablePath ?? '', ['--version']),
    mosquitto: version(mosquittoExecutable, ['-h']),
    // Above 0.5 or so somebody else is at work, and the figures are worse than they need be.
    'load before': (loadavg()[0] ?? 0).toFixed(2),
  };
}

/** The first line that says a version; some programs say it with an exit code of failure. */
function version(program: string, args: readonly string[]): string {
  let output: string;
  try {
    output = execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
  }
  return output.match(/\d+(\.\d+)+/)?.[0] ?? 'unknown';
}
