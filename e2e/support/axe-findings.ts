import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

const MARK = 'data-axe';

/**
 * What axe finds on the page or in a part of it, a line each: all rules in the light theme, and in
 * the dark one what a theme changes, which is contrast.
 */
export async function axeFindings(where: Page | Locator): Promise<string[]> {
  const part = 'page' in where ? where : null;
  const page = part?.page() ?? (where as Page);
  await part?.evaluate((element, name) => element.setAttribute(name, ''), MARK);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Legacy mode opens no second page, which the desktop's window is not made for.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (part) axe.include(`[${MARK}]`);
    if (colorScheme === 'dark') axe.withRules('color-contrast');
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations) {
      found.push(...nodes.map(({ target }) => `${colorScheme}: ${id}: ${target.join(' ')}`));
    }
  }
  await part?.evaluate((element, name) => element.removeAttribute(name), MARK);
  return found;
}
