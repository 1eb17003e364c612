import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldSource, SeriesSource } from '../../shared/contract/series.ts';
import { formatCount } from '../components/format.ts';
import { type ChartSeries, formatValue, keyOf, rateName, spokenName } from './chart-series.ts';
import classes from './charts.module.css';
import { LineSample } from './line-sample.tsx';
import { SeriesLabel } from './series-label.tsx';

interface Props {
  readonly series: readonly ChartSeries[];
  onToggle(source: SeriesSource): void;
  /** null where what is drawn is not chosen. */
  readonly onRemove: ((source: FieldSource) => void) | null;
  /** The numbers of values mean something. */
  readonly counted: boolean;
}

const figures = ['last', 'min', 'average', 'max'] as const;

/** The legend of a chart, and the chart in figures: what each series has within the span drawn. */
export function SeriesTable({ series, onToggle, onRemove, counted }: Props) {
  const { t, i18n } = useTranslation();
  const [first] = series;
  const figure = (source: SeriesSource, value: number | null) =>
    value === null ? '' : formatValue(source, value);
  return (
    <table className={classes.table} aria-label={t('charts.series')}>
      <thead>
        <tr>
          <th scope="col">
            {first?.source.kind === 'rate' ? rateName(first.source) : t('charts.series')}
          </th>
          {onRemove && (
            <th scope="col" className={classes.topic}>
              {t('charts.topic')}
            </th>
          )}
          {[...figures, ...(counted ? (['count'] as const) : [])].map((column) => (
            <th key={column} scope="col" className={classes.figure}>
              {t(`charts.${column}`)}
            </th>
          ))}
          {onRemove && (
            <th scope="col">
              <span className="visually-hidden">{t('charts.actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {series.map(({ source, points, look, shown }) => {
          const name = spokenName(source);
          const { count, thinned } = points;
          return (
            <tr key={keyOf(source)} data-hidden={!shown || undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={classes.toggle}
                  aria-pressed={shown}
                  aria-label={t('charts.shown', { name })}
                  title={titleOf(source)}
                  onClick={() => onToggle(source)}
                >
                  <LineSample look={look} events={source.kind === 'roundTrip'} drawn={shown} />
                  <SeriesLabel source={source} />
                </button>
              </th>
              {onRemove && (
                <td className={classes.topic} title={source.kind === 'field' ? source.topic : ''}>
                  <bdi dir="ltr">{source.kind === 'field' && source.topic}</bdi>
                </td>
              )}
              {figures.map((column) => (
                <td key={column} className={classes.figure}>
                  {figure(source, points[column])}
                </td>
              ))}
              {counted && (
                <td
                  className={classes.figure}
                  title={thinned > 1 ? t('charts.thinned', { number: thinned }) : undefined}
                >
                  {thinned > 1 && '≈ '}
                  {formatCount(count, i18n.language)}
                </td>
              )}
              {onRemove && source.kind === 'field' && (
                <td>
                  <ActionIcon
                    size={20}
                    aria-label={t('charts.remove', { name })}
                    title={t('charts.remove', { name })}
                    onClick={() => onRemove(source)}
                  >
                    <IconX size={12} />
                  </ActionIcon>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What the name of a series leaves out. */
function titleOf(source: SeriesSource): string | undefined {
  if (source.kind === 'field') return source.topic;
  return source.kind === 'roundTrip' ? spokenName(source) : undefined;
}
