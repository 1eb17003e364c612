import { useTranslation } from 'react-i18next';
import { type ChartSeries, formatInterval } from './chart-series.ts';
import classes from './charts.module.css';

interface Props {
  readonly series: readonly ChartSeries[];
  /** How many spans without a connection there are. */
  readonly offline: number;
}

/** What the marks in a chart stand for that are no values, where there are some. */
export function ChartMarks({ series, offline }: Props) {
  const { t } = useTranslation();
  const lost = series
    .filter(({ shown }) => shown)
    .reduce((sum, { points }) => sum + points.unanswered.length, 0);
  if (lost + offline === 0) return null;
  const source = series[0]?.source;
  return (
    <p className={classes.marks}>
      {lost > 0 && <span>✕ {t('charts.unanswered')}</span>}
      {offline > 0 && (
        <span>
          <span className={classes.band} aria-hidden /> {t('charts.offline')}
        </span>
      )}
      {/* Or a point that stands in a band would say that packets came without a connection. */}
      {source?.kind === 'rate' && (
        <span>
          ○ {t(`charts.counted.${source.unit}`, { interval: formatInterval(source.interval) })}
        </span>
      )}
    </p>
  );
}
