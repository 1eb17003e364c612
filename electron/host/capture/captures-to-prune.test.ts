import { expect, test } from 'vitest';
import type { Capture } from '../../../shared/contract/packets.ts';
import { capturesToPrune } from './captures-to-prune.ts';

const capture = (id: string, startedAt: number, bytes: number, rest: Partial<Capture> = {}) => ({
  id,
  label: id,
  endpoint: '',
  deviceId: null,
  owner: null,
  startedAt,
  packets: 1,
  bytes,
  live: false,
  cut: 0,
  dropped: 0,
  failure: null,
  pinned: false,
  importedAt: null,
  ...rest,
});
const ids = (captures: Capture[], budget: number) =>
  capturesToPrune(captures, budget).map(({ id }) => id);

const list = [capture('c', 3, 30), capture('b', 2, 30), capture('a', 1, 30)];

test.each([
  [90, []],
  [89, ['a']],
  [60, ['a']],
  [59, ['a', 'b']],
  [0, ['a', 'b']],
])('within %i bytes the oldest go and the newest stays', (budget, pruned) => {
  expect(ids(list, budget)).toEqual(pruned);
});

test('pinned captures and those being recorded stay, but count', () => {
  const more = [
    capture('live', 0, 50, { live: true }),
    capture('pinned', 0.5, 50, { pinned: true }),
    ...list,
  ];
  expect(ids(more, 150)).toEqual(['a', 'b']);
});

test('what was imported counts from its import, however old its packets are', () => {
  const imported = capture('old packets', 0, 30, { importedAt: 10 });
  expect(ids([imported, ...list], 60)).toEqual(['a', 'b']);
});
