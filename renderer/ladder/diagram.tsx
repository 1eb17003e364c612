import { BandLine, type BandLineProps } from './band-line.tsx';
import { BAR_WIDTH, BarShape } from './bar-shape.tsx';
import type { Bar } from './bars.ts';
import type { Stretch } from './connection-lines.ts';
import classes from './ladder.module.css';
import type { Lanes } from './lanes.ts';
import { PacketLine, type PacketLineProps } from './packet-line.tsx';
import { type LineHeight, shapeOf, sinkOf } from './row-shape.ts';

/** What a line shows: a packet or a band. */
export type DrawnLine = { readonly key: number } & (
  | { readonly kind: 'packet'; readonly props: Omit<PacketLineProps, Common> }
  | { readonly kind: 'band'; readonly props: Omit<BandLineProps, Common> }
);
type Common = 'y' | 'height' | 'lanes' | 't' | 'side';

/** Everything between the first and the last line of a window, or of a picture. */
export interface DiagramProps extends Pick<PacketLineProps, Exclude<Common, 'y'>> {
  readonly lines: readonly DrawnLine[];
  /** The first line's place among all, from 0. */
  readonly first: number;
  readonly bars: readonly Bar[];
  readonly stretches: readonly Stretch[];
  /** Row of the capture; its bars stand out. */
  readonly selectedRow: number | null;
}

export function Diagram(props: DiagramProps) {
  const { lines, first, bars, stretches, selectedRow, ...common } = props;
  const { height, lanes } = common;
  const yOf = (item: number) => (item - first) * height;
  return (
    <>
      <g aria-hidden>
        {lines.map(
          (line, at) =>
            line.kind === 'packet' &&
            (line.props.chosen || line.props.selected) && (
              <rect
                key={line.key}
                className={line.props.selected ? classes.selected : undefined}
                data-chosen={line.props.chosen || undefined}
                y={at * height}
                width={lanes.width}
                height={height}
                fill={line.props.chosen ? 'var(--surface-selected)' : 'none'}
              />
            ),
        )}
        {stretches.map((stretch) => (
          <Lifelines key={stretch.start} {...{ stretch, lanes, yOf }} />
        ))}
        {bars.map((bar) => (
          <BarView
            key={`${bar.kind} ${bar.request}`}
            bar={bar}
            lanes={lanes}
            height={height}
            yOf={yOf}
            end={lines.length * height}
            sink={sinkFor(bar)}
            strong={selectedRow === bar.request || selectedRow === bar.answer}
          />
        ))}
      </g>
      {lines.map((line, at) =>
        line.kind === 'packet' ? (
          <PacketLine key={line.key} {...line.props} {...common} y={at * height} />
        ) : (
          <BandLine key={line.key} {...line.props} {...common} y={at * height} />
        ),
      )}
    </>
  );

  function sinkFor({ from }: Bar): number {
    const line = from === null ? undefined : lines[from - first];
    const row = line?.kind === 'packet' ? line.props.row : undefined;
    return row ? sinkOf(row.roundTrip, shapeOf(height).slope) : 0;
  }
}

interface LifelinesProps {
  readonly stretch: Stretch;
  readonly lanes: Lanes;
  yOf(item: number): number;
}

/** Both lanes; dashed while the device is not on the line. */
function Lifelines({ stretch: { start, end, up }, lanes, yOf }: LifelinesProps) {
  return [lanes.device, lanes.cloud].map((x) => (
    <line
      key={x}
      x1={x}
      x2={x}
      y1={yOf(start)}
      y2={yOf(end)}
      stroke="var(--text-dimmed)"
      strokeOpacity={up ? 0.8 : 0.6}
      strokeDasharray={up ? undefined : '2 4'}
    />
  ));
}

const BAR_STEP = 6;

interface BarViewProps {
  readonly bar: Bar;
  readonly lanes: Lanes;
  readonly height: LineHeight;
  readonly end: number;
  readonly sink: number;
  readonly strong: boolean;
  yOf(item: number): number;
}

function BarView({ bar, lanes, height, end, sink, strong, yOf }: BarViewProps) {
  const { arrow } = shapeOf(height);
  const top = bar.from === null ? 0 : yOf(bar.from) + arrow + sink;
  const bottom = bar.to === null ? end : yOf(bar.to) + arrow;
  const x =
    bar.side === 'cloud'
      ? lanes.cloud + 2 + bar.slot * BAR_STEP
      : lanes.device - 2 - BAR_WIDTH - bar.slot * BAR_STEP;
  return (
    <g data-part="bar">
      <BarShape kind={bar.kind} x={x} y={top} height={Math.max(2, bottom - top)} strong={strong} />
    </g>
  );
}
