/** Parameters of a client id that say how a device signs in: they follow from its credentials. */
const computed: ReadonlySet<string> = new Set([
  ...['securemode', 'signmethod', 'timestamp', 'authtype', 'random', 'instanceid'],
]);

/** Most characters of a device's own extended parameters; the platform names no limit. */
export const EXTENDED_PARAMETERS_MAX = 512;

/** What is wrong with a text of extended parameters, with the part it is about. */
export interface ExtendedParametersProblem {
  readonly kind: 'malformed' | 'computed' | 'twice' | 'too-long';
  readonly part: string;
}

/** `name=value` pairs between commas, in order; empty for an empty text. */
export function splitExtendedParameters(text: string): [name: string, value: string][] {
  if (text.trim() === '') return [];
  return text.split(',').map((part) => {
    const equals = part.indexOf('=');
    return equals === -1 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
  });
}

/**
 * Checks the further parameters of a client id, such as `_ss=1,ext=3,lan=C`: pairs of a name and a
 * value, each name once, and none of those that are computed, in any case of letters (D-73742). White
 * space, `|` and control characters would be read as something else than they mean here.
 */
export function extendedParametersProblem(text: string): ExtendedParametersProblem | null {
  if (text.length > EXTENDED_PARAMETERS_MAX) return { kind: 'too-long', part: '' };
  const seen = new Set<string>();
  for (const [name, value] of splitExtendedParameters(text)) {
    if (
      !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ||
      !/^[\x21-\x7e]+$/.test(value) ||
      /\|/.test(value)
    ) {
      return { kind: 'malformed', part: value === '' ? name : `${name}=${value}` };
    }
    if (computed.has(name.toLowerCase())) return { kind: 'computed', part: name };
    if (seen.has(name)) return { kind: 'twice', part: name };
    seen.add(name);
  }
  return null;
}
