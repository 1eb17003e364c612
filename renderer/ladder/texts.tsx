import type { ReactNode } from 'react';
import { labelFont, wordsFont } from './label-layout.ts';

/** With advances rounded to whole pixels a text would not be as wide as it was laid out for. */
const EXACT = 'geometricPrecision';

interface Props {
  readonly x: number;
  readonly y: number;
  readonly children: ReactNode;
}

interface LabelProps extends Props {
  readonly color: string;
  readonly bold?: boolean;
  readonly minor?: boolean;
}

/** A text above an arrow. */
export function LabelText({ x, y, color, bold = false, minor = false, children }: LabelProps) {
  return (
    <text
      x={x}
      y={y}
      fill={color}
      fontFamily="var(--mantine-font-family-monospace)"
      fontSize={labelFont.size}
      fontWeight={bold ? 650 : 400}
      textRendering={EXACT}
      data-minor={minor || undefined}
    >
      {children}
    </text>
  );
}

interface MinorProps extends Props {
  readonly anchor?: 'start' | 'end';
  readonly size?: number;
  readonly color?: string | undefined;
}

/** A figure or words beside an arrow. */
export function MinorText({ x, y, anchor, size, color, children }: MinorProps) {
  return (
    <text
      x={x}
      y={y}
      fill={color ?? 'var(--text-dimmed)'}
      fontFamily="var(--mantine-font-family)"
      fontSize={size ?? wordsFont.size}
      style={{ fontVariantNumeric: 'tabular-nums' }}
      textRendering={EXACT}
      textAnchor={anchor}
      data-minor={color === undefined || undefined}
    >
      {children}
    </text>
  );
}
