import { asciiOf, hexOf, offsetOf } from '../bytes/hex-lines.ts';
import { type JsonChanges, jsonChanges } from './json-changes.ts';
import { readJson } from './json-tree.ts';
import type { ReadPayload } from './payload-looks.ts';

/** What differs between a message and the one before it. */
export type Changes =
  | { readonly kind: 'same' }
  | { readonly kind: 'json'; readonly changes: JsonChanges }
  /** Texts to be held against each other; dumps where one of the two is binary. */
  | { readonly kind: 'text'; readonly before: string; readonly after: string };

/** A payload that was read, with its bytes. */
export interface ComparedPayload {
  readonly bytes: Uint8Array;
  readonly read: ReadPayload;
}

const PER_LINE = 16;

function dump(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += PER_LINE) {
    const part = Array.from(bytes.subarray(at, at + PER_LINE));
    lines.push(
      `${offsetOf(at)}  ${part
        .map(hexOf)
        .join(' ')
        .padEnd(3 * PER_LINE)} ${part.map(asciiOf).join('')}`,
    );
  }
  return lines.join('\n');
}

const same = (before: Uint8Array, after: Uint8Array) =>
  before.length === after.length && before.every((byte, at) => byte === after[at]);

/** Holds a message against the one before it: by paths where both are JSON, by lines otherwise. */
export function changesBetween(before: ComparedPayload, after: ComparedPayload): Changes {
  if (same(before.bytes, after.bytes)) return { kind: 'same' };
  if (before.read.json !== null && after.read.json !== null) {
    const [old, now] = [readJson(before.read.json), readJson(after.read.json)];
    if (old && now) return { kind: 'json', changes: jsonChanges(old, now) };
  }
  const text = before.read.looks.printable && after.read.looks.printable;
  const show = ({ bytes, read }: ComparedPayload) => (text ? read.decoded.text : dump(bytes));
  return { kind: 'text', before: show(before), after: show(after) };
}
