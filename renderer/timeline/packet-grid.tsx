// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
import { type CSSProperties, useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ROWS_MAX } from '../../shared/contract/commands.ts';
import { contentHeight, rowsInSight } from '../components/scroll-map.ts';
import { timeWidth } from '../components/time-text.ts';
import { UnseenButton } from '../components/unseen-button.tsx';
import { useBookmarkNotes, useBookmarks } from '../stores/bookmarks.ts';
import { useKeptPlace } from '../stores/use-kept-place.ts';
import { useRowFindings } from '../stores/use-row-findings.ts';
import { useRowMenu } from '../stores/use-row-menu.ts';
import { useTimeScale } from '../stores/use-time-scale.ts';
import { isInRanges } from '../stores/view/row-ranges.ts';
import {
  extendSelection,
  moveSelection,
  selectAmongChosen,
  useChosenRanges,
  useSelectedRow,
} from '../stores/view/selection.ts';
import { useTimeReference } from '../stores/view/time-reference.ts';
import { useCellValues } from '../stores/view/use-cell-values.ts';
import { useGridKeys } from '../stores/view/use-grid-keys.ts';
import { useRowScroll } from '../stores/view/use-row-scroll.ts';
import { useRowSelection } from '../stores/view/use-row-selection.ts';
import { useSelectedPlace } from '../stores/view/use-selected-place.ts';
import type { OpenedView } from '../stores/view/use-view.ts';
import { packetsOf } from '../stores/view/view.ts';
import { hasMarks, leastWidth, namesOf, tracksOf } from './columns.ts';
import { useTellCrowded } from './crowded-columns.ts';
import { GridHeader } from './grid-header.tsx';
import { Minimap } from './minimap.tsx';
import type { PacketCopies } from './packet-copies.ts';
import { RowExtras } from './row-extras.tsx';
import { pressRowKey } from './row-keys.ts';
import { cellId, RowView } from './row-view.tsx';
import classes from './timeline.module.css';
import { useActiveColumn } from './use-active-column.ts';
import { useBreaks } from './use-breaks.ts';
import { useColumns } from './use-columns.ts';
import { useGridMeasures } from './use-grid-measures.ts';
import { useRowActions } from './use-row-actions.ts';
import { useRowMarks } from './use-row-marks.ts';
import { useRowWords } from './use-row-words.ts';
import { useShownSelection } from './use-shown-selection.ts';

/**
 * Rows drawn beyond either edge, so that a turn of the wheel never shows a gap. None while the tail
 * is followed: nobody turns the wheel, and every row costs anew with each packet.
 */
const OVERSCAN = 4;
interface Props extends OpenedView {
  readonly captureId: string;
  readonly copies: PacketCopies;
  /** How often a packet was gone to by its number. */
  readonly goings: number;
  onSelect(row: number | null): void;
}

