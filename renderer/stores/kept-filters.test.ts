import { beforeEach, expect, it, vi } from 'vitest';
import { RECENT_FILTERS_MAX } from '../../shared/contract/filters.ts';

const asked = vi.hoisted(() => vi.fn(async (_name: string, _input: unknown) => ({})));
vi.mock('../bridge.ts', () => ({ ask: asked, door: {}, onDoorState: () => {} }));

const { appStore } = await import('./app-store.ts');
const { forgetRecentFilter, rememberFilter, removeSavedFilter, saveFilter } = await import(
  './kept-filters.ts'
);

const recent = () => appStore.getState().preferences.recentFilters;
const saved = () => appStore.getState().preferences.savedFilters;

beforeEach(() => {
  appStore.setState(appStore.getInitialState(), true);
  asked.mockClear();
});

it('remembers the filters that were used, the latest first and each once', () => {
  for (const filter of ['a', 'b', 'c', 'a', 'a']) rememberFilter(filter);
  expect(recent()).toEqual(['a', 'c', 'b']);
  expect(asked).toHaveBeenCalledTimes(4);
  expect(asked).toHaveBeenLastCalledWith('preferences.set', { recentFilters: ['a', 'c', 'b'] });
});

it('forgets the one that was used longest ago where there are too many, and one that is taken away', () => {
  for (let at = 0; at <= RECENT_FILTERS_MAX; at += 1) rememberFilter(`w${at}`);
  expect(recent()).toHaveLength(RECENT_FILTERS_MAX);
  expect(recent().at(-1)).toBe('w1');
  forgetRecentFilter('w1');
  expect(recent().at(-1)).toBe('w2');
});

it('remembers a filter without the packets that were cleared from one timeline', () => {
  rememberFilter('no>1204');
  expect(recent()).toEqual([]);
  rememberFilter('type:publish dir:sent no>1204');
  expect(recent()).toEqual(['type:publish dir:sent']);
});

it('keeps a saved filter once, under the name it was given last, until it is removed', () => {
  saveFilter('is:problem', '');
  saveFilter('type:ping', 'Pings');
  saveFilter('is:problem', 'Trouble');
  expect(saved()).toEqual([
    { filter: 'is:problem', name: 'Trouble' },
    { filter: 'type:ping', name: 'Pings' },
  ]);
  removeSavedFilter('is:problem');
  expect(saved()).toEqual([{ filter: 'type:ping', name: 'Pings' }]);
});
