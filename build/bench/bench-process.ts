import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Handlers, Request, Response } from './process-messages.ts';

/** Milliseconds that a process may take to end. */
const END_MS = 2000;

/** A process that measures, apart from the bench so that neither costs the other anything. */
export interface BenchProcess<H extends Handlers> {
  ask<K extends keyof H & string>(
    name: K,
    input: Parameters<H[K]>[0],
  ): Promise<Awaited<ReturnType<H[K]>>>;
  end(): Promise<void>;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Starts a script of this folder; it calls `serveProcess` with handlers of the type H. */
export function startProcess<H extends Handlers>(script: string): BenchProcess<H> {
  const child = fork(join(import.meta.dirname, script), {
    execArgv: [...process.execArgv, '--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  child.on('message', (response: Response) => {
    const asked = waiting.get(response.id);
    waiting.delete(response.id);
    if ('error' in response) asked?.reject(new Error(`${script}: ${response.error}`));
    else asked?.resolve(response.value);
  });
  child.on('exit', (code, signal) => {
    for (const { reject } of waiting.values()) {
      reject(new Error(`${script} ended with ${code ?? signal}`));
    }
    waiting.clear();
  });
  return {
    ask(name, input) {
      const request: Request = { id: ++lastId, name, input };
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { resolve: resolve as Waiting['resolve'], reject });
        child.send(request);
      });
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      // It exits when nobody asks any more; in the middle of work it is made to.
      child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), END_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
