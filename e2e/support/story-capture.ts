import type { Page } from '@playwright/test';
import { writeStory } from '../pictures/story.ts';

/** Opens the recorded story of a refused subscription, a lost answer and a second device; answers its page. */
export async function openStoryCapture(app: {
  readonly dataDir: string;
  readonly page: Page;
  restart(): Promise<void>;
}): Promise<Page> {
  await writeStory(app.dataDir);
  await app.restart();
  await app.page.getByRole('button', { name: /Open the capture of lamp-01/ }).click();
  return app.page;
}
