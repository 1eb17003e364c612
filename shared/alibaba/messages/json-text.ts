/** A value in a JSON text: `text.slice(start, end)` is how it is written. */
export type JsonNode = JsonObject | JsonArray | JsonLeaf;

interface JsonObject {
  readonly kind: 'object';
  readonly start: number;
  readonly end: number;
  readonly members: readonly JsonMember[];
}

interface JsonArray {
  readonly kind: 'array';
  readonly start: number;
  readonly end: number;
  readonly items: readonly JsonNode[];
}

interface JsonLeaf {
  readonly kind: 'string' | 'other';
  readonly start: number;
  readonly end: number;
}

interface JsonMember {
  readonly key: string;
  /** Where the key begins. */
  readonly start: number;
  readonly value: JsonNode;
}

/** Names of members and positions in arrays, from the outside in. */
export type JsonPath = readonly (string | number)[];

/**
 * Where the values of a JSON text stand, so that one of them can be changed and everything else stay
 * as it was written: `23.0` is not `23`. In a template a placeholder stands for a number or for part
 * of a string. null for a text that is not JSON.
 */
export function readJsonText(text: string, isTemplate: boolean): JsonNode | null {
  const plain = isTemplate ? text.replace(/\{{4}|\{\{.*?\}\}/gs, blankOut) : text;
  try {
    JSON.parse(plain);
  } catch {
    return null;
  }
  return new Scanner(plain).value();
}

/** Digits are a number outside of a string and harmless within; `{{{{` is no placeholder. */
const blankOut = (found: string): string => (found === '{{{{' ? found : '1'.repeat(found.length));

/** Walks through a text that is known to be JSON. */
class Scanner {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(): JsonNode {
    this.take(/\s*/y);
    const start = this.at;
    const first = this.text[start];
    if (first === '{') {
      const members = this.list('}', () => this.member());
      return { kind: 'object', start, end: this.at, members };
    }
    if (first === '[') {
      const items = this.list(']', () => this.value());
      return { kind: 'array', start, end: this.at, items };
    }
    this.take(first === '"' ? STRING : /[^\s,\]}]+/y);
    return { kind: first === '"' ? 'string' : 'other', start, end: this.at };
  }

  private member(): JsonMember {
    const start = this.at;
    const key: unknown = JSON.parse(this.take(STRING));
    this.take(/\s*:/y);
    return { key: String(key), start, value: this.value() };
  }

  /** What stands between the bracket at hand and the closing one. */
  private list<T>(close: string, read: () => T): T[] {
    const found: T[] = [];
    this.at += 1;
    for (;;) {
      this.take(/[\s,]*/y);
      if (this.text[this.at] === close) break;
      found.push(read());
    }
    this.at += 1;
    return found;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ''] = pattern.exec(this.text) ?? [];
    this.at += found.length;
    return found;
  }
}

const STRING = /"(?:[^"\\]|\\.)*"/y;

/** The value at a path; null if there is none. */
export function nodeAt(root: JsonNode, path: JsonPath): JsonNode | null {
  let node: JsonNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'object') {
      // Of a name that stands twice, the last counts, as for JSON.parse.
      node = node.members.findLast(({ key }) => key === String(step))?.value;
    } else {
      node = node?.kind === 'array' ? node.items[Number(step)] : undefined;
    }
  }
  return node ?? null;
}

/** How the value at a path is written; null if there is none. */
export function rawAt(text: string, root: JsonNode, path: JsonPath): string | null {
  const node = nodeAt(root, path);
  return node && text.slice(node.start, node.end);
}

/** Texts of the values along a path that is not there yet: `{"a": raw}` for the step `a`. */
function nested(path: JsonPath, raw: string): string {
  return path.reduceRight<string>(
    (inner, step) =>
      typeof step === 'number' ? `[${inner}]` : `{ ${JSON.stringify(step)}: ${inner} }`,
    raw,
  );
}

/**
 * The text with another value at a path; objects and array items that are missing on the way are
 * made. What stands on the way but is no object is replaced.
 */
export function withValue(text: string, root: JsonNode, path: JsonPath, raw: string): string {
  const splice = (start: number, end: number, put: string) =>
    text.slice(0, start) + put + text.slice(end);
  let node = root;
  for (const [depth, step] of path.entries()) {
    const inner = nodeAt(node, [step]);
    if (inner !== null) {
      node = inner;
      continue;
    }
    const rest = nested(path.slice(depth + 1), raw);
    if (node.kind === 'object' && typeof step === 'string')
      return splice(...addition(text, node, `${JSON.stringify(step)}: ${rest}`));
    if (node.kind === 'array' && typeof step === 'number')
      return splice(...addition(text, node, rest));
    return splice(node.start, node.end, nested(path.slice(depth), raw));
  }
  return splice(node.start, node.end, raw);
}

/** Where and how a member or an item is written behind the others. */
function addition(
  text: string,
  node: JsonObject | JsonArray,
  added: string,
): [start: number, end: number, put: string] {
  const last = node.kind === 'object' ? node.members.at(-1)?.value : node.items.at(-1);
  const first = node.kind === 'object' ? node.members[0] : node.items[0];
  if (last === undefined || first === undefined) {
    const pad = node.kind === 'object' ? ' ' : '';
    return [node.start + 1, node.end - 1, pad + added + pad];
  }
  // On a line of its own where the others are.
  const [lead = ''] = /\n[ \t]*$/.exec(text.slice(node.start, first.start)) ?? [];
  return [last.end, last.end, `,${lead === '' ? ' ' : lead}${added}`];
}

/** The text without a member of an object; as it was if there is none. */
export function withoutMember(text: string, root: JsonNode, path: JsonPath): string {
  const parent = nodeAt(root, path.slice(0, -1));
  if (parent?.kind !== 'object') return text;
  const place = parent.members.findLastIndex(({ key }) => key === path.at(-1));
  const member = parent.members[place];
  if (member === undefined) return text;
  const before = parent.members[place - 1];
  const after = parent.members[place + 1];
  const start = before?.value.end ?? (after ? member.start : parent.start + 1);
  const end = before ? member.value.end : (after?.start ?? parent.end - 1);
  return text.slice(0, start) + text.slice(end);
}
