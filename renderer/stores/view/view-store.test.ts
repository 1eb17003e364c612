import { beforeEach, describe, expect, it } from 'vitest';
import type { Door } from '../../../shared/contract/door.ts';
import { FakeHost } from './fake-host.test-support.ts';
import { PAGE_ROWS, PAGES_MAX } from './row-cache.ts';
import { aRow, rowsFrom } from './test-rows.ts';
import type { View } from './view.ts';
import { createView } from './view-store.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

let host: FakeHost;
let view: View;

async function openView({ total = 0, following = false } = {}): Promise<void> {
  host = new FakeHost();
  host.total = total;
  view = createView(host.door, { captureId: 'capture-1', following });
  await view.open();
}

describe('a view', () => {
  beforeEach(() => openView({ total: 1_000 }));

  it('knows the total, the size and the start once it is open', () => {
    const known = { status: 'open', total: 1_000, bytes: 500, start: 1_000 };
    expect(view.store.getState()).toMatchObject(known);
  });

  it('asks for the pages in sight, each once', async () => {
    view.show(90, 20);
    view.show(91, 20);
    await settled();
    expect(host.asked).toEqual([0, 100]);
    expect(view.rowAt(105)?.row).toBe(105);
    view.show(95, 20);
    await settled();
    expect(host.asked).toEqual([0, 100]);
  });

  it('asks for nothing beyond the last row', async () => {
    view.show(980, 40);
    await settled();
    expect(host.asked).toEqual([900]);
  });

  it('never asks for what went out of sight before its turn came', async () => {
    host.held = [];
    for (let first = 0; first < 900; first += 100) view.show(first, 20);
    expect(host.asked).toEqual([0, 100]);
    for (const answer of host.held.splice(0)) answer();
    await settled();
    expect(host.asked).toEqual([0, 100, 800]);
  });

  it('holds a bounded number of rows however far it is scrolled', async () => {
    host.total = 100_000;
    host.grew({});
    let held = 0;
    for (let first = 0; first < 5_000; first += 100) {
      view.show(first, 40);
      await settled();
    }
    for (let row = 0; row < 100_000; row += 1) if (view.rowAt(row)) held += 1;
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThanOrEqual(PAGES_MAX * PAGE_ROWS);
  });

  it('asks again for rows in sight that changed, and shows the old ones meanwhile', async () => {
    view.show(10, 20);
    await settled();
    host.held = [];
    host.grew({ changed: 15 });
    expect(host.asked).toEqual([0, 0]);
    expect(view.rowAt(15)?.row).toBe(15);
  });

  it('leaves rows alone that changed out of sight', async () => {
    view.show(10, 20);
    await settled();
    host.grew({ changed: 500 });
    await settled();
    expect(host.asked).toEqual([0]);
  });

  it('ignores what is said of another view', () => {
    host.total = 2_000;
    host.grew({ viewId: 'another' });
    expect(view.store.getState().total).toBe(1_000);
  });

  it('holds nothing for new that is read of a capture of the past', () => {
    host.grew({ total: 2_000, reading: 0.5, end: 7_000 });
    host.grew({ total: 3_000, end: 8_000 });
    const state = view.store.getState();
    expect(state).toMatchObject({ total: 3_000, known: 3_000, reading: null, end: 8_000 });
    host.grew({ total: 3_001 });
    expect(view.store.getState()).toMatchObject({ known: 3_000 });
  });

  it('opens itself again when the host has closed it', async () => {
    host.viewGone = true;
    view.show(0, 20);
    await settled();
    expect(host.viewsOpened).toBe(2);
    expect(view.rowAt(3)?.row).toBe(3);
    expect(view.store.getState().status).toBe('open');
  });

  it('drops answers from before it was opened again', async () => {
    host.held = [];
    view.show(0, 20);
    const [late] = host.held.splice(0);
    host.held = null;
    await view.open();
    await settled();
    const { revision } = view.store.getState();
    late?.();
    await settled();
    expect(view.store.getState().revision).toBe(revision);
  });

  it('closes the view at the host, also one whose opening was under way', async () => {
    view.close();
    expect(host.calls.at(-1)).toEqual({ name: 'view.close', input: { viewId: 'view-1' } });

    const second = createView(host.door, { captureId: 'capture-1', following: false });
    host.held = [];
    const opened = second.open();
    second.close();
    for (const answer of host.held.splice(0)) answer();
    await opened;
    expect(host.calls.at(-1)).toEqual({ name: 'view.close', input: { viewId: 'view-2' } });
  });

  it('keeps its rows while it is closed, and looks for newer ones when it is opened again', async () => {
    view.show(0, 20);
    await settled();
    view.close();
    host.total = 1_200;
    expect(view.rowAt(5)?.row).toBe(5);
    await view.open();
    await settled();
    expect(view.store.getState()).toMatchObject({ status: 'open', total: 1_200, known: 1_000 });
    expect(host.asked).toEqual([0, 0]);
    host.total = 1_300;
    host.grew({});
    expect(view.store.getState().total).toBe(1_300);
  });

  it('puts a filter in force that was typed while it was closed', async () => {
    view.close();
    view.setFilter('dir:sent');
    expect(host.viewsOpened).toBe(1);
    await view.open();
    expect(view.store.getState()).toMatchObject({ filter: 'dir:sent', total: 100 });
  });

  it('says why it cannot be opened', async () => {
    const refusing: Door = {
      ...host.door,
      invoke: () =>
        Promise.resolve({ ok: false, error: { code: 'not-found', message: 'no such capture' } }),
    };
    const refused = createView(refusing, { captureId: 'gone', following: false });
    await refused.open();
    expect(refused.store.getState()).toMatchObject({
      status: 'failed',
      error: { code: 'not-found' },
    });
  });
});

describe('a view that follows', () => {
  beforeEach(() => openView({ total: 10, following: true }));

  it('has the tail rows sent along, and asks for none of them', () => {
    view.setTailRows(30);
    expect(host.follows).toEqual([30]);
    host.total = 10_000;
    host.grew({ tail: rowsFrom(9_970, 30), changed: 9_000 });
    expect(view.store.getState()).toMatchObject({ total: 10_000, rate: 41, bytes: 1_000 });
    view.show(9_971, 29);
    expect(view.rowAt(9_999)?.row).toBe(9_999);
    expect(host.asked).toEqual([]);
  });

  it('takes over what changed in the tail', () => {
    host.grew({ tail: [aRow(9)] });
    host.grew({ tail: [aRow(9, { unanswered: true })], changed: 9 });
    expect(view.rowAt(9)?.unanswered).toBe(true);
  });

  it('stops the tail when it no longer follows, and counts what came since', () => {
    view.setTailRows(30);
    view.follow(false);
    expect(host.follows).toEqual([30, 0]);
    host.total = 25;
    host.grew({});
    expect(view.store.getState()).toMatchObject({ following: false, known: 10, total: 25 });
    view.follow(true);
    expect(host.follows).toEqual([30, 0, 30]);
  });

  it('asks for the tail again after it was opened again', async () => {
    view.setTailRows(30);
    await view.open();
    expect(host.follows).toEqual([30, 30]);
  });
});
