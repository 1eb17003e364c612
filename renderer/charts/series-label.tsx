import type { SeriesSource } from '../../shared/contract/series.ts';
import { ExchangeArrow } from '../components/exchange-arrow.tsx';
import { seriesName } from './chart-series.ts';

/** What a series is called, with an arrow for who began an exchange. */
export function SeriesLabel({ source }: { source: SeriesSource }) {
  return (
    <>
      {source.kind === 'roundTrip' && <ExchangeArrow direction={source.direction} />}
      <span className="ellipsis">{seriesName(source)}</span>
    </>
  );
}
