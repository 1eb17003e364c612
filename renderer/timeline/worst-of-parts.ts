import type { Finding } from '../../shared/contract/packets.ts';
import { isWorse } from '../stores/row-findings.ts';
import type { Marks } from './use-marks.ts';

type Severity = Finding['severity'];

/**
 * The worst in every part of a view, of what packets show by themselves and of what only several of
 * them show; null where nothing is wrong.
 */
export function worstOfParts({
  total,
  broken,
  unanswered,
  findings,
}: Omit<Marks, 'bookmarks'>): (Severity | null)[] {
  const worst = broken.map((count, at): Severity | null => {
    if (count > 0) return 'error';
    return (unanswered[at] ?? 0) > 0 ? 'warning' : null;
  });
  for (const { position, severity } of findings) {
    const part = Math.floor(((position + 1) * worst.length - 1) / total);
    const before = worst[part];
    if (before !== undefined && isWorse(severity, before)) worst[part] = severity;
  }
  return worst;
}
