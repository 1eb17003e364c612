import { Button, SegmentedControl } from '@mantine/core';
import { IconCheck, IconPlus, IconZoomReset } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import {
  addSeries,
  type ChartKind,
  chartStore,
  countRates,
  loadChosen,
  removeSeries,
  showCharts,
  usualCounting,
} from '../stores/charts.ts';
import type { View } from '../stores/view/view.ts';
import { ChartArea } from './chart-area.tsx';
import { sourcesOf } from './chart-series.ts';
import type { TimeSpan } from './chart-window.ts';
import classes from './charts.module.css';
import { FieldList } from './field-list.tsx';
import { RateTools } from './rate-tools.tsx';
import { ReadFailure } from './read-failure.tsx';

const kinds = ['values', 'roundTrips', 'rates'] as const satisfies readonly ChartKind[];

interface Props {
  readonly captureId: string;
  readonly view: View;
  onSelect(row: number): void;
}

/** What a capture holds over time: numbers from its payloads, round trips, rates. */
export function Charts({ captureId, view, onSelect }: Props) {
  const { t } = useTranslation();
  const kind = useStore(chartStore, (state) => state.kinds[captureId] ?? 'values');
  const chosen = useStore(chartStore, (state) => state.chosen[captureId] ?? null);
  const counting = useStore(chartStore, (state) => state.countings[captureId] ?? usualCounting);
  const [failure, setFailure] = useState<unknown>(null);
  const [choosing, setChoosing] = useState(false);
  const [span, setSpan] = useState<TimeSpan | null>(null);

  const load = () => void loadChosen(captureId).then(() => setFailure(null), setFailure);
  useEffect(load, [captureId]);

  return (
    <section className={classes.charts} aria-label={t('charts.region')}>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('charts.kind')}
          value={kind}
          onChange={(value) => showCharts(captureId, value as ChartKind)}
          data={kinds.map((value) => ({ value, label: t(`charts.kinds.${value}`) }))}
        />
        {kind === 'values' && chosen !== null && chosen.length > 0 && (
          <Button
            variant="default"
            leftSection={choosing ? <IconCheck size={14} /> : <IconPlus size={14} />}
            onClick={() => setChoosing(!choosing)}
          >
            {t(choosing ? 'charts.chosen' : 'charts.choose')}
          </Button>
        )}
        {kind === 'rates' && (
          <RateTools counting={counting} onChange={(next) => countRates(captureId, next)} />
        )}
        {span !== null && (
          <Button
            variant="default"
            leftSection={<IconZoomReset size={14} />}
            onClick={() => setSpan(null)}
          >
            {t('charts.reset')}
          </Button>
        )}
      </div>
      {failure !== null && kind === 'values' && <ReadFailure error={failure} onRetry={load} />}
      {kind === 'values' && chosen !== null && (choosing || chosen.length === 0) && (
        <div className={classes.choosing} data-beside={chosen.length > 0 || undefined}>
          <FieldList
            captureId={captureId}
            chosen={chosen}
            onAdd={({ topic, path }) => {
              // The list that offered itself stays for the others, too.
              setChoosing(true);
              void addSeries(captureId, topic, path);
            }}
            onRemove={(source) => removeSeries(captureId, source)}
          />
        </div>
      )}
      {(kind !== 'values' || (chosen !== null && chosen.length > 0)) && (
        <ChartArea
          key={kind}
          captureId={captureId}
          view={view}
          kind={kind}
          sources={sourcesOf(kind, chosen ?? [], counting)}
          span={span}
          onZoom={setSpan}
          onSelect={onSelect}
        />
      )}
    </section>
  );
}
