import { IconEyeOff } from '@tabler/icons-react';
import { lookAt } from './chart-looks.ts';
import classes from './charts.module.css';

interface Props {
  readonly look: number;
  /** Its points mean more than the line between them. */
  readonly events: boolean;
  readonly drawn?: boolean;
}

/** A piece of a series' line, as it is drawn in the chart; a sign in its place where it is not. */
export function LineSample({ look, events, drawn = true }: Props) {
  const { color, dash, filled } = lookAt(look);
  const stroke = `var(${color})`;
  // The strokes are told by what of them stands on either side of the point.
  const width = events ? 32 : 20;
  if (!drawn) {
    return <IconEyeOff className={classes.sample} width={width} height={14} aria-hidden="true" />;
  }
  return (
    <svg
      className={classes.sample}
      viewBox={`0 0 ${width} 8`}
      width={width}
      height="8"
      aria-hidden="true"
    >
      <line
        x1="0"
        y1="4"
        x2={width}
        y2="4"
        stroke={stroke}
        strokeWidth="2"
        strokeDasharray={dash.join(' ')}
      />
      {events && (
        <circle
          cx={width / 2}
          cy="4"
          r="3"
          stroke={stroke}
          fill={filled ? stroke : 'var(--surface)'}
        />
      )}
    </svg>
  );
}
