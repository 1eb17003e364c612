import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Cancellable } from './cancellable.ts';
import { closeChromium, launchChromium } from './chromium.ts';

const root = resolve(import.meta.dirname, '../../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

interface OpenWindow {
  close(): void;
}

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly #paths = new Map<string, string>();
  readonly #windows = new Set<OpenWindow>();
  #quitting = false;

  /** Ready once Chromium runs, so that a window can be made without waiting. */
  async whenReady(): Promise<void> {
    await launchChromium(this.getPath('sessionData'));
  }

  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`The stand-in has no '${name}': pass --data-dir`);
    return path;
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getVersion = (): string => version;
  getLocale = (): string => 'en-US';
  requestSingleInstanceLock = (): boolean => true;

  quit(): void {
    const event = new Cancellable();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    for (const window of this.#windows) window.close();
    if (this.#windows.size === 0) this.#willQuit();
  }

  exit(code = 0): void {
    void closeChromium().finally(() => process.exit(code));
  }

  /** For the stand-in's windows. */
  windowOpened(window: OpenWindow): void {
    this.#windows.add(window);
  }

  /** For the stand-in's windows. */
  windowClosed(window: OpenWindow): void {
    this.#windows.delete(window);
    if (this.#windows.size > 0) return;
    if (this.#quitting) this.#willQuit();
    else this.emit('window-all-closed');
  }

  #willQuit(): void {
    const event = new Cancellable();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit();
  }
}

export const app = new App();

// The test that started this process is gone: nobody is left to look at the window.
process.on('disconnect', () => app.exit(1));
