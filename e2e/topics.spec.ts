import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

/** The tree of topics by its agreed names. */
function topicsOf(page: Page) {
  const region = page.getByRole('region', { name: 'Topics', exact: true });
  const tree = region.getByRole('treegrid', { name: 'Topics seen' });
  const lines = tree.getByRole('row').filter({ has: page.getByRole('gridcell') });
  return {
    region,
    tree,
    lines,
    line: (text: string) => lines.filter({ hasText: text }),
    /** The texts of some cells of a line. */
    cells: (text: string, ...columns: readonly number[]) =>
      lines
        .filter({ hasText: text })
        .evaluate(
          (line, wanted) => wanted.map((column) => line.children[column]?.textContent),
          columns,
        ),
    search: region.getByRole('searchbox', { name: 'Search topics' }),
    status: region.getByRole('status'),
    shown: page.getByRole('status', { name: 'Packets shown' }),
    filter: page.getByRole('searchbox', { name: 'Filter packets' }),
    show: () => page.getByRole('tab', { name: 'Topics', exact: true }).click(),
  };
}

/** A session with four messages to and from a broker of no platform. */
async function startSession(page: Page, port: number) {
  const screen = screenOf(page);
  await screen.addBroker('bench', port);
  await screen.connect('bench');
  await expect(screen.state).toContainText('CONNECTED');
  await screen.subscribe('house/#', '0');
  await expect(screen.rows).toHaveCount(4);
  await screen.send('house/cellar/humidity', '{"percent": 61}', '0');
  await screen.send('house/attic/temperature', '19.5', '0');
  await screen.send('house/attic/temperature', '20.5', '0');
  await screen.send('garden/gate', 'open', '0');
  await expect(screen.rows).toHaveCount(11);
  return { screen, topics: topicsOf(page) };
}

test('topics stand in a tree with counts, times and last values, and grow as messages come', async ({
  app,
  mosquitto,
}) => {
  const { screen, topics } = await startSession(app.page, mosquitto.port);
  await topics.show();
  await expect(topics.status).toHaveText('3 topics');
  await expect(topics.lines).toHaveCount(4);
  await expect
    .poll(() => topics.cells('garden/gate', 1, 2, 3, 6))
    .toEqual(['1', '', '19 B', 'open']);
  await expect
    .poll(() => topics.cells('cellar/humidity', 1, 2, 6))
    .toEqual(['1', '1', '{"percent": 61}']);
  await expect(topics.line('attic/temperature')).toHaveAttribute('aria-level', '2');
  await expect(topics.line('attic/temperature')).toContainText('20.5');
  await expect(topics.line('attic/temperature')).toContainText(/\d\d:\d\d:\d\d\.\d{3}/);
  await screen.send('house/attic/temperature', '21.5', '0');
  await expect(topics.line('attic/temperature')).toContainText('21.5');
  await expect.poll(() => topics.cells('attic/temperature', 1, 2)).toEqual(['3', '3']);
});

test('choosing a topic filters the packets, a level takes in what is below it', async ({
  app,
  mosquitto,
}) => {
  const { page } = app;
  const { screen, topics } = await startSession(page, mosquitto.port);
  await topics.filter.fill('dir:sent');
  await topics.show();
  await topics.line('attic/temperature').click();
  await expect(topics.filter).toHaveValue('dir:sent topic:house/attic/temperature');
  await expect(topics.line('attic/temperature')).toHaveAttribute('aria-selected', 'true');
  await expect(topics.shown).toHaveText('2 of 11');
  await topics.lines.filter({ hasText: /^house/ }).click();
  await expect(topics.filter).toHaveValue('dir:sent topic:house/#');
  await page.getByRole('button', { name: 'Show in the timeline' }).click();
  await expect(screen.row('PUBLISH')).toHaveCount(3);
  await expect(screen.row('SUBSCRIBE')).toHaveCount(1);
  await topics.show();
  await page.getByRole('button', { name: 'Do not filter by topic' }).click();
  await expect(topics.filter).toHaveValue('dir:sent');
});

test('topics are searched, sorted, and read by keyboard alone', async ({ app, mosquitto }) => {
  const { page } = app;
  const { topics } = await startSession(page, mosquitto.port);
  await topics.show();
  await expect(topics.lines).toHaveCount(4);
  await topics.search.fill('ATTIC');
  await expect(topics.lines).toHaveCount(2);
  await topics.search.fill('nowhere');
  await expect(topics.region).toContainText('No topic contains “nowhere”');
  await topics.search.fill('');

  await topics.tree.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(topics.lines).toHaveCount(2);
  await expect(topics.line('house')).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(topics.filter).toHaveValue('topic:house/attic/temperature');
  await expect(topics.tree).toBeFocused();

  await topics.tree.getByRole('button', { name: 'Sent' }).click();
  await expect(topics.tree.getByRole('columnheader', { name: 'Sent' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(topics.lines.first()).toContainText('house');
});

test('a past capture has the topics it had; one without messages says what would make them', async ({
  app,
  mosquitto,
}) => {
  const { page } = app;
  const screen = screenOf(page);
  await screen.addBroker('bench', mosquitto.port);
  await screen.connect('bench');
  await expect(screen.rows).toHaveCount(2);
  const topics = topicsOf(page);
  await topics.show();
  await expect(topics.region).toContainText('No message yet');
  expect(await axeFindings(topics.region)).toEqual([]);
  await screen.send('house/attic', '1', '1');
  await expect(topics.lines).toHaveCount(1);

  await app.restart();
  const past = topicsOf(app.page);
  await past.show();
  await expect(past.status).toHaveText('1 topic');
  await expect.poll(() => past.cells('house/attic', 1, 6)).toEqual(['1', '1']);
  await past.line('house/attic').click();
  expect(await axeFindings(past.region)).toEqual([]);
});

test('lines grow with the text, and none overlaps another', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screenOf(page).rows).toHaveCount(7);
  const topics = topicsOf(page);
  await topics.show();
  const tops = () =>
    topics.lines.evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().top));
  const pitch = async () => {
    const [first = 0, second = 0] = await tops();
    return second - first;
  };
  await expect.poll(pitch).toBeGreaterThan(0);
  const before = await pitch();
  await page.keyboard.press('Control+,');
  await page.getByLabel('Text size').selectOption('200 %');
  await page.keyboard.press('Escape');
  await expect.poll(pitch).toBe(2 * before);
  const heights = await topics.lines.evaluateAll((lines) =>
    lines.map((line) => line.getBoundingClientRect().height),
  );
  expect(Math.max(...heights)).toBeLessThanOrEqual(2 * before);
});
