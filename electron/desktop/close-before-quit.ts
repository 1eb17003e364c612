import type { App } from 'electron';
import type { Host } from '../host/host.ts';

/** Keeps the app from ending before every session is ended and every capture flushed. */
export function closeBeforeQuit(app: App, host: Host): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    host.close().then(
      () => app.exit(0),
      (error: unknown) => {
        console.error(error);
        app.exit(1);
      },
    );
  });
}
