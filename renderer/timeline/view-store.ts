import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Door } from '../../shared/contract/door.ts';
import type { EventPayload } from '../../shared/contract/events.ts';
import type { PacketRow } from '../../shared/contract/packets.ts';
import type { ErrorCode } from '../../shared/contract/result.ts';
import { PAGE_ROWS, RowCache } from './row-cache.ts';

/** Pages asked for at once. More would only delay what is in sight by the time they come. */
const REQUESTS_MAX = 2;

/** What is known of a view besides its rows. */
export interface ViewState {
  readonly status: 'opening' | 'open' | 'failed';
  /** Why the last command of this view failed. */
  readonly error: { readonly code: ErrorCode; readonly message: string } | null;
  readonly total: number;
  /** When the capture begins, in milliseconds since the epoch. */
  readonly start: number;
  readonly following: boolean;
  /** Rows there were when following ended: later ones are new to the user. */
  readonly known: number;
  readonly bytes: number;
  readonly rate: number;
  readonly dropped: number;
  /** Grows with every change of a cached row. */
  readonly revision: number;
}

/** A capture as the rows that are in sight: what it costs does not depend on its length or rate. */
export interface View {
  readonly store: StoreApi<ViewState>;
  /** A cached row; undefined until it has come. */
  rowAt(row: number): PacketRow | undefined;
  /** Opens the view at the host, again after the door was lost. */
  open(): Promise<void>;
  /** Says which rows are in sight; those that are not there are asked for. */
  show(first: number, count: number): void;
  /** Says how many tail rows fill the sight. */
  setTailRows(rows: number): void;
  follow(following: boolean): void;
  /** Closes the view for good. */
  close(): void;
}

/**
 * Makes the view of a capture; call `open` when the door is open. Rows in an answer are never older
 * than an event that came before it: the host sends both in the order in which it made them.
 */
export function createView(door: Door, captureId: string, following: boolean): View {
  const store = createStore<ViewState>(() => ({
    status: 'opening',
    error: null,
    total: 0,
    start: 0,
    following,
    known: 0,
    bytes: 0,
    rate: 0,
    dropped: 0,
    revision: 0,
  }));
  const cache = new RowCache();
  const asked = new Set<number>();
  let viewId: string | null = null;
  /** Answers that belong to an earlier opening are dropped. */
  let opening = 0;
  let sight = { first: 0, count: 0 };
  let tailRows = 0;
  let tailAsked = 0;

  async function open(): Promise<void> {
    opening += 1;
    const own = opening;
    viewId = null;
    tailAsked = 0;
    asked.clear();
    const result = await door.invoke('view.open', { captureId });
    if (own !== opening) {
      if (result.ok) void door.invoke('view.close', { viewId: result.value.viewId });
      return;
    }
    if (!result.ok) {
      fail(result.error);
      return;
    }
    const { total, start } = result.value;
    viewId = result.value.viewId;
    cache.expire(0);
    store.setState(({ status, known }) => ({
      status: 'open',
      error: null,
      total,
      start,
      known: status === 'open' ? known : total,
    }));
    askForTail();
    askForRows();
  }

  /** A lost door is the whole window's news, and its return opens the view again. */
  function fail(error: { code: ErrorCode; message: string }): void {
    if (error.code !== 'door-closed') store.setState({ status: 'failed', error });
  }

  function askForTail(): void {
    const rows = store.getState().following ? tailRows : 0;
    if (viewId === null || rows === tailAsked) return;
    tailAsked = rows;
    void door.invoke('view.follow', { viewId, rows });
  }

  function askForRows(): void {
    if (viewId === null) return;
    const count = Math.min(sight.count, store.getState().total - sight.first);
    for (const page of cache.missing(sight.first, count)) {
      if (asked.has(page) || asked.size >= REQUESTS_MAX) continue;
      asked.add(page);
      void askForPage(viewId, page);
    }
  }

  async function askForPage(id: string, page: number): Promise<void> {
    const own = opening;
    const result = await door.invoke('view.rows', {
      viewId: id,
      start: page * PAGE_ROWS,
      count: PAGE_ROWS,
    });
    if (own !== opening) return;
    asked.delete(page);
    if (!result.ok) {
      if (result.error.code === 'not-found') void open();
      else fail(result.error);
      return;
    }
    const { total, rows } = result.value;
    cache.put(rows);
    store.setState(({ revision }) => ({ total, revision: revision + 1 }));
    // An empty answer would be asked for at once again.
    if (rows.length > 0) askForRows();
  }

  function grew(event: EventPayload<'view.grew'>): void {
    if (event.viewId !== viewId) return;
    const { total, tail, changed, bytes, rate, dropped } = event;
    if (changed !== null) cache.expire(changed, total - tail.length);
    cache.put(tail);
    store.setState(({ revision }) => ({ total, bytes, rate, dropped, revision: revision + 1 }));
    // While following, the tail is what is in sight, and the sight is about to move to it.
    if (!store.getState().following) askForRows();
  }

  const unsubscribe = door.subscribe('view.grew', grew);

  return {
    store,
    rowAt: (row) => cache.rowAt(row),
    open,
    show(first, count) {
      if (first === sight.first && count === sight.count) return;
      sight = { first, count };
      askForRows();
    },
    setTailRows(rows) {
      tailRows = rows;
      askForTail();
    },
    follow(next) {
      if (next === store.getState().following) return;
      store.setState(({ total }) => ({ following: next, known: total }));
      askForTail();
    },
    close() {
      opening += 1;
      unsubscribe();
      if (viewId !== null) void door.invoke('view.close', { viewId });
      viewId = null;
    },
  };
}
