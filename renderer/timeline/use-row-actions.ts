import { useState } from 'react';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { copyText } from '../components/copy-text.ts';
import type { TimeScale } from '../components/time-text.ts';
import { type CopyOutcome, useCopied } from '../components/use-copied.ts';
import { bookmarkBeside, toggleBookmark, useBookmarks } from '../stores/bookmarks.ts';
import type { CellValues } from '../stores/view/cell-values.ts';
import { chosenRanges } from '../stores/view/selection.ts';
import { setTimeReference, useTimeReference } from '../stores/view/time-reference.ts';
import type { View } from '../stores/view/view.ts';
import { chosenText } from './chosen-text.ts';
import type { PlacedColumn } from './columns.ts';
import type { PacketCopies, PacketCopy } from './packet-copies.ts';
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
  const reference = useTimeReference(captureId);
  const [notedRow, editNote] = useState<number | null>(null);
  const { outcome, say } = useCopied(selectedRow);

  function copyAs(row: PacketRow, what: 'row' | PacketCopy): void {
    say(what === 'row' ? copyRow(row) : copies.copy(row, what));
  }

  async function copyRow(row: PacketRow): Promise<boolean> {
    const [of] = await values.read([row]);
    return copyText(rowText(columns, { row, timeBefore, scale, words, values: of }));
  }

  async function chosenCopied(): Promise<boolean | CopyOutcome> {
    const text = await chosenText(view, values, chosenRanges(captureId), (row, before, of) =>
      rowText(columns, { row, timeBefore: before, scale, words, values: of }),
    );
    return text === 'tooMany' ? text : text !== null && copyText(text);
  }

  const copyChosen = () => say(chosenCopied());

  /** Does something with the selected packet, also where the filter hides it. */
  async function withSelected(act: (row: PacketRow) => void): Promise<void> {
    const row = selectedRow === null ? null : await view.packetRow(selectedRow);
    if (row) act(row);
  }

  const keyActions = {
    bookmark: () => selectedRow !== null && toggleBookmark(captureId, selectedRow),
    measure: () =>
      void withSelected((row) =>
        setTimeReference(captureId, reference?.row === row.row ? null : row),
      ),
    copy: () =>
      chosenRanges(captureId).length > 0
        ? copyChosen()
        : void withSelected((row) => copyAs(row, 'row')),
    goToBookmark: (step: 1 | -1) => {
      const row = bookmarkBeside(bookmarks, selectedRow, step);
      if (row !== null) onSelect(row);
    },
  };

  return { keyActions, copyAs, copyChosen, outcome, notedRow, editNote };
}
