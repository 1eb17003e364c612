type Handler = (event: unknown, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
};

/** Calls the handler as `ipcRenderer.invoke` in a page would. */
export async function invokeHandler(
  event: { readonly sender: unknown; readonly senderFrame: unknown },
  channel: string,
  args: readonly unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  return handler(event, ...args);
}
