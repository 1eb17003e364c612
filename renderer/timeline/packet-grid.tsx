// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
import { type CSSProperties, type MouseEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ROWS_MAX } from '../../shared/contract/commands.ts';
import { contentHeight, rowsInSight } from '../components/scroll-map.ts';
import { UnseenButton } from '../components/unseen-button.tsx';
import { useApp } from '../stores/use-app.ts';
import { useGridKeys } from '../stores/view/use-grid-keys.ts';
import { useRowScroll } from '../stores/view/use-row-scroll.ts';
import type { SelectedPlace } from '../stores/view/use-selected-place.ts';
import type { OpenedView } from '../stores/view/use-view.ts';
import { packetsOf } from '../stores/view/view.ts';
import { GridHeader } from './grid-header.tsx';
import { RowMenu } from './row-menu.tsx';
import { RowView } from './row-view.tsx';
import classes from './timeline.module.css';
import { useKeptPlace } from './use-kept-place.ts';
import { useRowMenu } from './use-row-menu.ts';

/** Height of every row and of the header, in CSS pixels. */
const ROW_HEIGHT = 24;

/** Rows drawn beyond either edge, so that a turn of the wheel never shows a gap. */
const OVERSCAN = 8;

interface Props extends OpenedView {
  readonly selectedRow: number | null;
  readonly place: SelectedPlace | null;
  onSelect(row: number | null): void;
}

/** The grid: draws the rows in sight, and nothing else whatever the length of the capture. */
export function PacketGrid({ view, filterText, selectedRow, place, onSelect }: Props) {
  const { t } = useTranslation();
  const gridId = useId();
  const state = useStore(view.store);
  const { total, start, following, known } = state;
  const relative = useApp(({ preferences }) => preferences.times === 'relative');
  const scroller = useRef<HTMLDivElement>(null);
  const scroll = useRowScroll(scroller, view, following, {
    total,
    rowHeight: ROW_HEIGHT,
    headHeight: ROW_HEIGHT,
  });
  const { geometry, position } = scroll;
  const { first, count } = rowsInSight(position, geometry, OVERSCAN);
  const slots = Math.ceil(geometry.viewport / ROW_HEIGHT) + 1 + 2 * OVERSCAN;
  const firstInSight = Math.ceil(position.top / ROW_HEIGHT);
  const lastInSight = Math.floor((position.top + geometry.viewport) / ROW_HEIGHT) - 1;
  const releasePlace = useKeptPlace(view, scroll, selectedRow, place);
  const { menu, ...menuOf } = useRowMenu(view.rowAt, onSelect);

  // The row before the first one drawn is needed for its delta.
  const before = Math.max(0, first - 1);
  useEffect(() => view.show(before, count + 1), [view, before, count]);
  useEffect(() => view.setTailRows(Math.min(ROWS_MAX, slots + 1)), [view, slots]);

  const showRow = useRef(scroll.showRow);
  showRow.current = scroll.showRow;
  const shownRow = useRef<number | null>(null);
  useEffect(() => {
    if (selectedRow === null) shownRow.current = null;
    if (place === null || shownRow.current === selectedRow) return;
    shownRow.current = selectedRow;
    if (place.found) showRow.current(place.position);
  }, [selectedRow, place]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view has not shown it yet
  useEffect(() => {
    return () => {
      shownRow.current = null;
    };
  }, [view]);

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
    showRow: scroll.showRow,
  });

  function onClick(event: MouseEvent): void {
    const row = event.target instanceof Element && event.target.closest('[data-row]');
    if (row instanceof HTMLElement) onSelect(Number(row.dataset.row));
  }

  const drawn = Array.from({ length: Math.max(0, count) }, (_, at) => first + at);
  const numberAt = (at: number) => view.rowAt(at)?.row ?? view.numberAt(at);
  const active = drawn.find((at) => selectedRow !== null && numberAt(at) === selectedRow);
  const rowId = (at: number) => `${gridId}-${at}`;
  const unseen = following ? 0 : total - Math.max(known, lastInSight + 1);

  return (
    <>
      <div
        ref={scroller}
        role="grid"
        aria-label={t('timeline.grid')}
        aria-rowcount={total}
        aria-activedescendant={active === undefined ? undefined : rowId(active)}
        tabIndex={0}
        className={classes.grid}
        style={
          {
            '--number-width': `${Math.max(4, String(packetsOf(state)).length) * 0.52}rem`,
          } as CSSProperties
        }
        onScroll={() => scroll.onScroll() && releasePlace()}
        onClick={onClick}
        onContextMenu={menuOf.onContextMenu}
        onKeyDown={(event) => menuOf.onKeyDown(event) || pressKey(event)}
      >
        <GridHeader relative={relative} />
        <div role="rowgroup" className={classes.rows} style={{ height: contentHeight(geometry) }}>
          <div
            role="presentation"
            className={classes.window}
            style={{ top: first * ROW_HEIGHT - Math.round(position.top - position.scrollTop) }}
          >
            {drawn.map((at) => (
              <RowView
                // Slots are used again as rows come and go: a row costs an update, not a mount.
                key={at % slots}
                position={at}
                number={numberAt(at)}
                row={view.rowAt(at)}
                timeBefore={view.rowAt(at - 1)?.time}
                origin={relative ? start * 1_000 : null}
                selected={at === active}
                id={rowId(at)}
                t={t}
              />
            ))}
          </div>
        </div>
      </div>
      <UnseenButton unseen={unseen} onFollow={() => view.follow(true)} />
      {menu && (
        <RowMenu
          {...menu}
          filterText={filterText}
          onClose={() => {
            menuOf.close();
            scroller.current?.focus();
          }}
        />
      )}
    </>
  );
}
