import type { Page } from '@playwright/test';
import { screenOf } from './screen.ts';
import { openStoryCapture } from './story-capture.ts';
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

/** The recorded story as a ladder. */
export async function openStory(app: Parameters<typeof openStoryCapture>[0]) {
  const page = await openStoryCapture(app);
  const ladder = ladderOf(page);
  await ladder.open();
  await expect(ladder.grid).toBeVisible();
  // They move the lines below them.
  await expect(ladder.cell(/^Connection, /).first()).toBeVisible();
  return { page, screen: screenOf(page), ladder };
}
