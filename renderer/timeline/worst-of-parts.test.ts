import { expect, it } from 'vitest';
import { worstOfParts } from './worst-of-parts.ts';

it('every part has the worst of its packets, whether they show it or a problem says it of them', () => {
  const counted = { broken: [0, 0, 1, 0], unanswered: [0, 1, 1, 0] };
  const findings = [
    { position: 0, severity: 'hint' },
    { position: 4, severity: 'error' },
    { position: 6, severity: 'warning' },
  ] as const;
  expect(worstOfParts({ total: 10, ...counted, findings })).toEqual([
    'hint',
    'error',
    'error',
    null,
  ]);
});

it('the parts are those that were counted: of as many rows each, the last rows among them', () => {
  const counted = { broken: [0, 0], unanswered: [0, 0] };
  const of = (position: number) =>
    worstOfParts({ total: 5, ...counted, findings: [{ position, severity: 'error' }] });
  expect(of(1)).toEqual(['error', null]);
  expect(of(2)).toEqual([null, 'error']);
  expect(of(4)).toEqual([null, 'error']);
  // Problems may point at what came since.
  expect(of(7)).toEqual([null, null]);
});
