// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { ByteSource } from './byte-source.ts';
import classes from './hex-dump.module.css';
import { byteId, HexLine } from './hex-line.tsx';
import { bytesPerLine, offsetOf } from './hex-lines.ts';
import { contentHeight, scrollTopKeeping, scrollTopShowing, topOf } from './hex-scroll.ts';
import { type HexSelection, rangeOf, selectionAfter } from './hex-selection.ts';
import { offsetAt, useByteDrag } from './use-byte-drag.ts';
import { useDumpSize } from './use-dump-size.ts';

/** Lines drawn beyond either edge. */
const OVERSCAN = 6;

/** A stretch of bytes, `end` exclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

interface Props {
  readonly label: string;
  readonly source: ByteSource;
  readonly marked: ByteRange | null;
  /** Brought into sight, once. */
  readonly sought: ByteRange | null;
  readonly selection: HexSelection | null;
  onSelect(selection: HexSelection): void;
  /** Ctrl or ⌘+C. */
  onCopy(): void;
  onHover?(offset: number | null): void;
}

const none: ByteRange = { start: 0, end: 0 };

/** The part of a range that lies in a line. */
function within(range: ByteRange | null, start: number, end: number): ByteRange {
  if (range === null || range.start >= end || range.end <= start) return none;
  return { start: Math.max(start, range.start), end: Math.min(end, range.end) };
}

/** Bytes as hexadecimal digits and ASCII, with a cursor; only the lines in sight are drawn. */
export function HexDump(props: Props) {
  const { label, source, marked, sought, selection, onSelect, onCopy, onHover } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const size = useDumpSize(scroller, probe);
  const drag = useByteDrag(selection, onSelect);
  const [scrollTop, setScrollTop] = useState(0);
  const perLine = bytesPerLine(size.columns, offsetOf(source.size).length);
  const lines = Math.ceil(source.size / perLine);
  const scroll = { lines, lineHeight: size.lineHeight, viewport: size.viewport };
  const top = topOf(scrollTop, scroll);
  const first = Math.max(0, Math.floor(top / size.lineHeight) - OVERSCAN);
  const count = Math.min(lines - first, Math.ceil(size.viewport / size.lineHeight) + 2 * OVERSCAN);
  const end = Math.min(source.size, (first + count) * perLine);
  const cursor = selection?.head ?? null;

  useEffect(() => source.want(first * perLine, end), [source, first, perLine, end]);

  const { start: soughtStart, end: soughtEnd } = sought ?? none;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is sought is shown once, and may be scrolled away
  useEffect(() => {
    const element = scroller.current;
    if (!element || soughtStart === soughtEnd) return;
    const [from, to] = [Math.floor(soughtStart / perLine), Math.ceil(soughtEnd / perLine)];
    element.scrollTop = scrollTopShowing(from, to, element.scrollTop, scroll);
  }, [soughtStart, soughtEnd, perLine]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: as above, for the cursor
  useEffect(() => {
    const element = scroller.current;
    if (!element || cursor === null) return;
    const line = Math.floor(cursor / perLine);
    element.scrollTop = scrollTopKeeping(line, element.scrollTop, scroll);
  }, [cursor, perLine]);

  function onKeyDown(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
      event.preventDefault();
      onCopy();
      return;
    }
    const page = Math.max(1, Math.floor(size.viewport / size.lineHeight) - 1);
    const { start } = marked ?? none;
    const at = selection ?? { anchor: start, head: start };
    const next = selectionAfter(event, at, { size: source.size, perLine, page });
    if (!next) return;
    event.preventDefault();
    // The first key shows where the cursor is.
    onSelect(selection ? next : at);
  }

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={lines}
      aria-multiselectable
      aria-readonly
      aria-activedescendant={
        cursor !== null && cursor >= first * perLine && cursor < end
          ? byteId(id, cursor)
          : undefined
      }
      tabIndex={0}
      className={classes.dump}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
      onMouseOver={(event) => onHover?.(offsetAt(event))}
      onMouseLeave={() => onHover?.(null)}
      {...drag}
    >
      <span ref={probe} className={classes.probe} aria-hidden />
      <div className={classes.lines} role="none" style={{ height: contentHeight(scroll) }}>
        <div
          role="rowgroup"
          style={{ transform: `translateY(${scrollTop - top + first * size.lineHeight}px)` }}
        >
          {Array.from({ length: Math.max(0, count) }, (_, at) => {
            const start = (first + at) * perLine;
            const mark = within(marked, start, start + perLine);
            const select = within(selection && rangeOf(selection), start, start + perLine);
            const here = cursor !== null && cursor >= start && cursor < start + perLine;
            return (
              <HexLine
                key={start}
                id={id}
                source={source}
                start={start}
                perLine={perLine}
                markStart={mark.start}
                markEnd={mark.end}
                selectStart={select.start}
                selectEnd={select.end}
                cursor={here ? cursor : null}
                arrived={source.at(start) !== undefined}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
