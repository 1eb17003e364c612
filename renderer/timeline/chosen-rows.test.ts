import { beforeEach, describe, expect, it } from 'vitest';
import { FakeHost } from '../stores/view/fake-host.test-support.ts';
import type { View } from '../stores/view/view.ts';
import { createView } from '../stores/view/view-store.ts';
import { chosenRows } from './chosen-rows.ts';

describe('the chosen rows', () => {
  let host: FakeHost;
  let view: View;

  beforeEach(async () => {
    host = new FakeHost();
    host.total = 2_000;
    view = createView(host.door, { captureId: 'capture-1', following: false });
    await view.open();
  });

  it('are those that the view shows, each with the time of the row above it', async () => {
    const ranges = [
      { first: 0, last: 1 },
      { first: 7, last: 7 },
    ];
    const rows = await chosenRows(view, ranges, 3);
    const time = 1_700_000_000_000_000;
    expect(rows).toMatchObject([
      { row: { row: 0 }, timeBefore: undefined },
      { row: { row: 1 }, timeBefore: time },
      { row: { row: 7 }, timeBefore: time + 6_000 },
    ]);
  });

  it('are too many beyond a limit', async () => {
    const of = (count: number) => chosenRows(view, [{ first: 1, last: count }], 1_200);
    expect(await of(1_200)).toHaveLength(1_200);
    expect(await of(1_201)).toBe('tooMany');
  });

  it('are unknown where the view is gone', async () => {
    host.viewGone = true;
    expect(await chosenRows(view, [{ first: 0, last: 3 }], 9)).toBeNull();
  });
});
