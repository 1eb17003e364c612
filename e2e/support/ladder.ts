import type { Page } from '@playwright/test';
import { writeStory } from '../pictures/story.ts';
import { screenOf } from './screen.ts';
import { expect } from './test.ts';

/** The ladder by its names. */
export function ladderOf(page: Page) {
  const grid = page.getByRole('grid', { name: 'Ladder' });
  const rows = grid.getByRole('row');
  return {
    grid,
    rows,
    overview: page.getByRole('slider', { name: 'Session overview' }),
    /** A packet or a band by what a screen reader says of it. */
    cell: (name: RegExp) => grid.getByRole('gridcell', { name }),
    row: (name: RegExp) => rows.filter({ has: page.getByRole('gridcell', { name }) }),
    open: () => page.getByRole('tab', { name: 'Ladder', exact: true }).click(),
    timeline: () => page.getByRole('tab', { name: 'Timeline', exact: true }).click(),
    zoomOut: () => page.getByRole('button', { name: 'Zoom out' }).click(),
    zoomIn: () => page.getByRole('button', { name: 'Zoom in' }).click(),
  };
}

/** The recorded story of a refused subscription, a lost answer and a second device, as a ladder. */
export async function openStory(app: {
  dataDir: string;
  restart(): Promise<void>;
  readonly page: Page;
}) {
  await writeStory(app.dataDir);
  await app.restart();
  const { page } = app;
  await page.getByRole('button', { name: /Open the capture of lamp-01/ }).click();
  const ladder = ladderOf(page);
  await ladder.open();
  await expect(ladder.grid).toBeVisible();
  // They move the lines below them.
  await expect(ladder.cell(/^Connection, /).first()).toBeVisible();
  return { page, screen: screenOf(page), ladder };
}
