// biome-ignore-all lint/a11y/useSemanticElements: a picture has no table elements
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ROWS_MAX } from '../../shared/contract/commands.ts';
import { contentHeight, rowsInSight } from '../components/scroll-map.ts';
import { UnseenButton } from '../components/unseen-button.tsx';
import { useKeptPlace } from '../stores/use-kept-place.ts';
import { useRowFindings } from '../stores/use-row-findings.ts';
import { type OpenedMenu, useRowMenu } from '../stores/use-row-menu.ts';
import { useTextScale } from '../stores/use-text-scale.ts';
import { useTimeScale } from '../stores/use-time-scale.ts';
import {
  extendSelection,
  moveSelection,
  selectAmongChosen,
  useChosenRanges,
  useSelectedRow,
} from '../stores/view/selection.ts';
import type { Bands } from '../stores/view/use-bands.ts';
import { useGridKeys } from '../stores/view/use-grid-keys.ts';
import { useRowScroll } from '../stores/view/use-row-scroll.ts';
import { useRowSelection } from '../stores/view/use-row-selection.ts';
import { useSelectedPlace } from '../stores/view/use-selected-place.ts';
import { packetsOf, type View } from '../stores/view/view.ts';
import { barsOf } from './bars.ts';
import { stretchesOf } from './connection-lines.ts';
import { Diagram } from './diagram.tsx';
import { drawnLines, rowsOf } from './drawn-lines.ts';
import { LadderItems } from './items.ts';
import classes from './ladder.module.css';
import { HEAD_HEIGHT, LadderHead } from './ladder-head.tsx';
import { lanesOf } from './lanes.ts';
import { LegendFoot, packetsLegend } from './legend.tsx';
import type { LineHeight } from './row-shape.ts';
import { rememberSight } from './sight.ts';
import { useEnds } from './use-ends.ts';
import { useShownPlace } from './use-shown-place.ts';
import { useSize } from './use-size.ts';

/** As in the timeline. */
const OVERSCAN = 4;

interface Props {
  readonly view: View;
  readonly captureId: string;
  readonly bands: Bands;
  readonly lineHeight: LineHeight;
  menu(opened: OpenedMenu<never> | null, close: () => void, leave: () => void): ReactNode;
  onSelect(row: number | null): void;
}

