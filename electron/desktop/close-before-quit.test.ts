import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, test, vi } from 'vitest';
import { closeBeforeQuit } from './close-before-quit.ts';

/** An app with a host that closes when told to: what `exited` resolves with is the exit code. */
function quittingApp() {
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  const close = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        settle = { resolve, reject };
      }),
  );
  const exit = vi.fn();
  const app = Object.assign(new EventEmitter(), { exit });
  const exited = new Promise<number>((resolve) => exit.mockImplementation(resolve));
  closeBeforeQuit(app as unknown as App, {
    close,
    invoke: vi.fn(),
    subscribe: vi.fn(),
    exportFile: vi.fn(),
  });
  return {
    close,
    exit,
    exited,
    closes: () => settle?.resolve(),
    fails: () => settle?.reject(new Error('disk full')),
    quit() {
      const preventDefault = vi.fn();
      app.emit('will-quit', { preventDefault });
      return preventDefault.mock.calls.length > 0;
    },
  };
}

test('the app ends after its host has, however often it is told to quit', async () => {
  const app = quittingApp();
  expect(app.quit()).toBe(true);
  expect(app.quit()).toBe(true);
  expect(app.close).toHaveBeenCalledOnce();
  expect(app.exit).not.toHaveBeenCalled();
  app.closes();
  expect(await app.exited).toBe(0);
});

test('a host that cannot be closed is said and ends the app with 1', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const app = quittingApp();
  app.quit();
  app.fails();
  expect(await app.exited).toBe(1);
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});
