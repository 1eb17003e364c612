import type { Page } from '@playwright/test';

/** The app as a person sees it, through whichever door. */
export interface RunningApp {
  /** The page; another one after a restart. */
  readonly page: Page;
  readonly dataDir: string;
  /** What the program and the page's console said so far. */
  readonly log: string;
  /** Quits and starts again on the same data folder. */
  restart(): Promise<void>;
  close(): Promise<void>;
}
