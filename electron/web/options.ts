import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const DEFAULT_PORT = 8520;

export const help = `Usage: npm start -- [options]

Opens Tricorder's window, or serves web mode where there can be none.

  --web            serve web mode: the same application in a browser on this machine
  --desktop        open the window, or fail where that is not possible
  --port N         web mode's port, ${DEFAULT_PORT} unless given, 0 for any free one
  --data-dir DIR   keep devices and captures in DIR
  --no-open        web mode: do not open a browser
  --help           print this`;

export interface Options {
  /** What was asked for by name; null leaves it to the machine. */
  readonly mode: 'desktop' | 'web' | null;
  /** 0 for any free one. */
  readonly port: number;
  /** Absolute; null for the mode's own place. */
  readonly dataDir: string | null;
  /** Show web mode's address in the user's browser. */
  readonly open: boolean;
  readonly help: boolean;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        web: { type: 'boolean' },
        desktop: { type: 'boolean' },
        port: { type: 'string' },
        'data-dir': { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    // Node explains itself at length; its first sentence names the option.
    const [sentence] = String(error instanceof Error ? error.message : error).split(/\.?\s*\n|\. /);
    throw new Error(`${sentence}; npm start -- --help lists the options`, { cause: error });
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Error(`--port takes a number from 0 to 65535, not "${text}"`);
}

function readDataDir(text: string): string {
  if (text === '') throw new Error('--data-dir takes a folder');
  return resolve(text);
}

/**
 * Reads the command line of `npm start`.
 *
 * @throws Error with one line for the user when an option is unknown or its value is wrong
 */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args);
  if (values.web && values.desktop) throw new Error('--web and --desktop exclude each other');
  return {
    mode: values.web ? 'web' : values.desktop ? 'desktop' : null,
    port: values.port === undefined ? DEFAULT_PORT : readPort(values.port),
    dataDir: values['data-dir'] === undefined ? null : readDataDir(values['data-dir']),
    open: !values['no-open'],
    help: values.help ?? false,
  };
}
