import { type Browser, chromium, type Page } from '@playwright/test';
import playwright from '../../e2e/playwright.config.ts';
import { launchWeb } from '../../e2e/support/launch-web.ts';

/** The built web mode in Chromium. */
export interface PageApp {
  readonly browser: Browser;
  readonly page: Page;
}

/** Starts web mode on a data folder and opens it as the end-to-end tests do; all ends after `work`. */
export async function withPageApp(
  dataDir: string,
  work: (app: PageApp) => Promise<void>,
): Promise<void> {
  const { launchOptions, viewport } = playwright.use ?? {};
  const browser = await chromium.launch(launchOptions);
  try {
    const app = await launchWeb({ dataDir, browser });
    try {
      if (viewport) await app.page.setViewportSize(viewport);
      await work({ browser, page: app.page });
    } finally {
      await app.close();
    }
  } finally {
    await browser.close();
  }
}
