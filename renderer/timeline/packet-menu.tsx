import { useEffect } from 'react';
import { timeWidth } from '../components/time-text.ts';
import { watchBookmarks } from '../stores/bookmarks.ts';
import type { OpenedMenu } from '../stores/use-row-menu.ts';
import { useTimeScale } from '../stores/use-time-scale.ts';
import { useSelectedRow } from '../stores/view/selection.ts';
import { useCellValues } from '../stores/view/use-cell-values.ts';
import type { OpenedView } from '../stores/view/use-view.ts';
import type { PacketCopies } from './packet-copies.ts';
import { RowExtras } from './row-extras.tsx';
import { useColumns } from './use-columns.ts';
import { useRowActions } from './use-row-actions.ts';
import { useRowWords } from './use-row-words.ts';

interface Props extends OpenedView {
  readonly captureId: string;
  readonly copies: PacketCopies;
  /** null while it is closed. */
  readonly menu: OpenedMenu<never> | null;
  onSelect(row: number | null): void;
  onCloseMenu(): void;
  onLeave(): void;
}

/** The menu of the timeline's rows for a look that shows packets in another way. */
export function PacketMenu(props: Props) {
  const { captureId, view } = props;
  useEffect(() => watchBookmarks(captureId), [captureId]);
  const scale = useTimeScale(view, captureId);
  const words = useRowWords(captureId);
  const selectedRow = useSelectedRow(captureId);
  // A copied row has every column: there is room for all.
  const columns = useColumns(Number.POSITIVE_INFINITY, 0, timeWidth(scale));
  const values = useCellValues(captureId, columns);
  const actions = useRowActions({
    ...props,
    selectedRow,
    columns,
    scale,
    words,
    values,
    timeBefore: undefined,
  });
  return <RowExtras {...props} actions={actions} values={values} />;
}
