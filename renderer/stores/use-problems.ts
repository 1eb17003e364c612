import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ProblemList } from '../../shared/contract/problems.ts';
import { problemStore, watchProblems } from './problems.ts';

/** The problems of a capture, kept up to date while a component uses them; null before the answer. */
export function useProblems(captureId: string): ProblemList | null {
  useEffect(() => watchProblems(captureId), [captureId]);
  return useKnownProblems(captureId);
}

/** The same for what stands beside a component that keeps them up to date: asks nobody. */
export function useKnownProblems(captureId: string): ProblemList | null {
  return useStore(problemStore, ({ lists }) => lists[captureId] ?? null);
}