/** The grid: draws the rows in sight, and nothing else whatever the length of the capture. */
export function PacketGrid(props: Props) {
  const { captureId, view, filterText, copies, goings, onSelect } = props;
  const { t } = useTranslation();
  const gridId = useId();
  const state = useStore(view.store);
  const { total, following, known } = state;
  const selectedRow = useSelectedRow(captureId);
  const chosen = useChosenRanges(captureId);
  const place = useSelectedPlace(view, selectedRow);
  const selection = useRowSelection(captureId, view, selectedRow);
  const scale = useTimeScale(view, captureId);
  const reference = useTimeReference(captureId);
  const words = useRowWords(captureId);
  const scroller = useRef<HTMLDivElement>(null);
  const header = useRef<HTMLDivElement>(null);
  const { rowHeight, width } = useGridMeasures(scroller, header);
  const columns = useColumns(width, String(packetsOf(state)).length, timeWidth(scale));
  useTellCrowded(captureId, columns);
  const values = useCellValues(captureId, columns);
  const { activeColumn, ...cells } = useActiveColumn(columns);
  const scroll = useRowScroll(scroller, view, following, {
    total,
    rowHeight,
    headHeight: rowHeight,
  });
  const bookmarks = useBookmarks(captureId);
  const notes = useBookmarkNotes(captureId);
  const findings = useRowFindings(captureId);
  const marks = useRowMarks(findings);
  const breaks = useBreaks(view, captureId);
  const { geometry, position } = scroll;
  const { first, count } = rowsInSight(position, geometry, following ? 0 : OVERSCAN);
  const slots = Math.ceil(geometry.viewport / rowHeight) + 1 + 2 * OVERSCAN;
  const firstInSight = Math.ceil(position.top / rowHeight);
  const lastInSight = Math.floor((position.top + geometry.viewport) / rowHeight) - 1;
  const releasePlace = useKeptPlace(view, scroll, selectedRow, place);
  const { menu, ...menuOf } = useRowMenu(
    view.rowAt,
    (row) => selectAmongChosen(captureId, row),
    namesOf(columns),
  );
  useShownSelection(selectedRow, place, scroll.showRow, goings);

  // The row before the first one drawn is needed for its delta.
  const before = Math.max(0, first - 1);
  useEffect(() => view.show(before, count + 1), [view, before, count]);
  useEffect(() => view.setTailRows(Math.min(ROWS_MAX, slots + 1)), [view, slots]);

  const pressKey = useGridKeys({
    view,
    selectedRow,
    cursor: {
      selected: (selectedRow === null ? undefined : place?.position) ?? null,
      hidden: place?.found === false,
      total,
      firstInSight,
      lastInSight,
    },
    onSelect,
    onExtend: (row) => extendSelection(captureId, row),
    onMove: (row) => moveSelection(captureId, row),
    showRow: scroll.showRow,
  });

  const selectedAt = place?.found && selectedRow !== null ? place.position : null;
  const actions = useRowActions({
    ...props,
    selectedRow,
    columns,
    scale,
    words,
    values,
    timeBefore: selectedAt === null ? undefined : view.rowAt(selectedAt - 1)?.time,
  });

  const drawn = Array.from({ length: Math.max(0, count) }, (_, at) => first + at);
  // Whenever it is drawn: other rows may stand there by then.
  useEffect(() => values.show(drawn.map(view.rowAt)));
  const numberAt = (at: number) => view.rowAt(at)?.row ?? view.numberAt(at);
  const active = drawn.find((at) => selectedRow !== null && numberAt(at) === selectedRow);
  const rowId = (at: number) => `${gridId}-${at}`;
  const activeId = active === undefined ? undefined : rowId(active);
  const unseen = following ? 0 : total - Math.max(known, lastInSight + 1);
  const tracks = useMemo(
    () => ({
      '--timeline-columns': tracksOf(columns),
      '--timeline-width': `${leastWidth(columns)}rem`,
    }),
    [columns],
  );

  return (
    <>
      <div className={classes.body}>
        <div
          ref={scroller}
          role="grid"
          aria-label={t('timeline.grid')}
          aria-rowcount={total}
          aria-multiselectable
          aria-activedescendant={
            activeId && activeColumn ? cellId(activeId, activeColumn) : activeId
          }
          tabIndex={0}
          className={classes.grid}
          data-narrow={!hasMarks(columns, width) || undefined}
          style={tracks as CSSProperties}
          onScroll={() => scroll.onScroll() && releasePlace()}
          onMouseDown={selection.onMouseDown}
          onContextMenu={menuOf.onContextMenu}
          onKeyDown={(event) =>
            menuOf.onKeyDown(event) ||
            cells.onKeyDown(event) ||
            selection.onKeyDown(event) ||
            pressRowKey(event, actions.keyActions) ||
            pressKey(event)
          }
        >
          <GridHeader
            ref={header}
            columns={columns}
            scale={scale}
            reference={reference && reference.row + 1}
          />
          <div role="rowgroup" className={classes.rows} style={{ height: contentHeight(geometry) }}>
            <div
              role="presentation"
              className={classes.window}
              style={{ top: first * rowHeight - Math.round(position.top - position.scrollTop) }}
            >
              {drawn.map((at) => (
                <RowView
                  // By its place on the screen: elements stay where they are and get other texts. One
                  // that followed its row would be moved in the document, and laid out as a whole.
                  key={at - first}
                  position={at}
                  number={numberAt(at)}
                  row={view.rowAt(at)}
                  timeBefore={view.rowAt(at - 1)?.time}
                  scale={scale}
                  note={notes.get(numberAt(at) ?? -1)}
                  mark={marks.get(numberAt(at) ?? -1) ?? null}
                  lost={breaks.get(at) ?? null}
                  isReference={reference !== null && reference.row === numberAt(at)}
                  columns={columns}
                  selected={at === active}
                  chosen={
                    chosen.length === 0 ? at === active : isInRanges(chosen, numberAt(at) ?? -1)
                  }
                  activeColumn={at === active ? activeColumn : null}
                  id={rowId(at)}
                  words={words}
                  values={values.of(view.rowAt(at))}
                />
              ))}
            </div>
          </div>
        </div>
        <Minimap
          view={view}
          height={geometry.viewport}
          rowsHeight={contentHeight(geometry)}
          bookmarks={bookmarks}
          findings={findings}
          selected={selectedAt}
          onGo={(position) => {
            view.follow(false);
            releasePlace();
            scroll.placeRow(position, null);
          }}
        />
      </div>
      <UnseenButton unseen={unseen} onFollow={() => view.follow(true)} />
      <RowExtras
        captureId={captureId}
        filterText={filterText}
        copies={copies}
        actions={actions}
        values={values}
        menu={menu}
        onCloseMenu={menuOf.close}
        onLeave={() => scroller.current?.focus()}
      />
    </>
  );
}
