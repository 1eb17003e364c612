import { describe, expect, it } from 'vitest';
import { clearedIn, withCleared } from './filter-floor.ts';

describe('clearing the timeline', () => {
  it('hides the packets there are, whatever else the filter asks for', () => {
    expect(withCleared('', 1204)).toBe('no>1204');
    expect(withCleared('type:publish', 1204)).toBe('type:publish no>1204');
    expect(withCleared('a OR b', 12)).toBe('(a OR b) no>12');
  });

  it('takes the place of an earlier clearing', () => {
    expect(withCleared('no>10', 20)).toBe('no>20');
    expect(withCleared('dir:sent no>10 qos:1', 20)).toBe('dir:sent qos:1 no>20');
  });

  it('is undone without a trace', () => {
    expect(withCleared('no>10', 0)).toBe('');
    expect(withCleared('dir:sent no>10', 0)).toBe('dir:sent');
    expect(withCleared('dir:sent  qos:1', 0)).toBe('dir:sent  qos:1');
  });

  it('is known from the filter', () => {
    expect(clearedIn('dir:sent no>10')).toBe(10);
    for (const filter of ['', 'no:10', 'no<10', '-no>10', 'no>1 OR a', 'size>'])
      expect(clearedIn(filter)).toBe(0);
  });
});
