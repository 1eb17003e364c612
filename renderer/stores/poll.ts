import { AskError, onDoorState } from '../bridge.ts';

/** Whether there is more to ask for at once, after a rest, or never. */
export type PollStep = 'more' | 'rest' | 'done';

/**
 * Asks again and again until the answer is called. A lost door is the whole window's news, and its
 * return asks again; any other failure ends it.
 *
 * @param rest milliseconds
 */
export function poll(
  step: () => Promise<PollStep>,
  rest: number,
  failed: (error: unknown) => void,
): () => void {
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    try {
      const next = await step();
      if (ended || next === 'done') return;
      timer = setTimeout(() => void run(), next === 'more' ? 0 : rest);
    } catch (error) {
      if (ended || (error instanceof AskError && error.code === 'door-closed')) return;
      failed(error);
    }
  }

  const endState = onDoorState((state) => {
    clearTimeout(timer);
    if (state === 'open') void run();
  });
  return () => {
    ended = true;
    clearTimeout(timer);
    endState();
  };
}
