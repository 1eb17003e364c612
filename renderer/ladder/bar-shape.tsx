import type { Bar } from './bars.ts';

/** CSS pixels. */
export const BAR_WIDTH = 3;

interface Props {
  readonly kind: Bar['kind'];
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** It stands out. */
  readonly strong: boolean;
}

/** A bar beside a lane: filled up to an acknowledgement, hollow up to a message that replies. */
export function BarShape({ kind, x, y, height, strong }: Props) {
  const isDialogue = kind === 'dialogue';
  const color = isDialogue ? 'var(--family-publish)' : 'var(--family-acknowledgement)';
  return (
    <rect
      x={x}
      y={y}
      width={BAR_WIDTH}
      height={height}
      rx={1}
      fill={color}
      fillOpacity={isDialogue ? (strong ? 0.5 : 0.12) : strong ? 1 : 0.55}
      stroke={isDialogue ? color : undefined}
      strokeOpacity={strong ? 1 : 0.6}
    />
  );
}
