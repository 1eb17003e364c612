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
import { type LineHeight, shapeOf } from './row-shape.ts';
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
/** For the icon and the gap behind it. */
const ICON_ROOM = ICON + 6;
const PAD = 8;
/** From the middle of a text to its baseline. */
const HALF_TEXT = 4;

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

/** How the connection changed between two packets: from lane to lane, since it is about both. */
export const BandLine = memo(function BandLine(props: BandLineProps) {
  const { item, band, time, side, y, height, lanes, t } = props;
  const look = bandLook(band);
  const color = lookColors[look];
  const text = bandText(band, side, t);
  const between = lanes.cloud - lanes.device;
  const room = between - 2 * PAD - ICON_ROOM;
  const shown = fitText(text, room, wordsFont, 'end');
  const explaining = explainingRow(band);
  const start = lanes.device + (between - ICON_ROOM - widthOf(shown, wordsFont)) / 2;
  const { figures } = shapeOf(height);
  const middle = figures - HALF_TEXT;
  const box = {
    x: lanes.device,
    y: middle - BAND_HEIGHT / 2,
    width: between,
    height: BAND_HEIGHT,
    rx: 3,
  };
  return (
    <g role="row" aria-rowindex={item + 1} transform={`translate(0 ${y})`} data-part="band">
      <g role="gridcell" aria-label={`${t('ladder.band')}, ${time}, ${text}`}>
        <Way to={explaining} text={text} t={t}>
          <rect {...box} fill="var(--surface)" />
          <rect {...box} fill={color} fillOpacity={0.1} stroke={color} strokeOpacity={0.45} />
          <MinorText x={lanes.times} y={figures}>
            {time}
          </MinorText>
          <g transform={`translate(${start} ${middle - ICON / 2})`}>
            <StateIcon look={look} size={ICON} />
          </g>
          <MinorText x={start + ICON_ROOM} y={figures} color={color}>
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
