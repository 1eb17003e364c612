import type { Handlers, Request, Response } from './process-messages.ts';

/** Answers what the bench asks this process; ends it when the bench is gone. */
export function serveProcess(handlers: Handlers): void {
  const respond = (response: Response) => process.send?.(response);
  process.on('message', async ({ id, name, input }: Request) => {
    try {
      respond({ id, value: await handlers[name]?.(input as never) });
    } catch (error) {
      respond({ id, error: error instanceof Error ? (error.stack ?? error.message) : `${error}` });
    }
  });
  process.on('disconnect', () => process.exit(0));
}
