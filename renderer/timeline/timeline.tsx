import { NoRows } from './no-rows.tsx';
import { PacketGrid } from './packet-grid.tsx';
import classes from './timeline.module.css';
import { useView } from './use-view.ts';

interface Props {
  readonly captureId: string;
  /** Position in the capture, 0 is the first packet. */
  readonly selectedRow: number | null;
  onSelect(row: number | null): void;
}

/** Every packet of a capture, or those that a filter shows, in the order of the wire. */
export function Timeline({ captureId, ...selection }: Props) {
  const opened = useView(captureId);
  return (
    <section className={classes.timeline}>
      {opened && (
        <>
          <PacketGrid {...opened} {...selection} />
          <NoRows {...opened} captureId={captureId} />
        </>
      )}
    </section>
  );
}
