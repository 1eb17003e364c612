import { memo, type PointerEvent } from 'react';
import type { Bookmark } from '../../shared/contract/bookmarks.ts';
import type { Finding } from '../../shared/contract/packets.ts';
import { severityColor } from '../components/severity-icon.tsx';
import type { View } from '../stores/view/view.ts';
import classes from './minimap.module.css';
import { type Marks, useMarks } from './use-marks.ts';
import { worstOfParts } from './worst-of-parts.ts';

interface Props {
  readonly view: View;
  /** Pixels that the rows are seen through. */
  readonly height: number;
  /** Pixels that all rows take: where they are fewer, marks lie beside their rows. */
  readonly rowsHeight: number;
  readonly bookmarks: readonly Bookmark[];
  /** What is wrong with packets, by row of the capture. */
  readonly findings: ReadonlyMap<number, Finding>;
  /** Where the selected row stands in the view; null if it does not. */
  readonly selected: number | null;
  /** A position was pointed at. */
  onGo(position: number): void;
}

/** Height of a bookmark and of the selection, in parts of a thousand. */
const LINE = 6;

/**
 * Where problems (at the right), bookmarks (at the left) and the selection (across) lie along the
 * scrollbar. For the pointer only: the lists of problems and of bookmarks lead to the same packets.
 */
export function Minimap(props: Props) {
  const { view, height, rowsHeight, bookmarks, findings, selected, onGo } = props;
  const marks = useMarks(view, height, findings, bookmarks);
  const total = marks?.total ?? 0;

  function go({ buttons, currentTarget, clientY }: PointerEvent): void {
    if (buttons !== 1 || total === 0) return;
    const below = clientY - currentTarget.getBoundingClientRect().top;
    const share = Math.min(Math.max(0, below / Math.min(height, rowsHeight)), 1);
    onGo(Math.min(Math.floor(share * total), total - 1));
  }

  return (
    <div
      aria-hidden
      className={classes.minimap}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    >
      <svg
        viewBox="0 0 10 1000"
        preserveAspectRatio="none"
        aria-hidden="true"
        style={{ height: Math.min(height, rowsHeight) }}
      >
        {marks && <MarkLines marks={marks} />}
        {selected !== null && (
          <rect
            className={classes.selected}
            x="0"
            y={placeOf(selected, total)}
            width="10"
            height={LINE / 2}
          />
        )}
      </svg>
    </div>
  );
}

/** Where a position of a view with so many rows lies, in parts of a thousand. */
const placeOf = (position: number, total: number) =>
  ((position + 0.5) / Math.max(1, total)) * 1_000 - LINE / 2;

/** Drawn again when the marks have changed, not with every row. */
const MarkLines = memo(function MarkLines({ marks }: { marks: Marks }) {
  const { total, broken, bookmarks } = marks;
  const part = 1_000 / Math.max(1, broken.length);
  return (
    <>
      {worstOfParts(marks).map((severity, at) => {
        if (severity === null) return null;
        const y = at * part;
        return (
          <rect
            key={y}
            data-severity={severity}
            x="5"
            y={y}
            width="5"
            height={Math.max(LINE, part)}
            fill={severityColor(severity)}
          />
        );
      })}
      {bookmarks.map((position) => (
        <rect
          key={position}
          className={classes.bookmark}
          x="0"
          y={placeOf(position, total)}
          width="4"
          height={LINE}
        />
      ))}
    </>
  );
});
