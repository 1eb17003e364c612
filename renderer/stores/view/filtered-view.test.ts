import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeHost } from './fake-host.test-support.ts';
import { packetsOf, type View } from './view.ts';
import { createView } from './view-store.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a view with a filter', () => {
  let host: FakeHost;
  let view: View;
  const state = () => view.store.getState();

  beforeEach(async () => {
    host = new FakeHost();
    host.total = 1_000;
    view = createView(host.door, { captureId: 'capture-1', following: false });
    await view.open();
    view.show(0, 20);
    await settled();
    view.setFilter('dir:sent');
    await settled();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  it('takes the place of the one before, and tells the local time of the capture’s day', async () => {
    // The capture began in the winter of 1970; in summer clocks are another hour ahead.
    vi.stubEnv('TZ', 'America/New_York');
    vi.setSystemTime(Date.UTC(2026, 6, 1));
    view.setFilter('dir:received');
    await settled();
    expect(host.inputsOf('view.open').at(-1)).toMatchObject({ zoneOffset: -300 });
  });

  it('takes the place of the one before', () => {
    const zoneOffset = -new Date(1_000).getTimezoneOffset();
    expect(host.inputsOf('view.open')).toEqual([
      { captureId: 'capture-1' },
      { captureId: 'capture-1', filter: 'dir:sent', zoneOffset, replaces: 'view-1' },
    ]);
    expect(state()).toMatchObject({ filter: 'dir:sent', total: 100, searching: false });
    expect(packetsOf(state())).toBe(1_000);
  });

  it('tells a position from the number of a row', () => {
    expect(view.rowAt(7)?.row).toBe(70);
    expect(view.numberAt(7)).toBe(70);
    expect(view.positionOf(70)).toBe(7);
    expect(view.positionOf(71)).toBeUndefined();
    expect(view.numberAt(5_000)).toBeUndefined();
  });

  it('asks nothing for a filter that is in force', () => {
    view.setFilter('dir:sent');
    expect(host.viewsOpened).toBe(2);
  });

  it('shows all packets again without one', async () => {
    view.setFilter('');
    await settled();
    expect(host.inputsOf('view.open').at(-1)).toEqual({
      captureId: 'capture-1',
      replaces: 'view-2',
    });
    expect(state()).toMatchObject({ filter: '', search: null, total: 1_000 });
    expect(view.rowAt(7)?.row).toBe(7);
    expect(view.positionOf(600)).toBe(600);
  });

  it('is opened again with its filter when the host has closed it', async () => {
    host.viewGone = true;
    host.grew({ changed: 0 });
    await settled();
    expect(host.inputsOf('view.open').at(-1)).toMatchObject({ filter: 'dir:sent' });
    expect(view.rowAt(7)?.row).toBe(70);
  });

  it('gives up a filter that was superseded before its view was open', async () => {
    host.held = [];
    view.setFilter('dir:received');
    view.setFilter('type:ping');
    for (const answer of host.held.splice(0)) answer();
    host.held = null;
    await settled();
    expect(state().filter).toBe('type:ping');
    expect(host.inputsOf('view.close')).toEqual([{ viewId: 'view-3' }]);
  });

  it('forgets what stood behind its last row when it becomes shorter', async () => {
    view.show(80, 20);
    await settled();
    host.grew({ total: 90, changed: 90 });
    expect(state().total).toBe(90);
    expect(view.rowAt(95)).toBeUndefined();
    expect(view.rowAt(85)?.row).toBe(850);
    expect(state().known).toBeLessThanOrEqual(90);
  });

  it('says that rows may stand elsewhere when one came in or went out, and only then', () => {
    const { arrangement } = state();
    host.grew({});
    expect(state().arrangement).toBe(arrangement);
    host.grew({ changed: 3 });
    expect(state().arrangement).toBe(arrangement + 1);
    expect(view.positionOf(20)).toBe(2);
    expect(view.positionOf(30)).toBeUndefined();
  });

  it('finds rows, those that it does not show too', async () => {
    expect(await view.find(70)).toEqual({ position: 7, found: true });
    expect(await view.find(71)).toEqual({ position: 8, found: false });
    expect((await view.packetRow(71))?.row).toBe(71);
    expect(host.inputsOf('packet.get')).toEqual([{ captureId: 'capture-1', row: 71 }]);
    expect((await view.packetRow(70))?.row).toBe(70);
    expect(host.inputsOf('packet.get')).toHaveLength(1);
  });

  it('finds nothing in the view that it was before another filter', async () => {
    host.held = [];
    const found = view.find(70);
    view.setFilter('type:ping');
    for (const answer of host.held.splice(0)) answer();
    expect(await found).toBeNull();
  });

  it('does not count as new what its search comes to', async () => {
    host.searched = 400;
    view.setFilter('temperature');
    await settled();
    expect(state()).toMatchObject({ total: 40, known: 40, searching: true });
    host.searched = 1_000;
    host.grew({});
    expect(state()).toMatchObject({ total: 100, known: 100, searching: false });
    host.total = host.searched = 1_200;
    host.grew({});
    expect(state()).toMatchObject({ total: 120, known: 100, searching: false });
  });

  it('is not searching again because packets came after it began', () => {
    host.total = 1_200;
    host.searched = 1_100;
    host.grew({});
    expect(state()).toMatchObject({ searching: false, search: { searched: 1_100 } });
  });
});
