import { useBookmarkNotes } from '../stores/bookmarks.ts';
import type { ColumnName } from '../stores/columns.ts';
import type { OpenedMenu } from '../stores/use-row-menu.ts';
import type { CellValues } from '../stores/view/cell-values.ts';
import type { FilterText } from '../stores/view/filter-text.ts';
import { BookmarkDialog } from './bookmark-dialog.tsx';
import { CopiedNote } from './copied-note.tsx';
import type { PacketCopies } from './packet-copies.ts';
import { RowMenu } from './row-menu.tsx';
import type { RowActions } from './use-row-actions.ts';

interface Props {
  readonly captureId: string;
  readonly filterText: FilterText;
  readonly copies: PacketCopies;
  readonly actions: RowActions;
  readonly values: CellValues;
  readonly menu: OpenedMenu<ColumnName> | null;
  onCloseMenu(): void;
  /** The menu or the dialog is closed: the focus goes back to the rows. */
  onLeave(): void;
}

/** The menu of a row and what it leads to: the note of its bookmark, and what came of copying. */
export function RowExtras(props: Props) {
  const { captureId, filterText, copies, actions, values, menu, onCloseMenu, onLeave } = props;
  const notes = useBookmarkNotes(captureId);
  return (
    <>
      {menu && (
        <RowMenu
          {...menu}
          values={values.of(menu.row)}
          captureId={captureId}
          filterText={filterText}
          copies={copies}
          onCopy={(what) => actions.copyAs(menu.row, what)}
          onCopyChosen={actions.copyChosenAs}
          onEditNote={actions.editNote}
          onClose={() => {
            onCloseMenu();
            onLeave();
          }}
        />
      )}
      {actions.notedRow !== null && (
        <BookmarkDialog
          captureId={captureId}
          row={actions.notedRow}
          note={notes.get(actions.notedRow) ?? ''}
          onClose={() => {
            actions.editNote(null);
            onLeave();
          }}
        />
      )}
      <CopiedNote outcome={actions.outcome} />
    </>
  );
}
