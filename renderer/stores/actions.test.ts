import { expect, it, vi } from 'vitest';
import { type Action, actionStore, offerActions } from './actions.ts';

const action = (id: string): Action => ({ id, group: 'app', label: id, run: vi.fn() });
const ids = () => actionStore.getState().actions.map(({ id }) => id);

it('holds what is offered, in order, until each offer ends', () => {
  const endFirst = offerActions([action('a'), action('b')]);
  const endSecond = offerActions([action('c')]);
  expect(ids()).toEqual(['a', 'b', 'c']);
  endFirst();
  expect(ids()).toEqual(['c']);
  endSecond();
  expect(ids()).toEqual([]);
});

it('tells whoever shows them', () => {
  const told = vi.fn();
  const stop = actionStore.subscribe(told);
  offerActions([action('a')])();
  expect(told).toHaveBeenCalledTimes(2);
  stop();
});
