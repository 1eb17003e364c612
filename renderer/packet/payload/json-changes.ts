import { printStep } from '../../../shared/filter/print-filter.ts';
import type { JsonValue } from './json-tree.ts';

/** A value that differs between two JSON texts; `null` on the side that does not have it. */
export interface JsonChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The differences, and how many more there are. */
export interface JsonChanges {
  readonly changes: readonly JsonChange[];
  readonly hidden: number;
}

/** The most differences that are listed. */
export const CHANGES_MAX = 500;

/** Texts are compared by what they say, everything else by how it is written. */
function sameScalar(before: string, after: string): boolean {
  if (before === after) return true;
  const texts = before.startsWith('"') && after.startsWith('"');
  return texts && JSON.parse(before) === JSON.parse(after);
}

/** The members by name; of a repeated name the last, which is what parsing would keep. */
const byName = ({ members }: JsonValue) => new Map(members);

/** What was added, removed and changed on the way from one value to another, in order of the later. */
export function jsonChanges(before: JsonValue, after: JsonValue): JsonChanges {
  const changes: JsonChange[] = [];
  let found = 0;
  const add = (path: string, old: JsonValue | undefined, now: JsonValue | undefined) => {
    found += 1;
    if (found > CHANGES_MAX) return;
    changes.push({ path, before: old?.text ?? null, after: now?.text ?? null });
  };
  const compare = (path: string, old: JsonValue, now: JsonValue): void => {
    if (old.kind !== now.kind || now.kind === 'scalar') {
      if (old.kind !== now.kind || !sameScalar(old.text, now.text)) add(path, old, now);
      return;
    }
    const earlier = byName(old);
    const later = byName(now);
    for (const [step, value] of later) {
      const was = earlier.get(step);
      const own = path + printStep(step);
      if (was) compare(own, was, value);
      else add(own, undefined, value);
    }
    for (const [step, value] of earlier)
      if (!later.has(step)) add(path + printStep(step), value, undefined);
  };
  compare('$', before, after);
  return { changes, hidden: Math.max(0, found - CHANGES_MAX) };
}
