import type { TFunction } from 'i18next';
import type { StateBand } from '../../shared/contract/ladder-commands.ts';
import { isLoss, stateText } from '../components/band-text.ts';
import type { Side } from '../components/packet-words.ts';
import { severityColor } from '../components/severity-icon.tsx';
import { densityPaths, EDGE, SLICE_HEIGHT, upStretches } from './density-shapes.ts';
import { fitText } from './fit-text.ts';
import { wordsFont } from './label-layout.ts';
import type { Lanes } from './lanes.ts';
import { MinorText } from './texts.tsx';
import type { Density } from './use-density.ts';

/** Between two times in the gutter, in slices. */
const TICK_SLICES = 12;
/** Between two texts of lost connections, in CSS pixels. */
const TEXT_GAP = 16;
const RIGHT_EDGE = 8;
/** From the middle of a line to the baseline of a text beside it. */
const BASELINE = 4;
/** What marks a slice begins behind the times, and ends behind the marks of problems. */
const MARKED_BEFORE = 8;
const MARKED_BEHIND = 20;

interface Props {
  readonly density: Density;
  readonly bands: readonly StateBand[];
  readonly side: Side;
  readonly lanes: Lanes;
  /** How much larger than made it is drawn. */
  readonly scale: number;
  /** The slice that is told about; null for none. */
  readonly cursor: number | null;
  /** Microseconds since the epoch; null for none. */
  readonly selectedTime: number | null;
  readonly t: TFunction;
  timeText(time: number): string;
}

/** The drawing of the overview: what each side sent, mirrored between the lanes. */
export function OverviewDrawing(props: Props) {
  const { density, bands, side, lanes, scale, cursor, selectedTime, t, timeText } = props;
  const { from, to, slices, problems } = density;
  const height = slices.length * SLICE_HEIGHT;
  const whole = height + 2 * EDGE;
  const yOf = (time: number) => ((time - from) / (to - from)) * height;
  const marked = { from: lanes.device - MARKED_BEFORE, to: lanes.cloud + MARKED_BEHIND };
  const ticks = slices.flatMap((_, at) => (at % TICK_SLICES === 0 ? [at] : []));
  return (
    <svg
      aria-hidden
      width={lanes.width * scale}
      height={whole * scale}
      viewBox={`0 ${-EDGE} ${lanes.width} ${whole}`}
    >
      {cursor !== null && (
        <rect
          y={cursor * SLICE_HEIGHT - 0.5}
          x={marked.from}
          width={marked.to - marked.from}
          height={SLICE_HEIGHT}
          fill="var(--text)"
          fillOpacity={0.12}
        />
      )}
      {ticks.map((at) => (
        <MinorText key={at} x={lanes.times} y={(at + 0.5) * SLICE_HEIGHT + BASELINE}>
          {timeText(from + ((to - from) * at) / slices.length)}
        </MinorText>
      ))}
      {upStretches(bands, from, to, height).flatMap(({ top, bottom, up }) =>
        [lanes.device, lanes.cloud].map((x) => (
          <line
            key={`${x} ${top}`}
            x1={x}
            x2={x}
            y1={top}
            y2={bottom}
            stroke={up ? 'var(--state-connected)' : 'var(--state-failed)'}
            strokeWidth={up ? 2 : 1}
            strokeDasharray={up ? undefined : '2 3'}
          />
        )),
      )}
      {densityPaths(slices, lanes).map(({ family, d }) => (
        <path key={family} d={d} fill={`var(--family-${family})`} />
      ))}
      {problems.map(({ severity }, at) =>
        severity === null ? null : (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a slice is known by its place
            key={at}
            data-severity={severity}
            x={lanes.cloud + 8}
            y={at * SLICE_HEIGHT - 0.5}
            width={10}
            height={SLICE_HEIGHT}
            fill={severityColor(severity)}
          />
        ),
      )}
      <Losses bands={bands} side={side} lanes={lanes} yOf={yOf} t={t} />
      {selectedTime !== null && selectedTime >= from && selectedTime < to && (
        <line
          x1={marked.from}
          x2={marked.to}
          y1={yOf(selectedTime)}
          y2={yOf(selectedTime)}
          stroke="var(--text)"
          data-part="selected-time"
        />
      )}
    </svg>
  );
}

interface LossesProps {
  readonly bands: readonly StateBand[];
  readonly side: Side;
  readonly lanes: Lanes;
  readonly t: TFunction;
  yOf(time: number): number;
}

/** Where the connection was lost, with why beside it as far as there is room. */
function Losses({ bands, side, lanes, yOf, t }: LossesProps) {
  let free = 0;
  return bands.map((band) => {
    const loss = band.states.find(isLoss);
    if (!loss) return null;
    const y = yOf(band.time);
    const hasText = y >= free;
    if (hasText) free = y + TEXT_GAP;
    const text = stateText(loss, side, t);
    return (
      <g key={`${band.time} ${band.position}`}>
        <title>{text}</title>
        <line
          x1={lanes.device}
          x2={lanes.cloud}
          y1={y}
          y2={y}
          stroke="var(--state-failed)"
          strokeDasharray="4 3"
        />
        {hasText && (
          <MinorText x={lanes.beside} y={y + BASELINE} color="var(--state-failed)">
            {fitText(text, lanes.width - lanes.beside - RIGHT_EDGE, wordsFont, 'end')}
          </MinorText>
        )}
      </g>
    );
  });
}
