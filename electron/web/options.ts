import { parseOptions, readFolder, readPort } from '../host/command-line/parse-options.ts';

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

const known = {
  web: { type: 'boolean' },
  desktop: { type: 'boolean' },
  port: { type: 'string' },
  'data-dir': { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/**
 * Reads the command line of `npm start`.
 *
 * @throws Error with one line for the user when an option is unknown or its value is wrong
 */
export function readOptions(args: readonly string[]): Options {
  const values = parseOptions(args, known, 'npm start');
  if (values.web && values.desktop) throw new Error('--web and --desktop exclude each other');
  return {
    mode: values.web ? 'web' : values.desktop ? 'desktop' : null,
    port: readPort('--port', values.port) ?? DEFAULT_PORT,
    dataDir: readFolder('--data-dir', values['data-dir']),
    open: !values['no-open'],
    help: values.help ?? false,
  };
}
