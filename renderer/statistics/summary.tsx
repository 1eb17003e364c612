import { useTranslation } from 'react-i18next';
import type { Statistics } from '../../shared/contract/statistics.ts';
import { formatClock } from '../components/clock.ts';
import { formatBytes, formatCount } from '../components/format.ts';
import { type Column, FigureTable } from './figure-table.tsx';
import { NO_FIGURE, rateOf, spanText } from './figures.ts';

const ways = ['all', 'sent', 'received'] as const;
type Way = (typeof ways)[number];

/** When it was, how long, and how much went which way. */
export function Summary({ figures }: { figures: Statistics }) {
  const { t, i18n } = useTranslation();
  const { first, last, connectionsTotal } = figures;
  const { language } = i18n;
  const span = (last ?? 0) - (first ?? 0);
  const count = (value: number) => formatCount(value, language);
  const [firstDay, lastDay] = [first, last].map((time) => dayText(time ?? 0, language));
  const rate = (amount: number, text: (rate: number) => string) => {
    const value = rateOf(amount, span);
    return value === null ? NO_FIGURE : text(value);
  };
  const shortNumber = (value: number) =>
    value.toLocaleString(language, { maximumSignificantDigits: 3 });

  function peakText(way: Way): string {
    const { peak } = figures[way];
    if (peak === null) return NO_FIGURE;
    const time = formatClock(peak.time).slice(0, -'.000'.length);
    return t('statistics.summary.peakAt', { number: count(peak.packets), time });
  }

  const figure = (key: string, name: string, text: (way: Way) => string): Column<Way> => ({
    key,
    name,
    kind: 'figure',
    text,
  });
  const columns: readonly Column<Way>[] = [
    {
      key: 'way',
      name: t('statistics.direction'),
      text: (way) => (way === 'all' ? t('statistics.summary.all') : t(`statistics.${way}`)),
    },
    figure('packets', t('statistics.summary.packets'), (way) => count(figures[way].packets)),
    figure('bytes', t('statistics.bytes'), (way) => count(figures[way].bytes)),
    figure('packetRate', t('statistics.summary.packetRate'), (way) =>
      rate(figures[way].packets, shortNumber),
    ),
    figure('byteRate', t('statistics.summary.byteRate'), (way) =>
      rate(figures[way].bytes, (value) => formatBytes(Math.round(value))),
    ),
    figure('peak', t('statistics.summary.peak'), peakText),
  ];
  return (
    <FigureTable
      name={t('statistics.summary.name')}
      facts={[
        [t('statistics.summary.first'), `${firstDay} ${formatClock(first ?? 0)}`],
        [
          t('statistics.summary.last'),
          `${lastDay === firstDay ? '' : `${lastDay} `}${formatClock(last ?? 0)}`,
        ],
        [t('statistics.summary.duration'), spanText(span)],
        [t('statistics.summary.connections'), count(connectionsTotal)],
      ]}
      columns={columns}
      rows={ways}
      keyOf={(way) => way}
    />
  );
}

const dayText = (time: number, language: string): string =>
  new Date(time / 1_000).toLocaleDateString(language, { dateStyle: 'medium' });
