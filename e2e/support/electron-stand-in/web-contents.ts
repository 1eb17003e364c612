import { EventEmitter } from 'node:events';
import type { BrowserContext, Frame, Page, Request as PageRequest, Route } from '@playwright/test';
import { fromChromium, toChromium } from './addresses.ts';
import { Cancellable } from './cancellable.ts';
import { invokeHandler } from './ipc-main.ts';
import { DELIVER_FUNCTION, INVOKE_BINDING, OPEN_BINDING, preloadScript } from './preload-script.ts';
import { answerRequest } from './protocol.ts';

class StandInFrame {
  readonly #frame: Frame;

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  get url(): string {
    return fromChromium(this.#frame.url());
  }
}

class NavigationEvent extends Cancellable {
  readonly url: string;
  readonly isMainFrame: boolean;

  constructor(url: string, isMainFrame: boolean) {
    super();
    this.url = url;
    this.isMainFrame = isMainFrame;
  }
}

/** The frame that a navigation is for; null for a window that is just being opened. */
function ownFrame(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

type WindowOpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** The contents of the stand-in's one window: one page of Chromium, and all that it asks for. */
export class WebContents extends EventEmitter {
  readonly #page: Page;
  readonly #frames = new WeakMap<Frame, StandInFrame>();
  #loading = '';
  #opened = false;
  #onWindowOpen: WindowOpenHandler = () => ({ action: 'allow' });

  constructor(page: Page) {
    super();
    this.#page = page;
  }

  /** Puts the app between the page and everything it asks for. */
  async attach(context: BrowserContext, preload: string): Promise<void> {
    await context.exposeBinding(INVOKE_BINDING, ({ frame }, channel: string, ...args: unknown[]) =>
      invokeHandler({ sender: this, senderFrame: this.#frameOf(frame) }, channel, args),
    );
    await context.exposeBinding(OPEN_BINDING, (_source, url: string) => this.#mayOpen(url));
    await context.addInitScript({ content: preloadScript(preload) });
    await context.route('**/*', (route) => this.#answer(route));
    context.on('page', (popup) => {
      if (!this.#opened) void popup.close();
    });
  }

  get mainFrame(): StandInFrame {
    return this.#frameOf(this.#page.mainFrame());
  }

  isDestroyed(): boolean {
    return this.#page.isClosed();
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#onWindowOpen = handler;
  }

  /** As on Electron, what is sent while no page is there to hear it is lost. */
  send(...message: unknown[]): void {
    const script = `window.${DELIVER_FUNCTION}?.(${JSON.stringify(message)})`;
    this.#page.evaluate(script).catch(() => {});
  }

  async loadURL(url: string): Promise<void> {
    this.#loading = url;
    await this.#page.goto(toChromium(url));
    this.emit('did-finish-load');
  }

  /** For the stand-in's window. */
  async closePage(): Promise<void> {
    await this.#page.close();
  }

  #frameOf(frame: Frame): StandInFrame {
    const known = this.#frames.get(frame) ?? new StandInFrame(frame);
    this.#frames.set(frame, known);
    return known;
  }

  /** Navigations that the app itself started are not asked about, as on Electron. */
  #mayNavigate(url: string, frame: Frame): boolean {
    const isMainFrame = frame === this.#page.mainFrame();
    if (isMainFrame && url === this.#loading) {
      this.#loading = '';
      return true;
    }
    const event = new NavigationEvent(url, isMainFrame);
    this.emit('will-frame-navigate', event);
    return !event.defaultPrevented;
  }

  async #answer(route: Route): Promise<void> {
    const asked = route.request();
    const url = fromChromium(asked.url());
    if (asked.isNavigationRequest()) {
      const frame = ownFrame(asked);
      if (!frame && !this.#mayOpen(url)) return route.abort('aborted');
      if (frame && !this.#mayNavigate(url, frame)) return route.abort('aborted');
    }
    const body = asked.postDataBuffer();
    const answer = await answerRequest(
      new Request(url, {
        method: asked.method(),
        headers: asked.headers(),
        ...(body && { body: new Uint8Array(body) }),
      }),
    );
    if (!answer) return route.abort('internetdisconnected');
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  }

  /** What the app lets open stays open, as a page without an app behind it. */
  #mayOpen(url: string): boolean {
    this.#opened = this.#onWindowOpen({ url }).action === 'allow';
    return this.#opened;
  }
}
