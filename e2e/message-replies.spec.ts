import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { expect, test } from './support/test.ts';
import { tryPlatform } from './support/try-platform.ts';

test.describe('the reply to what was sent', () => {
  test('is shown beside the form with its code, its meaning and how long it took', async ({
    app,
  }) => {
    const { publish, field, button } = await tryPlatform(app.page);
    await button('Publish').click();
    await expect(publish).toContainText(/PUBACK after .*200\s*success\s*reply after \d/);
    await field('Payload').fill('{"id":"{{id}}","version":"1.0","params":[]}');
    await button('Publish').click();
    await expect(publish).toContainText(/460\s*parameter wrong/);
    await publish.getByRole('button', { name: 'Show the whole reply' }).click();
    await expect(app.page.locator('pre').filter({ hasText: '"code": 460' })).toBeVisible();
  });

  test('is asked for by subscribing to its topic, and tells how far the clocks are apart', async ({
    app,
  }) => {
    const { publish, field, button } = await tryPlatform(app.page);
    await field('Message').selectOption('Time (NTP)');
    await button('Publish').click();
    await expect(publish).toContainText('The reply’s topic is not subscribed to.');
    await button('Subscribe').click();
    await expect(publish).not.toContainText('The reply’s topic is not subscribed to.');
    await button('Publish').click();
    await expect(publish).toContainText(
      /The platform’s clock is \d+ ms (ahead of|behind) this one/,
    );
  });
});

/** The tab of automatic replies, and the cloud's side of the local platform. */
async function withReplies(page: Page) {
  const parts = await tryPlatform(page);
  const replies = page.getByRole('region', { name: 'Automatic replies' });
  const platform = page.getByRole('region', { name: 'Local platform', exact: true });
  return {
    ...parts,
    replies,
    tab: page.getByRole('tab', { name: /^Replies/ }),
    answer: (name: string) => replies.getByRole('switch', { name: `Answer: ${name}` }),
    outcome: platform.getByRole('status', { name: 'Outcome' }),

    /** Sets a property of the device as the cloud. */
    async setTemperature(value: number) {
      await page.getByRole('tab', { name: /^Platform/ }).click();
      await platform.getByRole('tab', { name: /^Cloud/ }).click();
      const form = platform.getByRole('form', { name: 'Act as the cloud' });
      await form.getByLabel('Act', { exact: true }).selectOption('Set properties');
      await form.getByLabel('Values', { exact: true }).fill(`{"temperature": ${value}}`);
      await form.getByRole('button', { name: 'Send', exact: true }).click();
    },
  };
}

test.describe('automatic replies', () => {
  test('are off, and once one is on the device answers the cloud by itself', async ({ app }) => {
    const { replies, tab, answer, outcome, setTemperature } = await withReplies(app.page);
    await tab.click();
    for (const name of ['Property set', 'Any other service', 'RRPC'])
      await expect(answer(name)).not.toBeChecked();
    await answer('Property set').press('Space');
    await expect(tab).toHaveText('Replies (1)');
    await expect(replies).toContainText('Not subscribed to the request.');
    await replies.getByRole('button', { name: 'Subscribe' }).click();
    await expect(replies).not.toContainText('Not subscribed to the request.');
    const payload = replies.getByLabel('Answer to: Property set');
    await payload.fill('{"id":"{{request.id}}","code":200,"data":{{request.params}}} {{nope}}');
    await expect(replies).toContainText('There is no placeholder “{{nope}}”');
    await payload.fill('{"id":"{{request.id}}","code":200,"data":{{request.params}}}');
    await replies.getByRole('button', { name: 'Save', exact: true }).click();

    await setTemperature(21.5);
    await expect(outcome).toContainText('Replied with code 200 after');
    await tab.click();
    await expect(replies.getByRole('listitem').first()).toContainText('1 sent');
  });

  test('of a service by name are there after a restart, and go when they are removed', async ({
    app,
  }) => {
    const { replies, tab, answer } = await withReplies(app.page);
    await tab.click();
    await replies.getByPlaceholder('Name of a service').fill('reboot');
    await replies.getByRole('button', { name: 'Add', exact: true }).click();
    await replies.getByLabel('Delay (ms)').fill('1500');
    await replies.getByRole('button', { name: 'Save', exact: true }).click();
    await answer('Service reboot').press('Space');
    await expect(tab).toHaveText('Replies (1)');

    await app.restart();
    await app.page.getByRole('treeitem', { name: 'demo-device', exact: true }).click();
    await app.page.getByRole('button', { name: 'Connect', exact: true }).click();
    const again = app.page.getByRole('region', { name: 'Automatic replies' });
    await app.page.getByRole('tab', { name: 'Replies (1)' }).click();
    await again.getByRole('button', { name: /^Service reboot/ }).click();
    await expect(again.getByLabel('Delay (ms)')).toHaveValue('1500');
    await again.getByRole('button', { name: 'Remove' }).click();
    await expect(again.getByText('Service reboot')).toHaveCount(0);
  });

  test('leave axe nothing to find', async ({ app }) => {
    const { tab, answer, replies } = await withReplies(app.page);
    await tab.click();
    await answer('Property set').press('Space');
    await expect(replies).toContainText('Not subscribed to the request.');
    expect(await axeFindings(replies)).toEqual([]);
  });
});
