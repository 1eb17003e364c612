import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFilterText, type FilterText } from './filter-text.ts';

let applied: string[];
let filter: FilterText;

beforeEach(() => {
  vi.useFakeTimers();
  applied = [];
  filter = createFilterText('', (text) => applied.push(text));
});
afterEach(() => void vi.useRealTimers());

describe('the text of the filter', () => {
  it('is put in force once the typing rests', () => {
    for (const text of ['d', 'di', 'dir:', 'dir:sent ']) filter.type(text);
    expect(applied).toEqual([]);
    vi.runAllTimers();
    expect(applied).toEqual(['dir:sent']);
    expect(filter.store.getState()).toMatchObject({ text: 'dir:sent ', inForce: 'dir:sent' });
  });

  it('keeps the last good filter in force while it is wrong, and says where', () => {
    filter.set('dir:sent');
    filter.type('dir:sent size>');
    vi.runAllTimers();
    filter.apply();
    expect(applied).toEqual(['dir:sent']);
    expect(filter.store.getState()).toMatchObject({
      inForce: 'dir:sent',
      error: { start: 14, end: 14 },
    });
    filter.type('dir:sent size>1k');
    expect(filter.store.getState().error).toBeNull();
    vi.runAllTimers();
    expect(applied).toEqual(['dir:sent', 'dir:sent size>1k']);
  });

  it('does not come into force when a mistake follows before the typing rests', () => {
    filter.type('size');
    filter.type('size>');
    vi.runAllTimers();
    expect(applied).toEqual([]);
  });

  it('is put in force at once when it is asked for, and not again later', () => {
    filter.type('abc');
    filter.apply();
    expect(applied).toEqual(['abc']);
    vi.runAllTimers();
    expect(applied).toEqual(['abc']);
  });

  it('stays when the search is stopped, until it is applied again', () => {
    filter.set('abc');
    filter.stop();
    expect(filter.store.getState()).toMatchObject({ text: 'abc', inForce: '', stopped: true });
    filter.apply();
    expect(filter.store.getState()).toMatchObject({ inForce: 'abc', stopped: false });
    expect(applied).toEqual(['abc', '', 'abc']);
  });
});
