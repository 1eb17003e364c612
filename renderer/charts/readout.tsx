import { useTranslation } from 'react-i18next';
import type { SeriesSource } from '../../shared/contract/series.ts';
import { keyOf } from './chart-series.ts';
import classes from './charts.module.css';
import { LineSample } from './line-sample.tsx';
import { SeriesLabel } from './series-label.tsx';

interface Props {
  /** The time under the cursor; empty while it is elsewhere. */
  readonly clock: string;
  readonly entries: readonly {
    readonly source: SeriesSource;
    readonly value: string;
    readonly look: number;
  }[];
  /** Series that may have an entry: there is room for all of them before they have. */
  readonly shown: number;
}

/** Entries that a line of a narrow window holds. */
const A_LINE = 3;
/** Lines that there is room for; seldom is more read at once, which then stands over the chart. */
const LINES_MAX = 2;

/** What lies under the cursor, in a place that does not cover it. */
export function Readout({ clock, entries, shown }: Props) {
  const { t } = useTranslation();
  const lines = Math.min(LINES_MAX, Math.max(1, Math.ceil(shown / A_LINE)));
  return (
    <div className={classes.readout} style={{ height: `${1.5 * lines}rem` }}>
      <div className={classes.readings}>
        {clock === '' ? (
          <span className="dimmed">{t('charts.keys')}</span>
        ) : (
          <>
            <span className="mono">{clock}</span>
            {entries.map(({ source, value, look }) => (
              <span key={keyOf(source)} className={classes.reading}>
                <LineSample look={look} events={source.kind === 'roundTrip'} />
                <SeriesLabel source={source} /> <strong>{value}</strong>
              </span>
            ))}
          </>
        )}
      </div>
    </div>
  );
}
