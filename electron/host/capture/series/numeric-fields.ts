/** Levels of objects and arrays that are looked into. */
const DEPTH_MAX = 12;
/** Elements of an array that are looked at: each is a field of its own. */
const ELEMENTS_MAX = 16;

type Path = readonly (string | number)[];

/** Calls back for every number in a parsed JSON text, with where it stands. */
export function numericFields(json: unknown, found: (path: Path, value: number) => void): void {
  visit(json, [], found);
}

function visit(value: unknown, path: Path, found: (path: Path, value: number) => void): void {
  if (typeof value === 'number') {
    if (Number.isFinite(value)) found(path, value);
    return;
  }
  if (typeof value !== 'object' || value === null || path.length >= DEPTH_MAX) return;
  if (Array.isArray(value)) {
    for (const [at, element] of value.slice(0, ELEMENTS_MAX).entries())
      visit(element, [...path, at], found);
    return;
  }
  for (const [name, member] of Object.entries(value)) visit(member, [...path, name], found);
}
