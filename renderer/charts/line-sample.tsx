import { colorOf, dashes } from './chart-series.ts';
import classes from './charts.module.css';

/** A piece of a series' line, as it is drawn in the chart. */
export function LineSample({ look }: { look: number }) {
  return (
    <svg className={classes.sample} viewBox="0 0 20 8" width="20" height="8" aria-hidden="true">
      <line
        x1="0"
        y1="4"
        x2="20"
        y2="4"
        stroke={`var(${colorOf(look)})`}
        strokeWidth="2"
        strokeDasharray={(dashes[look % dashes.length] ?? []).join(' ')}
      />
    </svg>
  );
}
