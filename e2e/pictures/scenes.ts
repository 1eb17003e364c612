import type { Page } from '@playwright/test';
import { screenOf } from '../support/screen.ts';

/** What a picture shows, from an app that has the story among its captures. */
export interface Scene {
  /** Brings it about, in English. */
  play(page: Page): Promise<void>;
  /** Opens what lies over the window, by what is the same in every language: it hides the menu that chooses one. */
  open?(page: Page): Promise<void>;
}

async function trial(page: Page) {
  const screen = screenOf(page);
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await screen.rows.nth(6).waitFor();
  return screen;
}

async function refusal(page: Page) {
  const screen = await trial(page);
  await screen.subscribe('/a1foreign/other/user/get', '1');
  await screen.row('SUBACK').nth(1).waitFor();
  return screen;
}

async function story(page: Page) {
  const screen = screenOf(page);
  await page.getByRole('button', { name: /Open the capture of lamp-01/ }).click();
  await screen.rows.nth(20).waitFor();
  return screen;
}

const showLook = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

const byKey = (key: string) => async (page: Page) => {
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
};

/** Every scene by the name of its pictures. */
export const scenes: Readonly<Record<string, Scene>> = {
  empty: {
    play: (page) => page.getByRole('button', { name: 'Try the local platform' }).waitFor(),
  },
  device: {
    play: (page) => page.getByRole('button', { name: 'Add device' }).first().waitFor(),
    open: async (page) => {
      await page.locator('section footer button').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  session: {
    play: async (page) => {
      const screen = await refusal(page);
      await screen.tool('Publish').click();
      await screen.publish.getByRole('button', { name: 'Publish', exact: true }).click();
      await screen.publish.getByText(/PUBACK after/).waitFor();
      await screen.rows.nth(4).click();
      await screen.details.getByText('temperature').waitFor();
    },
  },
  refused: {
    play: async (page) => {
      const screen = await refusal(page);
      await screen.row('SUBACK').nth(1).click();
      await screen.details.getByText('What to try').waitFor();
    },
  },
  story: {
    play: async (page) => {
      const screen = await story(page);
      await screen.row('Failure (128)').click();
      await screen.details.getByText('What to try').waitFor();
    },
  },
  columns: {
    play: async (page) => {
      const screen = await story(page);
      await screen.row('property/post').first().click();
      const payload = screen.details.getByRole('region', { name: 'Payload' });
      await payload.getByText('21.5', { exact: true }).click();
      await payload.getByRole('button', { name: 'Show as column' }).click();
      await screen.timeline.getByText('21.9', { exact: true }).waitFor();
    },
  },
  ladder: {
    play: async (page) => {
      await story(page);
      await showLook(page, 'Ladder');
      await page.getByRole('grid', { name: 'Ladder' }).getByRole('row').nth(8).click();
    },
  },
  charts: {
    play: async (page) => {
      await story(page);
      await showLook(page, 'Charts');
      await page
        .getByRole('checkbox', { name: /temperature/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Done', exact: true }).click();
      await page.getByRole('slider', { name: 'Chart over time' }).waitFor();
    },
  },
  topics: {
    play: async (page) => {
      await trial(page);
      await showLook(page, 'Topics');
      await page.getByRole('treegrid', { name: 'Topics seen' }).getByRole('row').nth(3).waitFor();
    },
  },
  statistics: {
    play: async (page) => {
      await story(page);
      await showLook(page, 'Statistics');
      await page.getByRole('table', { name: 'Connections' }).waitFor();
    },
  },
  problems: {
    play: async (page) => {
      const screen = await story(page);
      await screen.tool('Problems').click();
      await screen.problem(/not acknowledged/).click();
    },
  },
  subscriptions: {
    play: async (page) => {
      const screen = await refusal(page);
      await screen.subscriptions.getByText('refused (128)').waitFor();
    },
  },
  replies: {
    play: async (page) => {
      const screen = await trial(page);
      await screen.tool('Replies').click();
      await page.getByRole('switch', { name: /Property set/ }).press('Space');
      await page.getByText('Not subscribed to the request.').waitFor();
    },
  },
  platform: {
    play: async (page) => {
      const screen = await trial(page);
      await screen.tool('Platform').click();
      await page.getByRole('region', { name: 'Local platform' }).waitFor();
    },
  },
  palette: { play: async (page) => void (await trial(page)), open: byKey('Control+k') },
  keys: { play: async (page) => void (await trial(page)), open: byKey('Shift+?') },
  preferences: { play: async (page) => void (await trial(page)), open: byKey('Control+,') },
};
