import { useRef, useState } from 'react';
import { BOOKMARKS_MAX } from '../../shared/contract/bookmarks.ts';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { ask } from '../bridge.ts';
import { copyText } from '../components/copy-text.ts';
import type { TimeScale } from '../components/time-text.ts';
import { useCopied } from '../components/use-copied.ts';
import { toggleBookmarks, useBookmarks } from '../stores/bookmarks.ts';
import { rowBeside } from '../stores/row-beside.ts';
import { useRowFindings } from '../stores/use-row-findings.ts';
import type { CellValues } from '../stores/view/cell-values.ts';
import { chosenNumbers } from '../stores/view/chosen-positions.ts';
import { chosenRanges } from '../stores/view/selection.ts';
import { setTimeReference, useTimeReference } from '../stores/view/time-reference.ts';
import type { View } from '../stores/view/view.ts';
import { type ChosenRow, chosenRows } from './chosen-rows.ts';
import type { PlacedColumn } from './columns.ts';
import { type ChosenOutcome, copiedMax, copyChosen } from './copy-chosen.ts';
import type { PacketCopies, RowCopy } from './packet-copies.ts';
import { rowText } from './row-text.ts';
import type { RowWords } from './use-row-words.ts';

interface Options {
  readonly captureId: string;
  readonly view: View;
  readonly columns: readonly PlacedColumn[];
  readonly scale: TimeScale;
  readonly words: RowWords;
  readonly values: CellValues;
  readonly copies: PacketCopies;
  readonly selectedRow: number | null;
  /** Time of the row above the selected one in microseconds since the epoch, if it is known. */
  readonly timeBefore: number | undefined;
  onSelect(row: number): void;
}

export type RowActions = ReturnType<typeof useRowActions>;

/** What keys and menu do with a packet, and what came of copying it. */
export function useRowActions(options: Options) {
  const { captureId, view, columns, scale, words, values, copies, selectedRow } = options;
  const { timeBefore, onSelect } = options;
  const bookmarks = useBookmarks(captureId);
  const findings = useRowFindings(captureId);
  const reference = useTimeReference(captureId);
  const [notedRow, editNote] = useState<number | null>(null);
  const { outcome, say } = useCopied<ChosenOutcome>(selectedRow);
  const latestRow = useRef(selectedRow);
  latestRow.current = selectedRow;

  const copyAs = (row: PacketRow, what: RowCopy) =>
    say(what === 'row' ? copyRows([{ row, timeBefore }]) : copies.copy([row], what));

  /** Copies rows as they are shown, one line each. */
  async function copyRows(rows: readonly ChosenRow[]): Promise<boolean> {
    const valuesOf = await values.read(rows.map(({ row }) => row));
    const lines = rows.map((row, at) =>
      rowText(columns, { ...row, scale, words, values: valuesOf[at] }),
    );
    return copyText(lines.join('\n'));
  }

  async function chosenCopied(what: RowCopy): Promise<false | ChosenOutcome> {
    const chosen = await chosenRows(view, chosenRanges(captureId), copiedMax(what));
    if (chosen === null) return false;
    if (chosen === 'tooMany') return { came: chosen, max: copiedMax(what) };
    const rows = chosen.map(({ row }) => row);
    if (what !== 'row') return copyChosen(copies, rows, what);
    const copied = await copyRows(chosen);
    return copied && { came: 'copied', copied: rows.length, leftOut: 0, without: 'message' };
  }

  const copyChosenAs = (what: RowCopy) => say(chosenCopied(what));

  /** Does something with the selected packet, also where the filter hides it. */
  async function withSelected(act: (row: PacketRow) => void): Promise<void> {
    const row = selectedRow === null ? null : await view.packetRow(selectedRow);
    if (row) act(row);
  }

  async function toggleMarks(): Promise<void> {
    const ranges = chosenRanges(captureId);
    const alone = selectedRow === null ? [] : [selectedRow];
    // One too many is refused by the host, which says how many there may be.
    const rows = ranges.length === 0 ? alone : await chosenNumbers(view, ranges, BOOKMARKS_MAX + 1);
    if (rows) toggleBookmarks(captureId, rows);
  }

  function goBeside(rows: readonly number[], step: 1 | -1): void {
    const row = rowBeside(rows, selectedRow, step);
    if (row !== null) onSelect(row);
  }

  /** Goes to the message beside the selected one on its topic; stays where there is none. */
  async function goOnTopic(step: 1 | -1): Promise<void> {
    if (selectedRow === null) return;
    const { row } = await ask('packet.beside', { captureId, row: selectedRow, step });
    // What was selected since counts more.
    if (row !== null && latestRow.current === selectedRow) onSelect(row);
  }

  const keyActions = {
    bookmark: () => void toggleMarks(),
    measure: () =>
      void withSelected((row) =>
        setTimeReference(captureId, reference?.row === row.row ? null : row),
      ),
    copy: () =>
      chosenRanges(captureId).length > 0
        ? copyChosenAs('row')
        : void withSelected((row) => copyAs(row, 'row')),
    goToBookmark: (step: 1 | -1) =>
      goBeside(
        bookmarks.map(({ row }) => row),
        step,
      ),
    goToProblem: (step: 1 | -1) =>
      goBeside(
        [...findings.keys()].sort((one, other) => one - other),
        step,
      ),
    // A capture that was deleted meanwhile says so where its packets are shown.
    goOnTopic: (step: 1 | -1) => void goOnTopic(step).catch(() => undefined),
  };

  return { keyActions, copyAs, copyChosenAs, outcome, notedRow, editNote };
}
