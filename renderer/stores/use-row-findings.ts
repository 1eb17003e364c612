import { useMemo } from 'react';
import type { Finding } from '../../shared/contract/packets.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { rowFindings } from './row-findings.ts';
import { useKnownProblems } from './use-problems.ts';

const none: readonly Problem[] = [];

/** What is wrong with the packets of a capture: made again when its problems change, not when rows come. */
export function useRowFindings(captureId: string): ReadonlyMap<number, Finding> {
  const problems = useKnownProblems(captureId)?.problems ?? none;
  return useMemo(() => rowFindings(problems), [problems]);
}
