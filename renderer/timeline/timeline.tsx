import { useEffect } from 'react';
import { watchBookmarks } from '../stores/bookmarks.ts';
import type { OpenedView } from '../stores/view/use-view.ts';
import { NoRows } from './no-rows.tsx';
import type { PacketCopies } from './packet-copies.ts';
import { PacketGrid } from './packet-grid.tsx';
import classes from './timeline.module.css';

interface Props extends OpenedView {
  readonly captureId: string;
  readonly copies: PacketCopies;
  /** How often a packet was gone to by its number. */
  readonly goings: number;
  onSelect(row: number | null): void;
}

/** Every packet of a capture, or those that a filter shows, in the order of the wire. */
export function Timeline(props: Props) {
  const { view, filterText, captureId } = props;
  useEffect(() => watchBookmarks(captureId), [captureId]);
  return (
    <section className={classes.timeline}>
      <PacketGrid {...props} />
      <NoRows view={view} filterText={filterText} captureId={captureId} />
    </section>
  );
}
