import type { Page } from '@playwright/test';
import type { Report } from './measurement.ts';
import { measureSmoothness } from './page-probe.ts';
import { reportSmoothness } from './report-smoothness.ts';

const SECONDS = 8;
/** A flood in front of what is loaded and compiled at first use is no matter of the rate. */
const WARM_SECONDS = 2;
/** Topics that the messages come on in turn: every one of them is in the tree and in the list of values. */
const TOPICS = 1000;

/**
 * Ladder, Charts, Topics and Statistics, each in front while a thousand topics are published to.
 *
 * @param send floods at `rate` for so many seconds, to so many topics in turn
 */
export async function benchLooks(
  page: Page,
  rate: number,
  send: (seconds: number, topics: number) => Promise<unknown>,
  report: Report,
): Promise<void> {
  const looks = {
    Ladder: async () => {},
    Charts: () => chooseValue(page),
    Topics: async () => {},
    Statistics: async () => {},
  };
  for (const [look, begin] of Object.entries(looks)) {
    await page.getByRole('tab', { name: look, exact: true }).click();
    await send(WARM_SECONDS, TOPICS);
    await begin();
    const smoothness = await measureSmoothness(page, () => send(SECONDS, TOPICS));
    reportSmoothness(`${look} at ${rate.toLocaleString('en')}/s`, smoothness, true, report);
  }
}

/** Draws the first value of the list. */
const chooseValue = (page: Page) =>
  page
    .getByRole('checkbox', { name: /temperature/ })
    .first()
    .click();
