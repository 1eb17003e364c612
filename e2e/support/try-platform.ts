import { expect, type Page } from '@playwright/test';
import { screenOf } from './screen.ts';

/** The topics that are offered. */
export const suggestions = (page: Page) =>
  page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');

/** A connected demo device with its form. */
export async function tryPlatform(page: Page) {
  const screen = screenOf(page);
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);
  const { publish } = screen;
  const field = (name: string) => publish.getByLabel(name, { exact: true });
  const button = (name: string) => publish.getByRole('button', { name, exact: true });
  const options = suggestions(page);
  return { screen, publish, field, button, options };
}
