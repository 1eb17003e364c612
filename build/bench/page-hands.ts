import type { Locator, Page } from '@playwright/test';

/** A place on the screen, in CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * The middle of an element, to be looked up before a measurement and clicked during it: to look an
 * element up by its role takes the page longer than what is measured.
 */
export async function placeOf(locator: Locator): Promise<Place> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`there is nothing to click: ${locator}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Clicks where an element was found. */
export const clickAt = (page: Page, { x, y }: Place): Promise<void> => page.mouse.click(x, y);
