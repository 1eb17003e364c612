import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatCount } from '../components/format.ts';
import { useSide } from '../stores/use-side.ts';
import { useTimeScale } from '../stores/use-time-scale.ts';
import { withTerm } from '../stores/view/filter-terms.ts';
import type { FilterText } from '../stores/view/filter-text.ts';
import type { View } from '../stores/view/view.ts';
import { ConnectionTable } from './connection-table.tsx';
import { ExchangeTable } from './exchange-table.tsx';
import { LargestTable } from './largest-table.tsx';
import { LengthTable } from './length-table.tsx';
import { SlowestTable } from './slowest-table.tsx';
import classes from './statistics.module.css';
import { Summary } from './summary.tsx';
import { TypeTable } from './type-table.tsx';
import { useStatistics } from './use-statistics.ts';

/** What counting beside a recording is behind most of the time is not worth a word. */
const NEARLY_ALL = 0.99;

interface Props {
  readonly captureId: string;
  readonly view: View;
  readonly filterText: FilterText;
  /** Selects a packet and shows it in the timeline. */
  onGo(row: number): void;
  onShowTimeline(): void;
  /** What is said where the view has no packets, or cannot tell them. */
  readonly children: ReactNode;
}

/** What the packets that the filter shows come to, in figures. */
export function StatisticsLook(props: Props) {
  const { captureId, view, filterText, onGo, onShowTimeline, children } = props;
  const { t, i18n } = useTranslation();
  const figures = useStatistics(view);
  const scale = useTimeScale(view, captureId);
  const side = useSide(captureId);
  const hasRows = useStore(
    view.store,
    ({ status, search, total }) => status !== 'failed' && !search?.error && total > 0,
  );
  const count = (value: number) => formatCount(value, i18n.language);

  function show(terms: readonly string[]): void {
    const { text } = filterText.store.getState();
    filterText.set(terms.reduce(withTerm, text));
    onShowTimeline();
  }

  if (!hasRows) return <div className={classes.instead}>{children}</div>;
  if (figures === null || figures.counted === 0) return null;
  const { counted, total } = figures;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={classes.statistics} aria-label={t('statistics.region')} tabIndex={0}>
      <div role="status" className={classes.progress}>
        {counted < total * NEARLY_ALL &&
          t('statistics.counting', { counted: count(counted), total: count(total) })}
      </div>
      <Summary figures={figures} />
      <TypeTable figures={figures} onShow={show} />
      <div className={classes.pair}>
        <div className={classes.half}>
          <ExchangeTable figures={figures} />
          <SlowestTable figures={figures} scale={scale} onGo={onGo} />
        </div>
        <div className={classes.half}>
          <LengthTable figures={figures} onShow={show} />
          <LargestTable figures={figures} scale={scale} onGo={onGo} />
        </div>
      </div>
      <ConnectionTable figures={figures} scale={scale} side={side} onShow={show} />
    </section>
  );
}
