// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell (ARIA grid pattern)
import { memo } from 'react';
import type { ByteSource } from './byte-source.ts';
import classes from './hex-dump.module.css';
import { asciiOf, hexOf, offsetOf } from './hex-lines.ts';

interface Props {
  readonly source: ByteSource;
  /** Id of the dump: bytes are named after it. */
  readonly id: string;
  readonly start: number;
  readonly perLine: number;
  /** The marked and the selected part of this line; both 0 for none. */
  readonly markStart: number;
  readonly markEnd: number;
  readonly selectStart: number;
  readonly selectEnd: number;
  readonly cursor: number | null;
  /** Whether the bytes are there: a line is drawn again when they come. */
  readonly arrived: boolean;
}

/** The element of a byte. */
export const byteId = (id: string, offset: number): string => `${id}-${offset}`;

/** A line of a dump: its offset, its bytes, their ASCII. */
export const HexLine = memo(function HexLine(props: Props) {
  const { source, id, start, perLine, cursor } = props;
  const end = Math.min(start + perLine, source.size);
  const offsets = Array.from({ length: end - start }, (_, at) => start + at);
  const marks = (offset: number) => ({
    'data-at': offset,
    'data-marked': (offset >= props.markStart && offset < props.markEnd) || undefined,
    'data-selected': (offset >= props.selectStart && offset < props.selectEnd) || undefined,
    'data-cursor': offset === cursor || undefined,
  });
  const text = (offset: number, draw: (byte: number) => string, missing: string) => {
    const byte = source.at(offset);
    return byte === undefined ? missing : draw(byte);
  };
  return (
    <div className={classes.line} role="row" aria-rowindex={Math.floor(start / perLine) + 1}>
      <span className={classes.offset} role="rowheader">
        {offsetOf(start)}
      </span>
      <span className={classes.hex} role="none" style={{ width: `${perLine * 3 + 1}ch` }}>
        {offsets.map((offset) => (
          <span
            key={offset}
            id={byteId(id, offset)}
            role="gridcell"
            aria-selected={offset >= props.selectStart && offset < props.selectEnd}
            data-gap={offset - start === perLine / 2 || undefined}
            {...marks(offset)}
          >
            {`${text(offset, hexOf, '··')} `}
          </span>
        ))}
      </span>
      <span className={classes.ascii} role="gridcell">
        {offsets.map((offset) => (
          <span key={offset} {...marks(offset)}>
            {text(offset, asciiOf, ' ')}
          </span>
        ))}
      </span>
    </div>
  );
});
