/** Levels of objects and arrays that are looked into. */
const DEPTH_MAX = 12;
/** Elements of an array that are looked at: each is a field of its own. */
const ELEMENTS_MAX = 16;

/** What is made of the numbers in a JSON text, place by place. */
export interface NumberVisitor<P> {
  /** The place of a member or an element; null if it is not wanted. */
  step(place: P, part: string | number): P | null;
  found(place: P, value: number): void;
}

/** Shows every number in a parsed JSON text to a visitor, which begins at a place. */
export function visitNumbers<P>(json: unknown, place: P, visitor: NumberVisitor<P>): void {
  visit(json, place, visitor, 0);
}

function visit<P>(value: unknown, place: P, visitor: NumberVisitor<P>, depth: number): void {
  if (typeof value === 'number') {
    if (Number.isFinite(value)) visitor.found(place, value);
    return;
  }
  if (typeof value !== 'object' || value === null || depth === DEPTH_MAX) return;
  if (Array.isArray(value)) {
    const end = Math.min(value.length, ELEMENTS_MAX);
    for (let at = 0; at < end; at += 1) visitPart(value[at], at, place, visitor, depth);
    return;
  }
  for (const name of Object.keys(value)) {
    visitPart((value as Record<string, unknown>)[name], name, place, visitor, depth);
  }
}

function visitPart<P>(
  value: unknown,
  part: string | number,
  place: P,
  visitor: NumberVisitor<P>,
  depth: number,
): void {
  if (typeof value !== 'number' && (typeof value !== 'object' || value === null)) return;
  const next = visitor.step(place, part);
  if (next !== null) visit(value, next, visitor, depth + 1);
}
