/** What stands where a variable byte integer is expected. */
export type VariableInteger =
  | {
      readonly problem: null;
      readonly value: number;
      readonly end: number;
      readonly minimal: boolean;
    }
  /** The bytes end before the integer does. */
  | { readonly problem: 'incomplete' }
  /** The fourth byte asks for a fifth. */
  | { readonly problem: 'malformed'; readonly end: number };

/**
 * Reads a variable byte integer, 0 to 268,435,455 in at most four bytes of seven bits, the lowest
 * first (MQTT 3.1.1 §2.2.3, MQTT 5.0 §1.5.5), from `bytes[at, limit)`.
 */
export function readVariableInteger(bytes: Uint8Array, at: number, limit: number): VariableInteger {
  let value = 0;
  for (let place = 0; place < 4; place++) {
    const byte = at + place < limit ? bytes[at + place] : undefined;
    if (byte === undefined) return { problem: 'incomplete' };
    value += (byte & 0x7f) * 128 ** place;
    if ((byte & 0x80) === 0) {
      return { problem: null, value, end: at + place + 1, minimal: place === 0 || byte !== 0 };
    }
  }
  return { problem: 'malformed', end: at + 4 };
}
