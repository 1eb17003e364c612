import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { Cancellable } from './cancellable.ts';
import { chromiumContext, debuggingAddress } from './chromium.ts';
import { WebContents } from './web-contents.ts';

interface Bounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

interface Options extends Bounds {
  readonly webPreferences: { readonly preload: string };
}

/** The app's one window, as the first page of a headless Chromium. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly #bounds: Required<Bounds>;
  readonly #attached: Promise<void>;
  #closing = false;

  constructor({ x = 0, y = 0, width, height, webPreferences }: Options) {
    super();
    const context = chromiumContext();
    const [page] = context.pages();
    if (!page) throw new Error('the stand-in has a single window, and it was closed');
    this.#bounds = { x, y, width, height };
    this.webContents = new WebContents(page);
    this.#attached = this.webContents
      .attach(context, webPreferences.preload)
      .then(() => page.setViewportSize({ width, height }));
    page.on('close', () => this.#closed());
    app.windowOpened(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    await this.#attached;
    await this.webContents.loadURL(url);
    this.emit('ready-to-show');
    process.send?.({ address: debuggingAddress() });
  }

  show(): void {}
  focus(): void {}
  maximize(): void {}
  restore(): void {}
  isMaximized = (): boolean => false;
  isMinimized = (): boolean => false;
  getNormalBounds = (): Required<Bounds> => this.#bounds;

  close(): void {
    if (this.#agreesToClose()) void this.webContents.closePage();
  }

  #agreesToClose(): boolean {
    const event = new Cancellable();
    this.emit('close', event);
    this.#closing = !event.defaultPrevented;
    return this.#closing;
  }

  /** A person may close the page itself: Chromium asks nobody, so the app is told afterwards. */
  #closed(): void {
    if (!this.#closing) this.#agreesToClose();
    this.emit('closed');
    app.windowClosed(this);
  }
}
