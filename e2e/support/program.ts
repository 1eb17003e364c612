import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../..');

/** A process of the project that a test started, and all that it printed. */
export interface Program {
  readonly stdout: string;
  readonly stderr: string;
  /** Its exit code once it ended and all its output is read; 1 when a signal ended it. */
  readonly exit: Promise<number>;
  /** Waits for a line on stdout; rejects when the program ends without it. */
  line(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Asks it to end, makes it after ten seconds, and answers with its exit code. */
  stop(): Promise<number>;
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((done, reject) => {
    child.on('error', reject);
    child.on('close', (code) => done(code ?? 1));
  });
}

/** Runs Node on a script of the project, such as `out/web/main.js`, with some variables set. */
export function runProgram(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Program {
  const child = spawn(process.execPath, [resolve(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const exit = exitOf(child);
  // A test that is cut short by its time limit must not leave it running.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));

  return {
    get stdout() {
      return stdout;
    },
    get stderr() {
      return stderr;
    },
    exit,
    line(pattern) {
      const ended = exit.then((code) => {
        throw new Error(`${script} ended with ${code} before it printed ${pattern}:\n${stderr}`);
      });
      const printed = new Promise<RegExpMatchArray>((found) => {
        const look = () => {
          const line = stdout
            .split('\n')
            .slice(0, -1)
            .find((text) => pattern.test(text));
          const match = line?.match(pattern);
          if (match) found(match);
        };
        child.stdout.on('data', look);
        look();
      });
      return Promise.race([printed, ended]);
    },
    async stop() {
      child.kill('SIGTERM');
      const patience = new AbortController();
      void sleep(10_000, null, { signal: patience.signal })
        .then(() => child.kill('SIGKILL'))
        .catch(() => {});
      const code = await exit;
      patience.abort();
      return code;
    },
  };
}
