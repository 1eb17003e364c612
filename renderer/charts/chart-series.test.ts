import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type RateSource,
  rateIntervals,
  type SeriesSource,
  SOURCES_MAX,
} from '../../shared/contract/series.ts';
import { i18n, startI18n } from '../i18n/setup.ts';
import {
  formatInterval,
  formatValue,
  keyOf,
  rateName,
  seriesName,
  sourcesOf,
  spokenName,
} from './chart-series.ts';

const rate = (change: Partial<RateSource> = {}): RateSource => ({
  kind: 'rate',
  of: 'sent',
  unit: 'packets',
  interval: 1_000_000,
  ...change,
});

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: {} });
  startI18n('en');
});

describe('a rate', () => {
  it('says what is counted, and by which interval', async () => {
    expect(rateIntervals.map(formatInterval)).toEqual(['0.1 s', '1 s', '10 s', '1 min', '10 min']);
    expect(rateName(rate())).toBe('Packets per 1 s');
    expect(rateName(rate({ unit: 'bytes', interval: 600_000_000 }))).toBe('Bytes per 10 min');
    await i18n.changeLanguage('zh-CN');
    expect(rateName(rate({ interval: 60_000_000 }))).toBe('每 1 分钟的报文数');
  });

  it.each([
    [0, '0', '0 B'],
    [7, '7', '7 B'],
    [0.0417, '0.042', '0.042 B'],
    [98.33, '98.3', '98.3 B'],
    [1_050, '1,050', '1.05 KB'],
    [12_345.6, '12,345.6', '12.3 KB'],
  ])('of %d is written as %s packets and as %s', (value, packets, bytes) => {
    expect(formatValue(rate(), value)).toBe(packets);
    expect(formatValue(rate({ unit: 'bytes' }), value)).toBe(bytes);
  });

  it('is the same series however it is counted', () => {
    expect(keyOf(rate({ unit: 'bytes', interval: 100_000 }))).toBe(keyOf(rate()));
    expect(keyOf(rate({ of: 'received' }))).not.toBe(keyOf(rate()));
  });
});

describe('a round trip', () => {
  const reply: SeriesSource = { kind: 'roundTrip', of: 'reply', direction: 'received' };

  it('is told by who began it, in words where no arrow can be seen', async () => {
    expect(seriesName(reply)).toBe('Request to its reply');
    expect(spokenName(reply)).toBe('Request to its reply (begun by the other side)');
    expect(keyOf(reply)).not.toBe(keyOf({ ...reply, direction: 'sent' }));
    await i18n.changeLanguage('zh-CN');
    expect(spokenName(reply)).toBe('请求 → 应答消息（由对方发起）');
  });

  it('is drawn of every kind and either side, as many as may be asked for', () => {
    const sources = sourcesOf('roundTrips', [], { unit: 'packets', interval: 1_000_000 });
    expect(sources).toContainEqual(reply);
    expect(new Set(sources.map(keyOf)).size).toBe(16);
    expect(sources.length).toBeLessThanOrEqual(SOURCES_MAX);
  });
});
