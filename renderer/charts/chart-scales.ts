/** The least and the greatest value of a series. */
export interface Extent {
  readonly min: number;
  readonly max: number;
}

/** Axes that there is room for. */
export const AXES_MAX = 3;
/** A series that would fill less of a shared axis than one part in this many gets its own. */
const FLATTEST = 5;

interface Group extends Extent {
  readonly members: readonly number[];
}

/**
 * Which series share an axis: those whose lines stay readable on a common one. Answers for each
 * series the number of its axis, 0 is the first; a series without values goes with the first.
 */
export function shareAxes(extents: readonly (Extent | null)[]): number[] {
  const groups: Group[] = [];
  for (const [at, extent] of extents.entries()) {
    if (extent === null) continue;
    const joined = groups.map((group) => union(group, extent));
    const fits = joined.findIndex((both, index) => {
      const group = groups[index];
      return group !== undefined && isReadable(both, group) && isReadable(both, extent);
    });
    const chosen = fits >= 0 || groups.length < AXES_MAX ? fits : leastStretched(groups, joined);
    const group = groups[chosen];
    if (group === undefined) groups.push({ ...extent, members: [at] });
    else groups[chosen] = { ...union(group, extent), members: [...group.members, at] };
  }
  return extents.map((_, at) =>
    Math.max(
      0,
      groups.findIndex(({ members }) => members.includes(at)),
    ),
  );
}

function union(one: Extent, other: Extent): Extent {
  return { min: Math.min(one.min, other.min), max: Math.max(one.max, other.max) };
}

/** A constant has no span: beside what it equals, or is near, it is read as well as anywhere. */
function isReadable(both: Extent, own: Extent): boolean {
  const span = both.max - both.min;
  if (span === 0) return true;
  const size = own.max > own.min ? own.max - own.min : Math.abs(own.max);
  return size * FLATTEST >= span;
}

function leastStretched(groups: readonly Group[], joined: readonly Extent[]): number {
  const stretch = (index: number) => {
    const [group, both] = [groups[index], joined[index]];
    if (!group || !both) return Number.POSITIVE_INFINITY;
    return (both.max - both.min) / Math.max(group.max - group.min, Number.MIN_VALUE);
  };
  return [...groups.keys()].reduce(
    (best, index) => (stretch(index) < stretch(best) ? index : best),
    0,
  );
}
