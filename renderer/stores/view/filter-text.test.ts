import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFilterText, type FilterText } from './filter-text.ts';

let applied: string[];
let used: string[];
let filter: FilterText;

beforeEach(() => {
  vi.useFakeTimers();
  applied = [];
  used = [];
  filter = createFilterText(
    '',
    (text) => applied.push(text),
    (text) => used.push(text),
  );
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

  it('is used when it is applied, set or left, not as it is typed', () => {
    filter.type('dir:');
    filter.type('dir:sent');
    vi.runAllTimers();
    expect(used).toEqual([]);
    filter.apply();
    expect(used).toEqual(['dir:sent']);
    filter.set('type:ping');
    expect(used.at(-1)).toBe('type:ping');
    filter.type('abc');
    filter.leave();
    expect(applied.at(-1)).toBe('abc');
    expect(used.at(-1)).toBe('abc');
  });

  it('is used if it was looked through before it is cleared, and what is empty or wrong never is', () => {
    filter.type('ab');
    vi.runAllTimers();
    filter.set('');
    expect(used).toEqual([]);
    filter.type('abc');
    vi.advanceTimersByTime(5_000);
    filter.set('');
    expect(used).toEqual(['abc']);
    filter.type('size>');
    filter.leave();
    expect(used).toEqual(['abc']);
  });

  it('stays out of force when it is left after its search was stopped', () => {
    filter.set('abc');
    filter.stop();
    filter.leave();
    expect(filter.store.getState()).toMatchObject({ inForce: '', stopped: true });
  });
});
