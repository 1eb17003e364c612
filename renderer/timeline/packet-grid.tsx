// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row (ARIA grid pattern)
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ROWS_MAX } from '../../shared/contract/commands.ts';
import { useApp } from '../stores/use-app.ts';
import { rowForKey } from './grid-keys.ts';
import { GridToolbar } from './grid-toolbar.tsx';
import { RowView } from './row-view.tsx';
import { contentHeight, ROW_HEIGHT, rowsInSight } from './scroll-map.ts';
import classes from './timeline.module.css';
import { useTimelineScroll } from './use-timeline-scroll.ts';
import type { View } from './view-store.ts';

/** Rows drawn beyond either edge, so that a turn of the wheel never shows a gap. */
const OVERSCAN = 8;

/** Marks the pane that Enter goes to; the page's only word between the two. */
const DETAILS_SELECTOR = '[data-pane="packet-details"]';

const columns = [
  ['number', true],
  ['time', false],
  ['delta', true],
  ['direction', false],
  ['type', false],
  ['id', true],
  ['topic', false],
  ['size', true],
  ['answer', false],
] as const;

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

function Header({ relative }: { relative: boolean }) {
  const { t } = useTranslation();
  return (
    <div role="row" className={classes.header}>
      {columns.map(([name, right]) => (
        <span
          key={name}
          role="columnheader"
          className={right ? classes.right : undefined}
          title={name === 'time' && !relative ? t('timeline.zone', { zone: zone() }) : undefined}
        >
          {name === 'direction' ? (
            <span className="visually-hidden">{t('timeline.columns.direction')}</span>
          ) : (
            t(`timeline.columns.${name}`)
          )}
        </span>
      ))}
    </div>
  );
}

interface Props {
  readonly view: View;
  readonly selectedRow: number | null;
  onSelect(row: number | null): void;
}

/** The grid: draws the rows in sight, and nothing else whatever the length of the capture. */
export function PacketGrid({ view, selectedRow, onSelect }: Props) {
  const { t } = useTranslation();
  const gridId = useId();
  const { total, start, following, known } = useStore(view.store);
  const relative = useApp(({ preferences }) => preferences.times === 'relative');
  const scroller = useRef<HTMLDivElement>(null);
  const scroll = useTimelineScroll(scroller, view, total, following);
  const { geometry, position } = scroll;
  const { first, count } = rowsInSight(position, geometry, OVERSCAN);
  const slots = Math.ceil(geometry.viewport / ROW_HEIGHT) + 1 + 2 * OVERSCAN;
  const firstInSight = Math.ceil(position.top / ROW_HEIGHT);
  const lastInSight = Math.floor((position.top + geometry.viewport) / ROW_HEIGHT) - 1;

  // The row before the first one drawn is needed for its delta.
  const before = Math.max(0, first - 1);
  useEffect(() => view.show(before, count + 1), [view, before, count]);
  useEffect(() => view.setTailRows(Math.min(ROWS_MAX, slots + 1)), [view, slots]);

  const showRow = useRef(scroll.showRow);
  showRow.current = scroll.showRow;
  useEffect(() => {
    if (selectedRow !== null) showRow.current(selectedRow);
  }, [selectedRow]);

  function onClick(event: MouseEvent): void {
    const row = event.target instanceof Element && event.target.closest('[data-row]');
    if (row instanceof HTMLElement) onSelect(Number(row.dataset.row));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && selectedRow !== null) {
      event.preventDefault();
      document.querySelector<HTMLElement>(DETAILS_SELECTOR)?.focus();
      return;
    }
    const peer = selectedRow === null ? null : (view.rowAt(selectedRow)?.peer ?? null);
    const cursor = { selected: selectedRow, total, firstInSight, lastInSight, peer };
    const row = rowForKey(event.key, cursor);
    if (row === null) return;
    event.preventDefault();
    if (row === selectedRow) scroll.showRow(row);
    else onSelect(row);
  }

  const drawn = Array.from({ length: Math.max(0, count) }, (_, at) => first + at);
  const active = selectedRow !== null && drawn.includes(selectedRow);
  const rowId = (row: number) => `${gridId}-${row}`;
  const unseen = following ? 0 : total - Math.max(known, lastInSight + 1);

  return (
    <>
      <GridToolbar following={following} unseen={unseen} onFollow={scroll.follow} />
      <div
        ref={scroller}
        role="grid"
        aria-label={t('timeline.grid')}
        aria-rowcount={total}
        aria-activedescendant={active ? rowId(selectedRow) : undefined}
        tabIndex={0}
        className={classes.grid}
        style={
          { '--number-width': `${Math.max(4, String(total).length) * 0.52}rem` } as CSSProperties
        }
        onScroll={scroll.onScroll}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <Header relative={relative} />
        <div role="rowgroup" className={classes.rows} style={{ height: contentHeight(total) }}>
          <div
            role="presentation"
            className={classes.window}
            style={{ top: first * ROW_HEIGHT - Math.round(position.top - position.scrollTop) }}
          >
            {drawn.map((row) => (
              <RowView
                // Slots are used again as rows come and go: a row costs an update, not a mount.
                key={row % slots}
                index={row}
                row={view.rowAt(row)}
                timeBefore={view.rowAt(row - 1)?.time}
                origin={relative ? start * 1_000 : null}
                selected={row === selectedRow}
                id={rowId(row)}
                t={t}
              />
            ))}
          </div>
        </div>
      </div>
    </>
  );
}
