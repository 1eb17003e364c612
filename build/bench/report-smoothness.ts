import type { Report } from './measurement.ts';
import type { Smoothness } from './page-probe.ts';
import { highest, quantile } from './statistics.ts';

/** @param hasBudget whether the page must stay smooth in it */
export function reportSmoothness(
  name: string,
  { frames, longTasks }: Smoothness,
  hasBudget: boolean,
  report: Report,
): void {
  report(
    `${name}: longest task over 50 ms`,
    highest(longTasks),
    'ms',
    hasBudget ? ['at most', 50] : undefined,
  );
  report(`${name}: tasks over 50 ms`, longTasks.length, '');
  report(`${name}: frame, p50`, quantile(frames, 0.5), 'ms');
  report(
    `${name}: frame, p95`,
    quantile(frames, 0.95),
    'ms',
    hasBudget ? ['at most', 20] : undefined,
  );
  report(`${name}: frame, longest`, highest(frames), 'ms');
}
