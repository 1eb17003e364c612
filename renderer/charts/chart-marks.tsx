import { useTranslation } from 'react-i18next';
import { directionSchema } from '../../shared/contract/packets.ts';
import { exchangeArrows } from '../components/exchange-arrow.tsx';
import { type ChartSeries, formatInterval } from './chart-series.ts';
import classes from './charts.module.css';

interface Props {
  readonly series: readonly ChartSeries[];
  /** How many spans without a connection there are. */
  readonly offline: number;
}

/** What the marks of a chart stand for that are no values, where there are some. */
export function ChartMarks({ series, offline }: Props) {
  const { t } = useTranslation();
  const exchanges = series.flatMap(({ source, points, shown }) =>
    source.kind === 'roundTrip'
      ? [{ ...source, isLost: shown && points.unanswered.length > 0 }]
      : [],
  );
  const lost = exchanges.filter(({ isLost }) => isLost);
  const isUnheard = lost.some(({ of, direction }) => of === 'reply' && direction === 'sent');
  const directions = directionSchema.options.filter((way) =>
    exchanges.some(({ direction }) => direction === way),
  );
  if (exchanges.length + offline === 0) return null;
  const source = series[0]?.source;
  return (
    <p className={classes.marks}>
      {directions.map((direction) => (
        <span key={direction}>
          <span aria-hidden>{exchangeArrows[direction]}</span>{' '}
          {t(`exchanges.directions.${direction}`)}
        </span>
      ))}
      {lost.length > 0 && (
        <span title={isUnheard ? t('exchanges.unheard') : undefined}>
          ✕ {t('charts.unanswered')}
        </span>
      )}
      {offline > 0 && (
        <span>
          <span className={classes.band} aria-hidden /> {t('charts.offline')}
        </span>
      )}
      {/* Or a point that stands in a band would say that packets came without a connection. */}
      {offline > 0 && source?.kind === 'rate' && (
        <span>
          ○ {t(`charts.counted.${source.unit}`, { interval: formatInterval(source.interval) })}
        </span>
      )}
    </p>
  );
}
