import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { densityFamilies } from '../../shared/contract/ladder-commands.ts';
import { BrokenAnswer } from './arrow.tsx';
import { BAR_WIDTH, BarShape } from './bar-shape.tsx';
import classes from './ladder.module.css';
import { type LegendItem, type LegendLayout, layOutLegend } from './legend-layout.ts';
import { MinorText } from './texts.tsx';

interface DrawnItem extends LegendItem {
  /** Draws the mark from a left edge on, around the middle of the line. */
  draw?(x: number, y: number): ReactNode;
}

export type Legend = LegendLayout<DrawnItem>;

const SWATCH = { width: 10, height: 3 };

/** What the overview's colours and lengths mean. */
export function overviewLegend(width: number, t: TFunction): Legend {
  const families = densityFamilies.map(
    (family): DrawnItem => ({
      mark: SWATCH.width,
      text: t(`ladder.families.${family}`),
      draw: (x, y) => (
        <rect x={x} y={y - SWATCH.height / 2} {...SWATCH} fill={`var(--family-${family})`} />
      ),
    }),
  );
  return layOutLegend([...families, { mark: 0, text: t('ladder.longer') }], width);
}

const BAR_HEIGHT = 12;
const BROKEN_WIDTH = 24;

/** What the marks beside the lanes mean, packet by packet. */
export function packetsLegend(width: number, t: TFunction): Legend {
  const bars = (['exchange', 'dialogue'] as const).map(
    (kind): DrawnItem => ({
      mark: BAR_WIDTH,
      text: t(`ladder.bars.${kind}`),
      draw: (x, y) => (
        <BarShape kind={kind} x={x} y={y - BAR_HEIGHT / 2} height={BAR_HEIGHT} strong={false} />
      ),
    }),
  );
  const broken: DrawnItem = {
    mark: BROKEN_WIDTH,
    text: t('ladder.noAnswer'),
    draw: (x, y) => <BrokenAnswer from={x + BROKEN_WIDTH} end={x} y={y} />,
  };
  return layOutLegend([...bars, broken], width);
}

/** A legend as a drawing. */
export function LegendDrawing({ placed }: Legend) {
  return placed.map(({ item, x, textX, y }) => (
    <g key={item.text}>
      {item.draw?.(x, y)}
      <MinorText x={textX} y={y + 4}>
        {item.text}
      </MinorText>
    </g>
  ));
}

interface Props {
  readonly legend: Legend;
  /** CSS pixels before the text's size is applied. */
  readonly width: number;
  readonly scale: number;
}

/** The legend that stays in sight below a ladder. */
export function LegendFoot({ legend, width, scale }: Props) {
  const { height } = legend;
  return (
    <svg
      aria-hidden
      className={classes.foot}
      width={width * scale}
      height={height * scale}
      viewBox={`0 0 ${width} ${height}`}
    >
      <LegendDrawing {...legend} />
    </svg>
  );
}
