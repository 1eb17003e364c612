import type { TFunction } from 'i18next';
import type { Side } from '../components/packet-words.ts';
import { fitText, widthOf } from './fit-text.ts';
import { wordsFont } from './label-layout.ts';
import classes from './ladder.module.css';
import type { Lanes } from './lanes.ts';

export const HEAD_HEIGHT = 28;
const BASELINE = 18;

/** Who the two sides are. */
export interface Ends {
  readonly device: string;
  readonly cloud: string;
  readonly side: Side;
}

interface Props {
  readonly ends: Ends;
  readonly lanes: Lanes;
  /** What stands beside the cloud. */
  readonly beside: 'answers' | 'problems';
  readonly t: TFunction;
}

/** Names of the two lanes, as a drawing. */
export function LadderHeadDrawing({ ends, lanes, beside, t }: Props) {
  const half = (lanes.cloud - lanes.device) / 2 - 12;
  return (
    <g fontFamily="var(--mantine-font-family)" fontSize={wordsFont.size} fill="var(--text-dimmed)">
      <text x={lanes.times} y={BASELINE}>
        {t('timeline.columns.time')}
      </text>
      <End
        x={lanes.device - 8}
        anchor="start"
        name={t('ladder.device')}
        of={ends.device}
        room={half}
      />
      <End
        x={lanes.cloud + 8}
        anchor="end"
        name={t(`packetWords.sides.${ends.side}`)}
        of={ends.cloud}
        room={half}
      />
      <text x={lanes.beside} y={BASELINE}>
        <title>{t(`ladder.${beside}Title`)}</title>
        {t(`ladder.${beside}`)}
      </text>
    </g>
  );
}

interface EndProps {
  readonly x: number;
  readonly anchor: 'start' | 'end';
  readonly name: string;
  readonly of: string;
  readonly room: number;
}

function End({ x, anchor, name, of, room }: EndProps) {
  const left = room - widthOf(name, wordsFont) - 8;
  return (
    <text x={x} y={BASELINE} textAnchor={anchor}>
      <title>{of}</title>
      <tspan fontWeight={600} fill="var(--text)">
        {name}
      </tspan>{' '}
      {fitText(of, left, wordsFont, 'end')}
    </text>
  );
}

/** The head that stays in sight above the lines. */
export function LadderHead({ scale, ...props }: Props & { readonly scale: number }) {
  const { width } = props.lanes;
  return (
    <svg
      aria-hidden
      className={classes.head}
      width={width * scale}
      height={HEAD_HEIGHT * scale}
      viewBox={`0 0 ${width} ${HEAD_HEIGHT}`}
    >
      <LadderHeadDrawing {...props} />
    </svg>
  );
}
