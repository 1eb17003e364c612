import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds without a message after which no more are waited for. */
const SILENCE_MS = 2000;

/** A flood that a receiver shall listen to. */
export interface Listen {
  readonly topic: string;
  readonly qos: 0 | 1;
}

/** What came of a flood. */
export interface Received {
  readonly messages: number;
  /** From the first message to the last. */
  readonly milliseconds: number;
  /** Processor time that the receiving process took for them, in milliseconds. */
  readonly cpu: number;
}

/** Resolves when `progress` reaches `goal`, or moves no more. */
export async function settle(progress: () => number, goal: number): Promise<void> {
  let last = -1;
  let since = performance.now();
  while (progress() < goal && performance.now() - since < SILENCE_MS) {
    if (progress() !== last) since = performance.now();
    last = progress();
    await sleep(20);
  }
}

/** Milliseconds of processor time since `start`, of all threads of this process. */
export function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** What every receiver of floods can be asked. */
export type Receiver = {
  listen(flood: Listen): Promise<void>;
  heard(count: number): Promise<Received>;
};