/** The ladder packet by packet: draws the lines in sight, and nothing else whatever the length. */
export function LadderGrid(props: Props) {
  const { view, captureId, bands, lineHeight, onSelect } = props;
  const { t } = useTranslation();
  const gridId = useId();
  const state = useStore(view.store);
  const { total, following, known } = state;
  const selectedRow = useSelectedRow(captureId);
  const chosen = useChosenRanges(captureId);
  const place = useSelectedPlace(view, selectedRow);
  const selection = useRowSelection(captureId, view, selectedRow);
  const timeScale = useTimeScale(view, captureId);
  const scale = useTextScale();
  const rowHeight = lineHeight * scale;
  const ends = useEnds(captureId);
  const scroller = useRef<HTMLDivElement>(null);
  const items = new LadderItems(bands.bands, total);
  const scroll = useRowScroll(scroller, view, following, {
    total: items.count,
    rowHeight,
    headHeight: HEAD_HEIGHT * scale,
  });
  const { geometry, position } = scroll;
  const { first, count } = rowsInSight(position, geometry, following ? 0 : OVERSCAN);
  const slots = Math.ceil(geometry.viewport / rowHeight) + 1 + 2 * OVERSCAN;
  const firstInSight = Math.ceil(position.top / rowHeight);
  const lastInSight = Math.floor((position.top + geometry.viewport) / rowHeight) - 1;
  const findings = useRowFindings(captureId);
  const { width } = useSize(scroller);
  const lanes = lanesOf(width / scale, String(packetsOf(state)).length);

  // The row before the first one drawn tells how long nothing happened.
  const before = Math.max(0, items.positionAt(first) - 1);
  useEffect(() => view.show(before, count + 1), [view, before, count]);
  useEffect(() => view.setTailRows(Math.min(ROWS_MAX, slots + 1)), [view, slots]);
  const releasePlace = useKeptPlace(view, scroll, selectedRow, place, {
    arrangement: bands.arrangement,
    itemOf: (at) => items.itemOf(at),
    positionAt: (item) => items.positionAt(item),
  });
  useShownPlace({ items, scroll, following, selectedRow, place });

  const pressKey = useGridKeys({
    view,
    selectedRow,
    cursor: {
      selected: (selectedRow === null ? undefined : place?.position) ?? null,
      hidden: place?.found === false,
      total,
      firstInSight: items.positionAt(firstInSight),
      lastInSight: Math.min(total, items.positionAt(lastInSight + 1)) - 1,
    },
    onSelect,
    onExtend: (row) => extendSelection(captureId, row),
    onMove: (row) => moveSelection(captureId, row),
    showRow: (at) => scroll.showRow(items.itemOf(at)),
  });

  /** Goes where a band leads to. */
  function goFromBand({ target }: { target: EventTarget }): void {
    const band = target instanceof Element && target.closest('[data-to]');
    if (band instanceof SVGElement) onSelect(Number(band.dataset.to));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isOnBand = event.target !== scroller.current;
    if (isOnBand && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      goFromBand(event);
    } else if (!selection.onKeyDown(event)) pressKey(event);
    // A band goes out of the document with what moves in the grid: the focus may not.
    if (isOnBand && event.isDefaultPrevented()) scroller.current?.focus();
  }

  const idOf = (item: number) => `${gridId}-${item}`;
  const rows = rowsOf(view);
  const drawn = drawnLines({
    rows,
    items,
    first,
    count: Math.max(0, count),
    selectedRow,
    chosen,
    scale: timeScale,
    findings,
    idOf,
  });
  const rowIn = (item: number) => drawn.placed.find((placed) => placed.item === item)?.row;
  const { menu, ...menuOf } = useRowMenu(rowIn, (row) => selectAmongChosen(captureId, row), []);
  const unseen = following ? 0 : total - Math.max(known, items.positionAt(lastInSight + 1));
  useEffect(() =>
    rememberSight(view, {
      first: firstInSight,
      count: Math.max(1, Math.min(lastInSight + 1, items.count) - firstInSight),
      lanes,
    }),
  );

  return (
    <>
      <div className={classes.body}>
        <div
          ref={scroller}
          role="grid"
          aria-label={t('ladder.name')}
          aria-rowcount={items.count}
          aria-multiselectable
          aria-activedescendant={drawn.active === null ? undefined : idOf(drawn.active)}
          tabIndex={0}
          className={classes.scroller}
          onScroll={() => scroll.onScroll() && releasePlace()}
          onMouseDown={selection.onMouseDown}
          onClick={goFromBand}
          onContextMenu={menuOf.onContextMenu}
          onKeyDown={(event) => menuOf.onKeyDown(event) || onKeyDown(event)}
        >
          <LadderHead ends={ends} lanes={lanes} beside="answers" scale={scale} t={t} />
          <div
            role="presentation"
            className={classes.lines}
            style={{ height: contentHeight(geometry) }}
          >
            <svg
              role="rowgroup"
              className={classes.window}
              style={{ top: first * rowHeight - Math.round(position.top - position.scrollTop) }}
              width={lanes.width * scale}
              height={drawn.lines.length * rowHeight}
              viewBox={`0 0 ${lanes.width} ${drawn.lines.length * lineHeight}`}
            >
              <Diagram
                lines={drawn.lines}
                first={first}
                bars={barsOf(drawn.placed, rows.isShown)}
                stretches={stretchesOf(items, first, Math.max(0, count))}
                selectedRow={selectedRow}
                height={lineHeight}
                lanes={lanes}
                side={ends.side}
                t={t}
              />
            </svg>
          </div>
        </div>
        <UnseenButton unseen={unseen} onFollow={() => view.follow(true)} />
      </div>
      {total > 0 && (
        <LegendFoot legend={packetsLegend(lanes.width, t)} width={lanes.width} scale={scale} />
      )}
      {props.menu(menu, menuOf.close, () => scroller.current?.focus())}
    </>
  );
}
