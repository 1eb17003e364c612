import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import {
  chosenFilter,
  isInRanges,
  RANGES_MAX,
  type RowRange,
  withToggledRow,
} from './row-ranges.ts';

/** What is selected in a capture. Rows count from 0, its first packet. */
interface Selection {
  /** The packet that the details show and the keys act on; null for none. */
  readonly row: number | null;
  /** Where a range that is being drawn begins. */
  readonly anchor: number | null;
  /** Packets that something is done with at once; empty where that is the selected one alone. */
  readonly ranges: readonly RowRange[];
}

const noRanges: readonly RowRange[] = [];

interface Selections {
  /** By capture id; absent for a capture in which nothing was selected. */
  readonly of: Readonly<Record<string, Selection>>;
}

const selectionStore = createStore<Selections>(() => ({ of: {} }));

const single = (row: number | null): Selection => ({ row, anchor: row, ranges: noRanges });

/** The chosen packets, or the selected one alone. */
const chosenIn = ({ row, ranges }: Selection): readonly RowRange[] =>
  ranges.length === 0 && row !== null ? [{ first: row, last: row }] : ranges;

function change(captureId: string, next: (before: Selection) => Selection): void {
  selectionStore.setState(({ of }) => ({
    of: { ...of, [captureId]: next(of[captureId] ?? single(null)) },
  }));
}

/** Selects a packet of a capture, and no other, for every way to look at it; null selects none. */
export function selectPacket(captureId: string, row: number | null): void {
  change(captureId, () => single(row));
}

/** Selects a packet; where it is one of several chosen ones, they stay chosen. */
export function selectAmongChosen(captureId: string, row: number): void {
  change(captureId, (before) =>
    isInRanges(before.ranges, row) ? { ...before, row } : single(row),
  );
}

/** Chooses the packets from the one last selected by itself to this one, which is selected. */
export function extendSelection(captureId: string, row: number): void {
  change(captureId, ({ anchor }) => {
    if (anchor === null || anchor === row) return single(row);
    const ranges = [{ first: Math.min(anchor, row), last: Math.max(anchor, row) }];
    return { row, anchor, ranges };
  });
}

/** Selects a packet without choosing it: what was chosen before stays so. */
export function moveSelection(captureId: string, row: number): void {
  change(captureId, (before) => ({
    ...before,
    row,
    ranges: chosenIn(before),
  }));
}

/** Adds a packet to the chosen ones, or takes it out. Beyond RANGES_MAX pieces nothing is added. */
export function toggleSelected(captureId: string, row: number): void {
  change(captureId, (before) => {
    const ranges = withToggledRow(chosenIn(before), row);
    const [only, ...others] = ranges;
    if (ranges.length > RANGES_MAX) return before;
    if (only === undefined) return single(row);
    return only.first === only.last && others.length === 0
      ? single(only.first)
      : { row, anchor: row, ranges };
  });
}

/** Chooses the first `packets` of a capture; what is selected stays so. */
export function selectAll(captureId: string, packets: number): void {
  if (packets < 2) return;
  change(captureId, (before) => ({ ...before, ranges: [{ first: 0, last: packets - 1 }] }));
}

/**
 * Another filter is in force. Packets that it shows between the chosen ones were never chosen: the
 * selected one stays alone, unless the filter asks for the chosen ones.
 */
export function filterChanged(captureId: string, before: string, filter: string): void {
  change(captureId, (selection) => {
    const { row, ranges } = selection;
    const asksForThem = ranges.length > 0 && filter === chosenFilter(before, ranges);
    return asksForThem || ranges.length === 0 ? selection : single(row);
  });
}

/** The selected packet of a capture, by its row; null for none. */
export function useSelectedRow(captureId: string): number | null {
  return useStore(selectionStore, ({ of }) => of[captureId]?.row ?? null);
}

/** The packets of a capture that were chosen together; empty where one alone is selected. */
export function useChosenRanges(captureId: string): readonly RowRange[] {
  return useStore(selectionStore, ({ of }) => of[captureId]?.ranges ?? noRanges);
}

/** What is selected in a capture now, to act on. */
export function chosenRanges(captureId: string): readonly RowRange[] {
  return selectionStore.getState().of[captureId]?.ranges ?? noRanges;
}

/** Forgets what was selected in a capture whose tab was closed. */
export function forgetSelection(captureId: string): void {
  selectionStore.setState(({ of: { [captureId]: _, ...of } }) => ({ of }));
}
