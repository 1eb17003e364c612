import type { ReactNode } from 'react';
import { labelFont, wordsFont } from './label-layout.ts';

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
      // With advances rounded to whole pixels a text would be wider than its estimate.
      textRendering="geometricPrecision"
      data-minor={minor || undefined}
    >
      {children}
    </text>
  );
}

interface MinorProps extends Props {
  readonly anchor?: 'start' | 'end' | 'middle';
  readonly size?: number;
  readonly color?: string | undefined;
  /** Lines behind it are kept away. */
  readonly halo?: boolean;
}

/** A figure or words beside an arrow. */
export function MinorText({ x, y, anchor, size, color, halo = false, children }: MinorProps) {
  return (
    <text
      x={x}
      y={y}
      fill={color ?? 'var(--text-dimmed)'}
      fontFamily="var(--mantine-font-family)"
      fontSize={size ?? wordsFont.size}
      style={{ fontVariantNumeric: 'tabular-nums' }}
      textAnchor={anchor}
      data-minor={color === undefined || undefined}
      {...(halo && {
        stroke: 'var(--surface)',
        strokeWidth: 4,
        strokeLinejoin: 'round' as const,
        paintOrder: 'stroke',
      })}
    >
      {children}
    </text>
  );
}
