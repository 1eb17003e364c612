import { createStore } from 'zustand/vanilla';
import type {
  CommandInput,
  CommandName,
  CommandOutput,
} from '../../../shared/contract/commands.ts';
import type { Door } from '../../../shared/contract/door.ts';
import type { EventPayload } from '../../../shared/contract/events.ts';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import type { ErrorCode } from '../../../shared/contract/result.ts';
import { zoneOffsetAt } from '../../components/clock.ts';
import { PAGE_ROWS, RowCache } from './row-cache.ts';
import type { Place, View, ViewState } from './view.ts';

/** Pages asked for at once. More would only delay what is in sight by the time they come. */
const REQUESTS_MAX = 2;

/** Topics in one answer: more than a list of suggestions shows. */
const TOPICS = 20;

export interface ViewOptions {
  readonly captureId: string;
  readonly following: boolean;
}

/**
 * Makes the view of a capture; call `open` when the door is open. Rows in an answer are never older
 * than an event that came before it: the host sends both in the order in which it made them.
 */
export function createView(door: Door, { captureId, following }: ViewOptions): View {
  const store = createStore<ViewState>(() => ({
    status: 'opening',
    error: null,
    filter: '',
    search: null,
    searching: false,
    reading: null,
    total: 0,
    start: 0,
    end: 0,
    following,
    known: 0,
    bytes: 0,
    rate: 0,
    dropped: 0,
    revision: 0,
    arrangement: 0,
  }));
  const cache = new RowCache();
  const asked = new Set<number>();
  let wantedFilter = '';
  let viewId: string | null = null;
  /** The view that the next one takes the place of. */
  let replaces: string | null = null;
  /** Packets there were when the filter was put in force. */
  let searchGoal = 0;
  /** Answers that belong to an earlier opening are dropped. */
  let opening = 0;
  let sight = { first: 0, count: 0 };
  let tailRows = 0;
  let tailAsked = 0;
  /** Ends listening to the host; null while the view is closed. */
  let unsubscribe: (() => void) | null = null;

  async function open(): Promise<void> {
    opening += 1;
    const own = opening;
    const filter = wantedFilter;
    unsubscribe ??= door.subscribe('view.grew', grew);
    viewId = null;
    tailAsked = 0;
    asked.clear();
    const { start: begun } = store.getState();
    const result = await door.invoke('view.open', {
      captureId,
      // A capture that was never open begins now, as far as is known.
      ...(filter !== '' && { filter, zoneOffset: zoneOffsetAt(begun || Date.now()) }),
      ...(replaces !== null && { replaces }),
    });
    if (own !== opening) {
      if (result.ok) void door.invoke('view.close', { viewId: result.value.viewId });
      return;
    }
    if (!result.ok) {
      fail(result.error);
      return;
    }
    const { total, start, end = 0, bytes, dropped, search = null, reading = null } = result.value;
    viewId = result.value.viewId;
    replaces = viewId;
    searchGoal = search?.packets ?? 0;
    cache.expire(0);
    cache.cut(total);
    store.setState((before) => ({
      status: 'open',
      error: null,
      filter,
      search,
      searching: search !== null && search.searched < searchGoal,
      reading,
      total,
      start,
      end: Math.max(before.end, end),
      bytes,
      dropped,
      known: before.status === 'open' && before.filter === filter ? before.known : total,
      arrangement: before.arrangement + 1,
    }));
    askForTail();
    askForRows();
  }

  /** A lost door is the whole window's news, and its return opens the view again. */
  function fail(error: { code: ErrorCode; message: string }): void {
    if (error.code !== 'door-closed') store.setState({ status: 'failed', error });
  }

  /** A view that was not used for long is closed by the host, and opened again when it is needed. */
  function refused(error: { code: ErrorCode; message: string }): void {
    if (error.code === 'not-found') void open();
    else fail(error);
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
    const start = page * PAGE_ROWS;
    const result = await door.invoke('view.rows', { viewId: id, start, count: PAGE_ROWS });
    if (own !== opening) return;
    asked.delete(page);
    if (!result.ok) {
      refused(result.error);
      return;
    }
    const { total, rows } = result.value;
    cache.cut(total);
    cache.put(start, rows);
    store.setState(({ revision }) => ({ total, revision: revision + 1 }));
    // An empty answer would be asked for at once again.
    if (rows.length > 0) askForRows();
  }

  function grew(event: EventPayload<'view.grew'>): void {
    if (event.viewId !== viewId) return;
    const {
      total,
      tail,
      changed,
      bytes,
      rate,
      dropped,
      end = 0,
      search = null,
      reading = null,
    } = event;
    if (changed !== null) cache.expire(changed, total - tail.length);
    cache.cut(total);
    cache.put(total - tail.length, tail);
    store.setState((before) => ({
      total,
      end: Math.max(before.end, end),
      bytes,
      rate,
      dropped,
      search,
      searching: search !== null && search.searched < searchGoal,
      reading,
      // What a search or the reading of a file comes to was there before: it is not new.
      known: before.searching || before.reading !== null ? total : Math.min(before.known, total),
      revision: before.revision + 1,
      arrangement: before.arrangement + (search !== null && changed !== null ? 1 : 0),
    }));
    // While following, the tail is what is in sight, and the sight is about to move to it.
    if (!store.getState().following) askForRows();
  }

  const isFiltered = () => store.getState().filter !== '';

  /** Asks the host of this view; null if it is not open, or is another one when the answer comes. */
  async function askOfView<K extends CommandName>(
    command: K,
    inputFor: (id: string) => CommandInput<K>,
  ): Promise<CommandOutput<K> | null> {
    if (viewId === null) return null;
    const own = opening;
    const result = await door.invoke(command, inputFor(viewId));
    if (own !== opening) return null;
    if (result.ok) return result.value;
    refused(result.error);
    return null;
  }

  async function read(start: number, count: number): Promise<readonly PacketRow[] | null> {
    const answer = await askOfView('view.rows', (id) => ({ viewId: id, start, count }));
    return answer?.rows ?? null;
  }

  async function find(row: number): Promise<Place | null> {
    if (viewId === null) return null;
    if (!isFiltered()) return { position: row, found: true };
    return askOfView('view.find', (id) => ({ viewId: id, row }));
  }

  async function packetRow(row: number): Promise<PacketRow | null> {
    const position = isFiltered() ? cache.positionOf(row) : row;
    const held = position === undefined ? undefined : cache.freshAt(position);
    if (held) return held;
    const result = await door.invoke('packet.get', { captureId, row });
    return result.ok ? result.value.row : null;
  }

  async function exchange(row: number): Promise<readonly number[]> {
    const result = await door.invoke('packet.exchange', { captureId, row });
    return result.ok ? result.value.rows : [];
  }

  async function topics(contains: string): Promise<readonly string[]> {
    if (viewId === null) return [];
    const result = await door.invoke('view.topics', { viewId, contains, count: TOPICS });
    return result.ok ? result.value.topics : [];
  }

  return {
    store,
    rowAt: (position) => cache.rowAt(position),
    numberAt: (position) => (isFiltered() ? cache.freshAt(position)?.row : position),
    positionOf: (row) => (isFiltered() ? cache.positionOf(row) : row),
    find,
    packetRow,
    exchange,
    read,
    bands: () => askOfView('view.bands', (id) => ({ viewId: id })),
    statistics: () => askOfView('view.statistics', (id) => ({ viewId: id })),
    density: (slices) => askOfView('view.density', (id) => ({ viewId: id, slices })),
    topics,
    marks: (parts, rows) =>
      askOfView('view.marks', (id) => ({ viewId: id, parts, rows: [...rows] })),
    open,
    setFilter(next) {
      if (next === wantedFilter) return;
      wantedFilter = next;
      if (unsubscribe !== null) void open();
    },
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
      unsubscribe?.();
      unsubscribe = null;
      if (viewId !== null) void door.invoke('view.close', { viewId });
      viewId = null;
      replaces = null;
    },
  };
}
