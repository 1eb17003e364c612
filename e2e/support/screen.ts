import type { Locator, Page } from '@playwright/test';

/** The parts of the screen by their agreed names, and what a person does with them. */
export function screenOf(page: Page) {
  const region = (name: string) => page.getByRole('region', { name, exact: true });
  const devices = region('Devices');
  const connection = region('Connection');
  const details = region('Packet details');
  const subscriptions = region('Subscriptions');
  const timeline = page.getByRole('grid', { name: 'Packet timeline' });
  const publish = page.getByRole('form', { name: 'Publish' });
  const rows = timeline.getByRole('row').filter({ has: page.getByRole('gridcell') });
  const cellsOf = (column: string) =>
    rows.evaluateAll(
      (list, name) =>
        list.map((row) => row.querySelector(`[data-column="${name}"]`)?.textContent ?? ''),
      column,
    );
  /** Problems has the number of them behind its name. */
  const problems = region('Problems');
  const tool = (name: string) =>
    page.getByRole('tab', { name: new RegExp(`^${name}( \\(\\d+\\))?$`) });
  return {
    devices,
    connection,
    details,
    subscriptions,
    timeline,
    publish,
    problems,
    /** The line of a finding by its headline: pressed, it shows why and what to do. */
    problem: (headline: string | RegExp) => problems.getByRole('button', { name: headline }),
    rows,
    device: (name: string) => devices.getByRole('treeitem', { name, exact: true }),
    state: connection.getByRole('status', { name: 'Connection state' }),
    tool,
    /** What the rows drawn have in a column, in order. */
    cellsOf,
    /** Types of the rows drawn, in order. */
    types: () => cellsOf('type'),
    row: (text: string | RegExp): Locator => rows.filter({ hasText: text }),

    async addBroker(name: string, port: number, fields: Record<string, string> = {}) {
      await devices.getByRole('button', { name: 'Add device' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add device' });
      await dialog.getByLabel('Connect to', { exact: true }).selectOption('Other MQTT broker');
      await dialog.getByLabel('Name', { exact: true }).fill(name);
      await dialog.getByLabel('Host', { exact: true }).fill('127.0.0.1');
      await dialog.getByLabel('Port', { exact: true }).fill(String(port));
      for (const [label, value] of Object.entries(fields)) {
        await dialog.getByLabel(label, { exact: true }).fill(value);
      }
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'hidden' });
    },

    /** Chooses a saved device and presses Connect. */
    async connect(name: string) {
      await devices.getByRole('treeitem', { name, exact: true }).click();
      await connection.getByRole('button', { name: 'Connect', exact: true }).click();
    },

    async send(topic: string, payload: string, qos: '0' | '1' | '2') {
      await tool('Publish').click();
      await publish.getByLabel('Topic', { exact: true }).fill(topic);
      await publish.getByLabel('Payload', { exact: true }).fill(payload);
      await publish.getByLabel('QoS', { exact: true }).selectOption(qos);
      await publish.getByRole('button', { name: 'Publish', exact: true }).click();
    },

    async subscribe(filter: string, qos: '0' | '1' | '2') {
      await tool('Subscriptions').click();
      await subscriptions.getByLabel('Topic filter', { exact: true }).fill(filter);
      await subscriptions.getByLabel('QoS', { exact: true }).selectOption(qos);
      await subscriptions.getByRole('button', { name: 'Subscribe', exact: true }).click();
    },
  };
}
