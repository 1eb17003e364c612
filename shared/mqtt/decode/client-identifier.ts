import type { PacketField } from '../../contract/packets.ts';
import { decodeUtf8 } from '../utf8.ts';
import type { Span } from './field-reader.ts';

const PIPE = 0x7c;
const COMMA = 0x2c;
const EQUALS = 0x3d;

const isSpace = (byte: number | undefined) =>
  byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

const signMethods: Readonly<Record<string, string>> = {
  hmacmd5: 'the password is signed with HMAC-MD5',
  hmacsha1: 'the password is signed with HMAC-SHA-1',
  hmacsha256: 'the password is signed with HMAC-SHA-256',
};

/** The bits of `ext`: 0 is RRPC on topics of one's own, 1 is notices before a kick. */
function extMeaning(value: string): string {
  const bits = Number.parseInt(value, 10);
  const meanings = [
    ...(bits & 1 ? ['custom-topic RRPC'] : []),
    ...(bits & 2 ? ['kick notices'] : []),
  ];
  return meanings.join(', ') || 'nothing asked for';
}

/** What the platform's parameters stand for (D-73742; the bits of `ext` as the C SDK sends them). */
const parameterMeanings: Readonly<Record<string, (value: string) => string>> = {
  securemode: (value) =>
    value === '2' ? 'TLS direct' : value === '3' ? 'TCP or WebSocket direct' : 'secure mode',
  signmethod: (value) =>
    signMethods[value.toLowerCase()] ?? 'how the password is signed: not a method of the platform',
  timestamp: () => 'part of what is signed',
  ext: extMeaning,
  _ss: () => 'server-side subscription of system topics',
  _v: () => 'SDK version',
  lan: () => 'SDK language',
  authtype: () => 'authentication type',
  random: () => 'nonce of dynamic registration',
  instanceid: () => 'enterprise instance',
};

/**
 * The parts of a client identifier that carries IoT Platform's extended parameters,
 * `id|key=value,key=value|`; none for any other client identifier. The separators are ASCII, which
 * never occurs within a longer UTF-8 sequence, so it is taken apart as bytes and the ranges are
 * exact. Lenient, as devices in the field are: a `|` within a value belongs to the value, the
 * closing `|` may be missing, and white space around it or a key is passed over.
 */
export function clientIdentifierParts(bytes: Uint8Array, content: Span): PacketField[] {
  const pipe = indexOf(bytes, PIPE, content);
  if (pipe === null) return [];
  let end = content.end;
  while (end > pipe + 1 && isSpace(bytes[end - 1])) end--;
  if (end > pipe + 1 && bytes[end - 1] === PIPE) end--;
  const parameters: PacketField[] = [];
  for (let start = pipe + 1; start < end; ) {
    const comma = indexOf(bytes, COMMA, { start, end }) ?? end;
    const parameter = parameterOf(bytes, { start, end: comma });
    if (parameter) parameters.push(parameter);
    start = comma + 1;
  }
  if (parameters.length === 0) return [];
  const id = {
    name: 'Id',
    value: decodeUtf8(bytes, content.start, pipe),
    meaning: 'the part that is signed',
    start: content.start,
    end: pipe,
    children: [],
  };
  return [id, ...parameters];
}

function parameterOf(bytes: Uint8Array, span: Span): PacketField | null {
  const equals = indexOf(bytes, EQUALS, span);
  if (equals === null) return null;
  let { start } = span;
  while (isSpace(bytes[start])) start++;
  const name = decodeUtf8(bytes, start, equals).trimEnd();
  if (name === '') return null;
  const value = decodeUtf8(bytes, equals + 1, span.end);
  const meaningOf = Object.hasOwn(parameterMeanings, name.toLowerCase())
    ? parameterMeanings[name.toLowerCase()]
    : undefined;
  return { name, value, meaning: meaningOf?.(value) ?? '', start, end: span.end, children: [] };
}

function indexOf(bytes: Uint8Array, byte: number, span: Span): number | null {
  for (let at = span.start; at < span.end; at++) if (bytes[at] === byte) return at;
  return null;
}
