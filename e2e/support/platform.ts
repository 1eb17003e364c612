import type { Page } from '@playwright/test';

/** The region "Local platform" of the session in front, and what a person does there. */
export function platformOf(page: Page) {
  const region = page.getByRole('region', { name: 'Local platform', exact: true });
  const part = (name: string) => region.getByRole('tab', { name: new RegExp(`^${name}`) });
  return {
    region,
    part,
    banner: page.getByRole('status', { name: 'The local platform misbehaves:' }),
    outcome: region.getByRole('status', { name: 'Outcome' }),

    async open(name: string) {
      await page.getByRole('tab', { name: /^Platform/ }).click();
      await part(name).click();
    },

    async act(kind: string, fields: Record<string, string> = {}) {
      const form = region.getByRole('form', { name: 'Act as the cloud' });
      await form.getByLabel('Act', { exact: true }).selectOption(kind);
      for (const [label, value] of Object.entries(fields))
        await form.getByLabel(label, { exact: true }).fill(value);
      await form.getByRole('button', { name: 'Send', exact: true }).click();
    },

    async define(suffix: string) {
      const form = region.getByRole('form', { name: 'Define a topic' });
      await form.getByLabel('Topic', { exact: true }).fill(suffix);
      await form.getByRole('button', { name: 'Define' }).click();
      await region.getByRole('row', { name: new RegExp(suffix) }).waitFor();
    },
  };
}
