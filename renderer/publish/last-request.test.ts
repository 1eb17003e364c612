import { beforeEach, expect, it, vi } from 'vitest';
import type { PacketRow } from '../../shared/contract/packets.ts';

const asked: { name: string; input: unknown }[] = [];
let rows: PacketRow[] = [];
const packet = 'PUBLISH+{"id":"1729"}';

vi.mock('../bridge.ts', () => ({
  ask: async (name: string, input: unknown) => {
    asked.push({ name, input });
    if (name === 'view.open') return { viewId: 'v', total: 1200, start: 0 };
    if (name === 'view.rows') return { total: 1200, rows };
    if (name !== 'packet.get') return {};
    return { bytes: btoa(packet), payload: { start: 8, end: packet.length } };
  },
}));
const { lastRequest } = await import('./last-request.ts');

const row = (number: number, changes: Partial<PacketRow>): PacketRow => ({
  row: number,
  time: 0,
  direction: 'received',
  connection: 1,
  header: 0x30,
  packetId: null,
  topic: 'set',
  size: 30,
  code: null,
  peer: null,
  roundTrip: null,
  related: null,
  relatedAfter: null,
  unanswered: false,
  broken: false,
  ...changes,
});

beforeEach(() => {
  asked.length = 0;
  rows = [];
});

it('is the latest message received on a fitting topic, among the last rows', async () => {
  rows = [
    row(700, {}),
    row(701, {}),
    row(702, { direction: 'sent' }),
    row(703, { topic: 'other' }),
    // A SUBSCRIBE names the topic as well.
    row(704, { header: 0x82 }),
  ];
  expect(await lastRequest('c', (topic) => topic === 'set')).toEqual({
    topic: 'set',
    payload: '{"id":"1729"}',
  });
  expect(asked).toContainEqual({
    name: 'view.rows',
    input: { viewId: 'v', start: 700, count: 500 },
  });
  expect(asked).toContainEqual({ name: 'packet.get', input: { captureId: 'c', row: 701 } });
  expect(asked.at(-1)).toEqual({ name: 'view.close', input: { viewId: 'v' } });
});

it('is none where nothing fits, and the view is closed', async () => {
  rows = [row(700, {})];
  expect(await lastRequest('c', () => false)).toBeNull();
  expect(asked.at(-1)?.name).toBe('view.close');
});
