import type { Transport } from '../contract/devices.ts';

/** What a device signs. Absent values are not part of the signed content. */
export interface SignParams {
  readonly productKey: string;
  readonly deviceName: string;
  /** The free part of the MQTT client id, before its first `|`. */
  readonly clientId?: string | undefined;
  /** Milliseconds as text or number; must equal the client id's `timestamp` where both have one. */
  readonly timestamp?: string | number | undefined;
  /** The nonce of a dynamic registration, which is signed with the product secret. */
  readonly random?: string | undefined;
}

/**
 * The text whose HMAC is the MQTT password: names sorted alphabetically, each followed by its value,
 * no separators (D-73742).
 */
export function signContent(params: SignParams): string {
  return Object.entries(params)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}${value}`)
    .join('');
}

/** The extended parameters a device sends; the platform knows more of them (`ext`, `_v`, `lan`…). */
export interface ClientIdParams {
  readonly securemode: number | string;
  /** Absent where nothing is signed. */
  readonly signmethod?: string;
  readonly timestamp?: string | number | undefined;
  readonly [name: string]: string | number | undefined;
}

/** `${id}|securemode=…,signmethod=…,timestamp=…|`, in the order of the given parameters (D-73742). */
export function buildClientId(id: string, params: ClientIdParams): string {
  const list = Object.entries(params)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`);
  return `${id}|${list.join(',')}|`;
}

/** An MQTT client id taken apart. */
export interface ParsedClientId {
  readonly id: string;
  /** Empty when the client id has no extended parameters. */
  readonly params: ReadonlyMap<string, string>;
}

/**
 * Takes a client id apart as leniently as devices write it: a `|` may stand inside a value
 * (`lan=JS|Broswer `, sent by the official JS SDK in a browser), the closing `|` may be missing, and
 * white space around names and values is dropped (JS SDK 1.0.1 sent newlines). The first of two
 * equal names counts.
 */
export function parseClientId(text: string): ParsedClientId {
  const open = text.indexOf('|');
  if (open === -1) return { id: text, params: new Map() };
  const params = new Map<string, string>();
  const list = text
    .slice(open + 1)
    .trim()
    .replace(/\|$/, '');
  for (const item of list.split(',')) {
    const equals = item.indexOf('=');
    const name = item.slice(0, Math.max(equals, 0)).trim();
    if (name !== '' && !params.has(name)) params.set(name, item.slice(equals + 1).trim());
  }
  return { id: text.slice(0, open), params };
}

/** The `securemode` of a device that connects directly: 2 over TLS, 3 in clear (D-73742, D-63656). */
export function secureModeFor(transport: Transport): 2 | 3 {
  return transport === 'tls' || transport === 'wss' ? 2 : 3;
}

/** The MQTT user name of a device (D-73742). */
export function userName(deviceName: string, productKey: string): string {
  return `${deviceName}&${productKey}`;
}
