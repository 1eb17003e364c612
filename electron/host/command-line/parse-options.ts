import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

type KnownOptions = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** The options that were given. */
type Values<K extends KnownOptions> = {
  readonly [Name in keyof K]?: K[Name]['type'] extends 'string' ? string : boolean;
};

/**
 * The options of a command line.
 *
 * @param command how the user runs it, for the hint at its help
 * @throws Error with one line for the user when an option is unknown or lacks its value
 */
export function parseOptions<const K extends KnownOptions>(
  args: readonly string[],
  options: K,
  command: string,
): Values<K> {
  try {
    return parseArgs({ args: [...args], options }).values as Values<K>;
  } catch (error) {
    // Node explains itself at length; its first sentence names the option.
    const [sentence] = String(error instanceof Error ? error.message : error).split(/\.?\s*\n|\. /);
    throw new Error(`${sentence}; ${command} -- --help lists the options`, { cause: error });
  }
}

/** A port; null when the option was not given. */
export function readPort(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Error(`${option} takes a number from 0 to 65535, not "${text}"`);
}

/** The absolute path of a folder; null when the option was not given. */
export function readFolder(option: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (text === '') throw new Error(`${option} takes a folder`);
  return resolve(text);
}
