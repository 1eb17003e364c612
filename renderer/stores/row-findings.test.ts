import { expect, test } from 'vitest';
import type { Finding } from '../../shared/contract/packets.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { rowFindings, worstOf } from './row-findings.ts';

const found = (
  severity: Finding['severity'],
  firstRow: number,
  lastRow: number = firstRow,
): Problem => ({
  finding: { severity, rule: `${severity}-${firstRow}`, values: {}, source: '' },
  subject: '',
  firstRow,
  lastRow,
  count: 2,
  time: 0,
});

test('a problem marks its first and its last packet', () => {
  const marked = rowFindings([found('error', 3, 9)]);
  expect([...marked].map(([row, { rule }]) => [row, rule])).toEqual([
    [3, 'error-3'],
    [9, 'error-3'],
  ]);
});

test('of several problems a packet carries the worst, of equal ones the first', () => {
  const marked = rowFindings([
    found('hint', 3),
    found('error', 3, 8),
    found('warning', 2, 3),
    found('error', 8),
  ]);
  expect(marked.get(3)?.severity).toBe('error');
  expect(marked.get(8)?.rule).toBe('error-3');
  expect(marked.get(2)?.severity).toBe('warning');
});

test('an error is worse than a warning, and that than a hint', () => {
  expect(worstOf(['hint', 'error', 'warning'])).toBe('error');
  expect(worstOf(['hint', 'warning'])).toBe('warning');
  expect(worstOf([])).toBeNull();
});
