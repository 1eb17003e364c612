import { type DensitySlice, densityFamilies } from '../../shared/contract/ladder-commands.ts';
import type { Finding } from '../../shared/contract/packets.ts';
import { type FindingPlace, isWorse } from '../stores/row-findings.ts';

/** What is wrong within one slice of the overview. */
export interface SliceProblems {
  readonly count: number;
  /** The worst; null where nothing is wrong. */
  readonly severity: Finding['severity'] | null;
}

const BROKEN = densityFamilies.indexOf('broken');

/**
 * What is wrong in every slice: what packets show by themselves, and what only several of them show.
 * A packet of which both is known counts once.
 */
export function sliceProblems(
  slices: readonly DensitySlice[],
  findings: readonly FindingPlace[],
): readonly SliceProblems[] {
  const found = slices.map(() => ({ count: 0, severity: null as SliceProblems['severity'] }));
  for (const { position, severity } of findings) {
    const slice = found[slices.findLastIndex(({ first }) => first <= position)];
    if (!slice) continue;
    slice.count += 1;
    if (isWorse(severity, slice.severity)) slice.severity = severity;
  }
  return slices.map(({ sent, received, problems }, at) => {
    const { count = 0, severity = null } = found[at] ?? {};
    const shown = (sent[BROKEN] ?? 0) + (received[BROKEN] ?? 0) > 0 ? 'error' : 'warning';
    const isShownWorse = problems > 0 && isWorse(shown, severity);
    return { count: Math.max(count, problems), severity: isShownWorse ? shown : severity };
  });
}
