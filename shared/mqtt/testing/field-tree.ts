import type { PacketField } from '../../contract/packets.ts';

/** The field at a path of names, the first of each name; fails where there is none. */
export function fieldAt(fields: readonly PacketField[], ...path: readonly string[]): PacketField {
  let siblings = fields;
  let found: PacketField | undefined;
  for (const name of path) {
    found = siblings.find((field) => field.name === name);
    if (!found) {
      throw new Error(`no field ${path.join(' > ')}: ${siblings.map((field) => field.name)}`);
    }
    siblings = found.children;
  }
  if (!found) throw new Error('a path has at least one name');
  return found;
}

/** Every field, parents before their children. */
export function allFields(fields: readonly PacketField[]): PacketField[] {
  return fields.flatMap((field) => [field, ...allFields(field.children)]);
}

const label = ({ name, start, end }: PacketField) => `${name} [${start}, ${end})`;

/**
 * What is wrong with the ranges of a packet's fields: the outermost must follow one another without
 * a gap from the first byte to the last, children lie within their parent, and siblings in order
 * without overlap, except for the bits of one byte, which share its range.
 */
export function rangeProblems(fields: readonly PacketField[], size: number): string[] {
  const problems: string[] = [];
  let position = 0;
  for (const field of fields) {
    if (field.start !== position) problems.push(`${label(field)} does not begin at ${position}`);
    position = field.end;
  }
  if (position !== size) problems.push(`the fields end at ${position} of ${size}`);
  for (const parent of allFields(fields)) {
    let previous: PacketField | undefined;
    for (const child of parent.children) {
      if (child.start < parent.start || child.end > parent.end || child.start > child.end) {
        problems.push(`${label(child)} is not within ${label(parent)}`);
      }
      const bitsOfOneByte =
        previous?.start === child.start &&
        previous.end === child.end &&
        child.end - child.start === 1;
      if (previous && child.start < previous.end && !bitsOfOneByte) {
        problems.push(`${label(child)} overlaps ${label(previous)}`);
      }
      previous = child;
    }
  }
  return problems;
}

/** `name [start, end) value (meaning)`, the children behind their parent and indented. */
export const outline = (fields: readonly PacketField[], depth = 0): string[] =>
  fields.flatMap(({ name, start, end, value, meaning, children }) => [
    `${'  '.repeat(depth)}${name} [${start}, ${end})${value && ` ${value}`}${meaning && ` (${meaning})`}`,
    ...outline(children, depth + 1),
  ]);
