import type { Finding } from '../../shared/contract/packets.ts';
import type { Problem } from '../../shared/contract/problems.ts';

type Severity = Finding['severity'];

const weights: Readonly<Record<Severity, number>> = { error: 2, warning: 1, hint: 0 };

/** Whether a severity is above another one, or above none. */
export const isWorse = (one: Severity, other: Severity | null): boolean =>
  other === null || weights[one] > weights[other];

/** The worst of several severities; null of none. */
export function worstOf(severities: readonly Severity[]): Severity | null {
  return severities.reduce<Severity | null>(
    (worst, severity) => (isWorse(severity, worst) ? severity : worst),
    null,
  );
}

/** Where a packet stands in a view that a problem points at. */
export interface FindingPlace {
  readonly position: number;
  readonly severity: Severity;
}

/** Where the view shows packets that problems point at, as the host answered for their rows in order. */
export function findingPlaces(
  findings: ReadonlyMap<number, Finding>,
  places: readonly (number | null)[],
): FindingPlace[] {
  return [...findings.values()].flatMap(({ severity }, at) => {
    const position = places[at] ?? null;
    return position === null ? [] : [{ position, severity }];
  });
}

/**
 * What is wrong with packets, by their rows: the worst of each. Of a problem that was found often, its
 * first and its last packet are known.
 */
export function rowFindings(problems: readonly Problem[]): ReadonlyMap<number, Finding> {
  const worst = new Map<number, Finding>();
  for (const { finding, firstRow, lastRow } of problems) {
    for (const row of [firstRow, lastRow]) {
      if (isWorse(finding.severity, worst.get(row)?.severity ?? null)) worst.set(row, finding);
    }
  }
  return worst;
}
