import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe-findings.ts';
import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

const COLUMN = '$.params.t';

/** A session that sent two readings and something else; every other row is an acknowledgement. */
async function startSession(page: Page, port: number) {
  await page.setViewportSize({ width: 1440, height: 900 });
  const screen = screenOf(page);
  await screen.addBroker('bench', port);
  await screen.connect('bench');
  await expect(screen.state).toContainText('CONNECTED');
  for (const [at, sent] of ['{"params":{"t":21}}', '{"params":{"t":22}}', '{"x":1}'].entries()) {
    await screen.send('room', sent, '1');
    await expect(screen.rows).toHaveCount(2 + 2 * (at + 1));
  }
  return {
    screen,
    head: screen.timeline.getByRole('columnheader', { name: COLUMN, exact: true }),
    panel: page.getByRole('dialog', { name: 'Columns' }),
    openPanel: () => page.getByRole('button', { name: 'Columns', exact: true }).click(),
    /** What stands in the column beside messages. */
    async values() {
      const [types, cells] = await Promise.all([screen.types(), screen.cellsOf(COLUMN)]);
      return cells.filter((_, at) => types[at] === 'PUBLISH');
    },
  };
}

test('a value of the payload becomes a column, is filtered for, remembered and taken out', async ({
  app,
  mosquitto,
}) => {
  const { page } = app;
  const { screen, head, panel, openPanel, values } = await startSession(page, mosquitto.port);
  await screen.row('room').nth(1).click();
  const payload = screen.details.getByRole('region', { name: 'Payload' });
  await payload.getByText('22', { exact: true }).click();
  await screen.details.getByRole('button', { name: 'Show as column' }).click();
  await expect(head).toBeVisible();
  await expect.poll(values).toEqual(['21', '22', '']);
  await screen.send('room', '{"params":{"t":"warm"}}', '1');
  await expect.poll(values).toEqual(['21', '22', '', 'warm']);
  expect(await axeFindings(page)).toEqual([]);

  await screen.timeline.getByText('22', { exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: `${COLUMN}=22`, exact: true }).click();
  await expect.poll(values).toEqual(['22']);
  await page.getByRole('searchbox', { name: 'Filter packets' }).fill('');
  await expect.poll(values).toEqual(['21', '22', '', 'warm']);

  // Choices are written when they rest.
  await expect
    .poll(async () => {
      await page.reload();
      await expect(screen.rows.first()).toBeVisible();
      return head.isVisible();
    })
    .toBe(true);
  await expect.poll(values).toEqual(['21', '22', '', 'warm']);

  await openPanel();
  await panel.getByRole('button', { name: `${COLUMN}: remove` }).press('Enter');
  await expect(head).toHaveCount(0);
  await expect(panel.getByLabel('Column with a JSON value')).toBeFocused();
});

test('a column is added by its path, and what is no path is told', async ({ app, mosquitto }) => {
  const { page } = app;
  const { screen, head, panel, openPanel, values } = await startSession(page, mosquitto.port);
  await openPanel();
  const field = panel.getByLabel('Column with a JSON value');
  await field.fill('params.t');
  await field.press('Enter');
  await expect(panel.getByText(/Expected: a path such as/)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await field.fill(COLUMN);
  await field.press('Enter');
  await expect(field).toHaveValue('');
  await expect.poll(values).toEqual(['21', '22', '']);
  await field.fill('$["params"].t');
  await field.press('Enter');
  await expect(panel.getByText('This column is shown already.')).toBeVisible();

  await panel.getByRole('checkbox', { name: COLUMN }).press('Space');
  await expect(head).toHaveCount(0);
  await panel.getByRole('checkbox', { name: COLUMN }).press('Space');
  await panel.getByRole('button', { name: `${COLUMN}: further left` }).press('Enter');
  await panel.getByRole('checkbox', { name: 'QoS' }).press('Space');
  await panel.getByRole('checkbox', { name: 'Connection' }).press('Space');
  // Delta, ID and Size make room for what was asked for.
  await expect(screen.timeline.getByRole('columnheader')).toHaveText([
    'No.',
    /^Time/,
    'Connection',
    'Direction',
    'Type',
    'QoS',
    COLUMN,
    'Topic',
    'Answer',
  ]);
  await expect.poll(() => screen.cellsOf('connection')).toEqual(Array(8).fill('1'));
  await expect.poll(() => screen.cellsOf('qos')).toEqual(['', '', '1', '', '1', '', '1', '']);
});

test('the value of a large message is not read, and the cell says why', async ({
  app,
  mosquitto,
}) => {
  const { page } = app;
  const { screen, openPanel, panel, values } = await startSession(page, mosquitto.port);
  await openPanel();
  await panel.getByLabel('Column with a JSON value').fill(COLUMN);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await screen.send('room', `{"params":{"t":23},"padding":"${'x'.repeat(70_000)}"}`, '1');
  const why = 'Values are read from packets of up to 65.5 KB.';
  await expect.poll(values).toEqual(['21', '22', '', `… ${why}`]);
  await expect(screen.timeline.getByTitle(why)).toBeVisible();
});
