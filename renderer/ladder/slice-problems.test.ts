import { expect, it } from 'vitest';
import type { DensitySlice } from '../../shared/contract/ladder-commands.ts';
import { sliceProblems } from './slice-problems.ts';

const slice = (first: number, problems = 0, broken = 0): DensitySlice => ({
  first,
  sent: [0, 1, 0, 0, 0, 0],
  received: [0, 0, 0, 0, 0, broken],
  problems,
});

it('a slice has what its packets show and what problems say of them, the worst counts', () => {
  const slices = [slice(0, 2, 1), slice(4, 1), slice(6), slice(6), slice(9)];
  const findings = [
    { position: 5, severity: 'warning' },
    { position: 6, severity: 'hint' },
    { position: 8, severity: 'error' },
  ] as const;
  expect(sliceProblems(slices, findings)).toEqual([
    { count: 2, severity: 'error' },
    { count: 1, severity: 'warning' },
    { count: 0, severity: null },
    { count: 2, severity: 'error' },
    { count: 0, severity: null },
  ]);
});
