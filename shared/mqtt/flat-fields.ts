import type { PacketField } from '../contract/packets.ts';

/** Fields that only frame others, and those that a line has keys of its own for. */
const LEFT_OUT = new Set([
  'Fixed header',
  'Length',
  'Property Length',
  'Property Identifier',
  'Reserved',
  'Packet Identifier',
  'Topic Name',
  'Payload',
]);

/**
 * Decoded fields by their path, such as `Connect Flags.Will QoS`; a path that occurs several times
 * has the list of its values, in order.
 */
export function flatFields(fields: readonly PacketField[]): Record<string, string | string[]> {
  const flat: Record<string, string | string[]> = {};
  collect(fields, '', flat);
  return flat;
}

function collect(
  fields: readonly PacketField[],
  prefix: string,
  flat: Record<string, string | string[]>,
): void {
  for (const { name, value, children } of fields) {
    if (LEFT_OUT.has(name)) continue;
    const path = prefix + name;
    const known = Object.hasOwn(flat, path) ? flat[path] : undefined;
    if (value !== '') flat[path] = known === undefined ? value : [known, value].flat();
    collect(children, `${path}.`, flat);
  }
}
