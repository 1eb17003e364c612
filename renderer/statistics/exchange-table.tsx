import { useTranslation } from 'react-i18next';
import type { ExchangeFigures, Statistics } from '../../shared/contract/statistics.ts';
import { ExchangeArrow } from '../components/exchange-arrow.tsx';
import { formatCount, formatDuration } from '../components/format.ts';
import { type Column, FigureTable } from './figure-table.tsx';
import classes from './statistics.module.css';

const times = ['min', 'mean', 'p95', 'max'] as const;

/** How long answers took, by what was asked and by whom. */
export function ExchangeTable({ figures }: { figures: Statistics }) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => formatCount(value, i18n.language);
  // A device need not care for the replies to what it posts.
  const mayBeUnheard = ({ of, direction, unanswered }: ExchangeFigures) =>
    of === 'reply' && direction === 'sent' && unanswered > 0;

  const columns: readonly Column<ExchangeFigures>[] = [
    {
      key: 'exchange',
      name: t('statistics.exchange'),
      text: ({ of }) => t(`exchanges.kinds.${of}`),
    },
    {
      key: 'direction',
      name: t('statistics.direction'),
      isNarrow: true,
      text: ({ direction }) => t(`exchanges.directions.${direction}`),
      draw: ({ direction }) => <ExchangeArrow direction={direction} />,
    },
    {
      key: 'answered',
      name: t('statistics.exchanges.answered'),
      kind: 'figure',
      text: ({ answered }) => count(answered),
    },
    {
      key: 'unanswered',
      name: t('statistics.exchanges.unanswered'),
      kind: 'figure',
      text: ({ unanswered }) => count(unanswered),
      draw: (row) => (
        <span
          className={row.unanswered > 0 && !mayBeUnheard(row) ? classes.wrong : undefined}
          title={mayBeUnheard(row) ? t('exchanges.unheard') : undefined}
        >
          {count(row.unanswered)}
        </span>
      ),
    },
    ...times.map(
      (time): Column<ExchangeFigures> => ({
        key: time,
        name: t(`statistics.exchanges.${time}`),
        kind: 'figure',
        minor: time === 'min' || time === 'mean',
        ...(time === 'p95' && { title: t('statistics.exchanges.p95Title') }),
        text: (row) =>
          row.times === null
            ? ''
            : `${time === 'p95' && row.answered > 1 ? '≈ ' : ''}${formatDuration(row.times[time] / 1_000)}`,
      }),
    ),
  ];
  return (
    <FigureTable
      name={t('statistics.exchanges.name')}
      note={figures.exchanges.length === 0 ? t('statistics.exchanges.none') : ''}
      columns={columns}
      rows={figures.exchanges}
      keyOf={({ of, direction }) => `${of} ${direction}`}
    />
  );
}
