import { expect, type Page } from '@playwright/test';
import { connectAsync, type MqttClient } from 'mqtt';
import { screenOf } from './screen.ts';

/** The details of a packet by their agreed names. */
export function packetOf(page: Page) {
  const { details } = screenOf(page);
  const payload = details.getByRole('region', { name: 'Payload', exact: true });
  const bytes = details.getByRole('region', { name: 'Bytes', exact: true });
  const fields = details.getByRole('tree', { name: 'Fields' });
  return {
    details,
    payload,
    bytes,
    fields,
    field: (name: string | RegExp) => fields.getByRole('treeitem', { name }),
    tab: (name: string) => payload.getByRole('tab', { name, exact: true }),
    dump: bytes.getByRole('grid', { name: 'Hex dump' }),
    /** Offsets of the marked bytes. */
    marked: () =>
      bytes
        .locator('[role="gridcell"][data-marked]')
        .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-at')))),
  };
}

/**
 * Has a device receive what is published below `t/` of a broker on loopback: packets 1 to 4 of its
 * session. Answers a client to publish with, to be ended by the caller.
 */
export async function startReceiving(page: Page, port: number): Promise<MqttClient> {
  const screen = screenOf(page);
  await screen.addBroker('mine', port);
  await screen.connect('mine');
  await screen.subscribe('t/#', '1');
  await expect(screen.row('SUBACK')).toHaveCount(1);
  return connectAsync(`mqtt://127.0.0.1:${port}`);
}

/** A message that the device receives, selected. */
export async function receiveFrom(
  client: MqttClient,
  page: Page,
  topic: string,
  payload: string | Buffer,
): Promise<void> {
  const rows = screenOf(page).row(topic);
  const before = await rows.count();
  await client.publishAsync(topic, payload, { qos: 0 });
  await expect(rows).toHaveCount(before + 1);
  await rows.last().click();
}
