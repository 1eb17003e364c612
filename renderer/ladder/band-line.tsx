// biome-ignore-all lint/a11y/useSemanticElements: a picture has no table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row (ARIA grid pattern)
import type { TFunction } from 'i18next';
import { memo, type ReactNode } from 'react';
import type { StateBand } from '../../shared/contract/ladder-commands.ts';
import { bandLook, bandText } from '../components/band-text.ts';
import type { Side } from '../components/packet-words.ts';
import { StateIcon, type StateLook } from '../components/state-icon.tsx';
import { explainingRow } from './band-source.ts';
import { fitText, widthOf } from './fit-text.ts';
import { wordsFont } from './label-layout.ts';
import classes from './ladder.module.css';
import type { Lanes } from './lanes.ts';
import type { LineHeight } from './row-shape.ts';
import { MinorText } from './texts.tsx';

export const lookColors: Readonly<Record<StateLook, string>> = {
  idle: 'var(--state-closed)',
  connecting: 'var(--state-waiting)',
  connected: 'var(--state-connected)',
  waiting: 'var(--state-waiting)',
  failed: 'var(--state-failed)',
};

const BAND_HEIGHT = 18;
const ICON = 11;
const PAD = 8;

export interface BandLineProps {
  readonly item: number;
  readonly band: StateBand;
  /** When it was, as times are written now. */
  readonly time: string;
  readonly side: Side;
  readonly y: number;
  readonly height: LineHeight;
  readonly lanes: Lanes;
  readonly t: TFunction;
}

/** How the connection changed between two packets: across both lanes, since it is about both. */
export const BandLine = memo(function BandLine(props: BandLineProps) {
  const { item, band, time, side, y, height, lanes, t } = props;
  const look = bandLook(band);
  const color = lookColors[look];
  const text = bandText(band, side, t);
  const room = lanes.width - lanes.device - 2 * PAD - ICON - 6;
  const shown = fitText(text, room, wordsFont, 'end');
  const middle = (lanes.device + lanes.cloud) / 2;
  const width = widthOf(shown, wordsFont) + ICON + 6;
  const explaining = explainingRow(band);
  const start = Math.max(lanes.device + PAD, middle - width / 2);
  const top = (height - BAND_HEIGHT) / 2;
  return (
    <g role="row" aria-rowindex={item + 1} transform={`translate(0 ${y})`} data-part="band">
      <g role="gridcell" aria-label={`${t('ladder.band')}, ${time}, ${text}`}>
        <Way to={explaining} text={text} t={t}>
          <rect
            x={lanes.device - 6}
            y={top}
            width={lanes.width - lanes.device - 2}
            height={BAND_HEIGHT}
            rx={3}
            fill="var(--surface)"
          />
          <rect
            x={lanes.device - 6}
            y={top}
            width={lanes.width - lanes.device - 2}
            height={BAND_HEIGHT}
            rx={3}
            fill={color}
            fillOpacity={0.1}
            stroke={color}
            strokeOpacity={0.45}
          />
          <MinorText x={lanes.times} y={height / 2 + 4}>
            {time}
          </MinorText>
          <g transform={`translate(${start} ${(height - ICON) / 2})`}>
            <StateIcon look={look} size={ICON} />
          </g>
          <MinorText x={start + ICON + 6} y={height / 2 + 4} color={color}>
            {shown}
          </MinorText>
        </Way>
      </g>
    </g>
  );
});

interface WayProps {
  /** Row of the capture; null for no way. */
  readonly to: number | null;
  readonly text: string;
  readonly t: TFunction;
  readonly children: ReactNode;
}

/** The way from a band to the packet that explains it: the grid takes clicks and keys. */
function Way({ to, text, t, children }: WayProps) {
  if (to === null) {
    return (
      <g>
        <title>{text}</title>
        {children}
      </g>
    );
  }
  const name = t('ladder.explainedBy', { number: to + 1 });
  return (
    <g role="button" tabIndex={0} aria-label={name} data-to={to} className={classes.way}>
      <title>{`${text}\n${name}`}</title>
      {children}
    </g>
  );
}
