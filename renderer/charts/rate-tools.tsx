import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type RateUnit, rateIntervals, rateUnits } from '../../shared/contract/series.ts';
import type { Counting } from '../stores/charts.ts';
import { formatInterval } from './chart-series.ts';
import classes from './charts.module.css';

interface Props {
  readonly counting: Counting;
  onChange(counting: Counting): void;
}

/** What rates count, and by which interval; read together: "Packets per 1 s". */
export function RateTools({ counting, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.rateTools}>
      <SegmentedControl
        aria-label={t('charts.unit')}
        value={counting.unit}
        onChange={(unit) => onChange({ ...counting, unit: unit as RateUnit })}
        data={rateUnits.map((unit) => ({ value: unit, label: t(`charts.units.${unit}`) }))}
      />
      <span aria-hidden>{t('charts.per')}</span>
      <NativeSelect
        aria-label={t('charts.interval')}
        value={String(counting.interval)}
        onChange={({ currentTarget }) => {
          const interval = rateIntervals.find((one) => String(one) === currentTarget.value);
          if (interval) onChange({ ...counting, interval });
        }}
        data={rateIntervals.map((one) => ({ value: String(one), label: formatInterval(one) }))}
      />
    </div>
  );
}
