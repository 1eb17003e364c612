import { beforeEach, expect, it, vi } from 'vitest';
import { type FieldSource, SERIES_MAX } from '../../shared/contract/series.ts';

const fake = vi.hoisted(() => ({
  ask: (_name: string, _input: unknown): Promise<unknown> => Promise.resolve({}),
}));
vi.mock('../bridge.ts', () => ({
  ask: (name: string, input: unknown) => fake.ask(name, input),
}));

const { addSeries, chartStore, countRates, isChosen, loadChosen, removeSeries } = await import(
  './charts.ts'
);
const { failureStore } = await import('./failures.ts');
const { lookStore } = await import('./looks.ts');

const source = (name: string): FieldSource => ({ kind: 'field', topic: 't', path: [name] });
let kept: FieldSource[];

beforeEach(() => {
  kept = [source('a')];
  chartStore.setState({ chosen: {}, drawn: {}, kinds: {}, countings: {} });
  fake.ask = async (name, input) => {
    if (name === 'series.choose') kept = (input as { sources: FieldSource[] }).sources;
    return { sources: kept };
  };
});

it('adds a series to those the capture remembers, and shows the chart', async () => {
  await addSeries('c', 't', ['b', 0]);
  expect(kept).toEqual([source('a'), { kind: 'field', topic: 't', path: ['b', 0] }]);
  expect(chartStore.getState()).toMatchObject({ chosen: { c: kept }, kinds: { c: 'values' } });
  expect(lookStore.getState().looks).toMatchObject({ c: 'charts' });
});

it('adds none twice, and none over the limit', async () => {
  await addSeries('c', 't', ['a']);
  expect(kept).toEqual([source('a')]);
  for (let at = 0; at < SERIES_MAX + 2; at += 1) await addSeries('c', 't', [`x${at}`]);
  expect(kept).toHaveLength(SERIES_MAX);
});

it('takes one out again', async () => {
  await loadChosen('c');
  removeSeries('c', source('a'));
  expect(kept).toEqual([]);
  expect(isChosen(chartStore.getState().chosen.c ?? [], source('a'))).toBe(false);
});

it('keeps the look of each series while others come and go', async () => {
  await addSeries('c', 't', ['b']);
  await addSeries('c', 't', ['d']);
  removeSeries('c', source('a'));
  const looks = () => Object.values(chartStore.getState().drawn.c ?? {});
  expect(looks()).toEqual([1, 2]);
  await addSeries('c', 't', ['e']);
  expect(looks()).toEqual([1, 2, 0]);
});

it('says why a series could not be added', async () => {
  const error = new Error('gone');
  fake.ask = () => Promise.reject(error);
  await addSeries('c', 't', ['a']);
  expect(failureStore.getState().error).toBe(error);
});

it('remembers for each capture how its rates are counted', () => {
  countRates('c', { unit: 'bytes', interval: 600_000_000 });
  countRates('d', { unit: 'packets', interval: 100_000 });
  expect(chartStore.getState().countings).toEqual({
    c: { unit: 'bytes', interval: 600_000_000 },
    d: { unit: 'packets', interval: 100_000 },
  });
});
