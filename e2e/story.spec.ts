import { writeStory } from './pictures/story.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test('a recorded session tells of its refused subscription, its lost answer and its second device', async ({
  app,
}) => {
  await writeStory(app.dataDir);
  await app.restart();
  const { page } = app;
  const screen = screenOf(page);
  await page.getByRole('button', { name: /Open the capture of lamp-01/ }).click();
  await expect(screen.timeline).toHaveAttribute('aria-rowcount', '31');
  const problems = page.getByRole('region', { name: 'Problems', exact: true });
  await expect(problems).toContainText('the topic is not defined for the product (code 128)');
  await expect(problems).toContainText('A QoS 1 message was not acknowledged.');
  await expect(problems).toContainText('the same device connected elsewhere');

  await screen.row('unanswered').first().click();
  await expect(screen.details).toContainText('A QoS 1 message was not acknowledged.');
});
