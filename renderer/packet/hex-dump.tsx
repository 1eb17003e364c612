import { memo, type SyntheticEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import classes from './hex-dump.module.css';
import { asciiOf, bytesPerLine, hexOf, offsetOf } from './hex-lines.ts';

/** Height of a line in pixels, as in the style sheet. */
const LINE_HEIGHT = 18;
/** Padding of a line on both sides together, in pixels. */
const PADDING = 24;
/** Lines drawn beyond either edge. */
const OVERSCAN = 6;

/** A stretch of bytes, `end` exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

interface Props {
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly marked?: Range | null;
  onByte?(offset: number): void;
  onHover?(offset: number | null): void;
}

interface LineProps {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly perLine: number;
  /** The marked part of this line; both 0 for none. */
  readonly markStart: number;
  readonly markEnd: number;
}

const Line = memo(function Line({ bytes, start, perLine, markStart, markEnd }: LineProps) {
  const offsets = Array.from(bytes.subarray(start, start + perLine), (_, at) => start + at);
  const cells = (draw: (byte: number) => string, gap: boolean) =>
    offsets.map((offset) => (
      <span
        key={offset}
        data-at={offset}
        data-marked={(offset >= markStart && offset < markEnd) || undefined}
        data-gap={(gap && offset - start === perLine / 2) || undefined}
      >
        {draw(bytes[offset] ?? 0)}
      </span>
    ));
  return (
    <div className={classes.line}>
      <span className={classes.offset}>{offsetOf(start)}</span>
      <span className={classes.hex} style={{ width: `${perLine * 3 + 1}ch` }}>
        {cells((byte) => `${hexOf(byte)} `, true)}
      </span>
      <span className={classes.ascii}>{cells(asciiOf, false)}</span>
    </div>
  );
});

function offsetAt({ target }: SyntheticEvent): number | null {
  const cell = target instanceof Element ? target.closest('[data-at]') : null;
  return cell instanceof HTMLElement ? Number(cell.dataset.at) : null;
}

/** Bytes as hexadecimal digits and ASCII; only the lines in sight are drawn. */
export function HexDump({ label, bytes, marked = null, onByte, onHover }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const [size, setSize] = useState({ columns: 0, height: 0 });
  const [top, setTop] = useState(0);
  const perLine = bytesPerLine(size.columns, offsetOf(bytes.length).length);
  const lines = Math.ceil(bytes.length / perLine);
  const first = Math.max(0, Math.floor(top / LINE_HEIGHT) - OVERSCAN);
  const count = Math.min(lines - first, Math.ceil(size.height / LINE_HEIGHT) + 2 * OVERSCAN);

  useLayoutEffect(() => {
    const element = scroller.current;
    const character = probe.current?.getBoundingClientRect().width;
    if (!element || !character) return;
    const measure = () =>
      setSize({
        columns: Math.floor((element.clientWidth - PADDING) / character),
        height: element.clientHeight,
      });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);

  const start = marked?.start ?? null;
  const end = marked?.end ?? null;
  useEffect(() => {
    const element = scroller.current;
    if (!element || start === null || end === null) return;
    const upper = Math.floor(start / perLine) * LINE_HEIGHT;
    const lower = Math.ceil(end / perLine) * LINE_HEIGHT;
    const seen = lower > element.scrollTop && upper < element.scrollTop + element.clientHeight;
    if (!seen) element.scrollTop = upper - LINE_HEIGHT;
  }, [start, end, perLine]);

  return (
    // biome-ignore lint/a11y/useKeyWithMouseEvents: what the pointer does here, the tree of fields does by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields of a form, and these are bytes
    <div
      ref={scroller}
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to do that
      tabIndex={0}
      className={classes.dump}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onClick={(event) => {
        const offset = offsetAt(event);
        if (offset !== null) onByte?.(offset);
      }}
      onMouseOver={(event) => onHover?.(offsetAt(event))}
      onMouseLeave={() => onHover?.(null)}
    >
      <span ref={probe} className={classes.probe} aria-hidden />
      <div className={classes.lines} style={{ height: lines * LINE_HEIGHT }}>
        <div style={{ transform: `translateY(${first * LINE_HEIGHT}px)` }}>
          {Array.from({ length: Math.max(0, count) }, (_, at) => {
            const from = (first + at) * perLine;
            const markStart = Math.max(from, start ?? 0);
            const markEnd = Math.min(from + perLine, end ?? 0);
            const hit = markStart < markEnd;
            return (
              <Line
                key={from}
                bytes={bytes}
                start={from}
                perLine={perLine}
                markStart={hit ? markStart : 0}
                markEnd={hit ? markEnd : 0}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
