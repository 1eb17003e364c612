import { createStore } from 'zustand/vanilla';
import type { Export, ExportFormat } from '../../shared/contract/transfers.ts';
import { ask, door, onDoorState } from '../bridge.ts';
import { zoneOffsetAt } from '../components/clock.ts';
import { appStore } from './app-store.ts';
import { columnsOf, isJsonColumn, pathOf } from './columns.ts';
import { download } from './download.ts';

/** The exports that this page asked for and that were not taken away, the oldest first. */
export const exportStore = createStore<{ readonly exports: readonly Export[] }>(() => ({
  exports: [],
}));

/** What the host said of an export whose beginning was not answered yet. */
const early = new Map<string, Export>();

/** Where an export that is ready is fetched from. */
export const exportUrl = ({ id }: Export) => `exports/${id}`;

/**
 * Puts what an event or an answer brought in the place of what was known; false if nothing was. One
 * that is over takes the place of those of its capture that were over before; the host keeps their
 * files, one of which may be on its way to the user.
 */
function put(changed: Export): boolean {
  const { exports } = exportStore.getState();
  const before = exports.find(({ id }) => id === changed.id);
  if (!before) return false;
  const isOver = changed.state !== 'running';
  const kept = exports.filter(
    (one) =>
      one === before || !isOver || one.state === 'running' || one.captureId !== changed.captureId,
  );
  exportStore.setState({ exports: kept.map((one) => (one === before ? changed : one)) });
  if (changed.state === 'ready' && before.state !== 'ready') {
    download(exportUrl(changed), changed.name);
  }
  return true;
}

/**
 * Begins to export the packets of a capture that a filter chooses, or all of them if it is empty; the
 * file is saved by itself when it is ready. CSV has the timeline's columns with values of payloads. An earlier export of the same gives way. Rejects with an
 * AskError.
 */
export async function startExport(
  captureId: string,
  format: ExportFormat,
  filter = '',
): Promise<void> {
  for (const one of exportStore.getState().exports) {
    const isSame = one.captureId === captureId && one.format === format && one.filter === filter;
    if (isSame) discardExport(one.id);
  }
  const capture = appStore.getState().captures.find(({ id }) => id === captureId);
  const started = await ask('captures.export', {
    captureId,
    format,
    ...(format === 'csv' && { paths: shownPaths() }),
    zoneOffset: zoneOffsetAt(capture?.startedAt ?? Date.now()),
    ...(filter !== '' && { filter }),
  });
  const running: Export = { ...started, state: 'running' };
  exportStore.setState(({ exports }) => ({ exports: [...exports, running] }));
  put(early.get(started.id) ?? started);
  early.clear();
}

function shownPaths(): (string | number)[][] {
  const columns = columnsOf(appStore.getState().preferences.columns);
  return columns.flatMap(({ name, shown }) =>
    isJsonColumn(name) && shown !== 'never' ? [pathOf(name)] : [],
  );
}

/** Ends an export under way, or takes away a finished one; its file is gone. */
export function discardExport(id: string): void {
  exportStore.setState(({ exports }) => ({ exports: exports.filter((one) => one.id !== id) }));
  // The host keeps only so many: it may be gone there already.
  ask('captures.discardExport', { exportId: id }).catch(() => {});
}

/** Listens to how exports go. Call once. */
export function watchExports(): void {
  door.subscribe('export.changed', ({ export: changed }) => {
    if (!put(changed)) early.set(changed.id, changed);
  });
  onDoorState((state) => {
    if (state !== 'lost') return;
    for (const one of exportStore.getState().exports) {
      if (one.state === 'running') put({ ...one, state: 'failed', failure: null });
    }
  });
}
