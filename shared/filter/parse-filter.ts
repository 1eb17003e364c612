import type { FilterError, FilterNode } from './filter-node.ts';
import { FilterSyntaxError } from './filter-syntax-error.ts';
import { fieldNode, keyNode } from './term-node.ts';
import { type Token, tokenize } from './tokenize.ts';
import { readWireshark, type WiresharkReading } from './wireshark/read-wireshark.ts';

/** Parentheses and negations within each other: more cannot be meant, and could exhaust the stack. */
const NESTING_MAX = 64;

export type ParsedFilter =
  | { readonly ok: true; readonly filter: FilterNode }
  | { readonly ok: false; readonly error: FilterError };

/**
 * Reads a display filter. Terms side by side must all hold; `OR` binds weaker; `-` negates the term
 * or the parentheses behind it. Empty text is the filter that matches everything.
 * Wireshark's syntax is a mistake: it would be read as texts to look for.
 */
export function parseFilter(text: string): ParsedFilter {
  const reading = readWireshark(text);
  if (reading === null) return parseOurs(text);
  const { error, rewritten } = reading;
  if (rewritten !== null && readWireshark(rewritten) === null && parseOurs(rewritten).ok) {
    return { ok: false, error: { ...error, wireshark: { rewritten } } };
  }
  const mistake = mistakeIn(reading) ?? { ...error, wireshark: { rewritten: null } };
  return { ok: false, error: mistake };
}

/** The first term that cannot be rewritten, or is wrong in our syntax too; null for none. */
function mistakeIn({ terms }: WiresharkReading): FilterError | null {
  for (const { start, end, ours, isKept, expected } of terms) {
    if (ours === null) return { start, end, expected, wireshark: { rewritten: null } };
    const parsed = parseOurs(ours.join(' '));
    if (parsed.ok) continue;
    const { error } = parsed;
    if (!isKept) return { start, end, expected: error.expected };
    return { ...error, start: start + error.start, end: start + error.end };
  }
  return null;
}

function parseOurs(text: string): ParsedFilter {
  try {
    const tokens = tokenize(text);
    if (tokens.length === 0) return { ok: true, filter: { kind: 'all' } };
    return { ok: true, filter: new Parser(tokens, text.length).run() };
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    const { start, end, expected } = error;
    return { ok: false, error: { start, end, expected } };
  }
}

class Parser {
  private readonly tokens: readonly Token[];
  private readonly end: number;
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.tokens = tokens;
    this.end = end;
  }

  run(): FilterNode {
    const node = this.alternatives();
    if (this.next !== undefined) this.fail(['<term>', 'OR', '<end>']);
    return node;
  }

  private alternatives(): FilterNode {
    const nodes = [this.terms()];
    while (this.next?.kind === 'OR') {
      this.at += 1;
      nodes.push(this.terms());
    }
    return joined('or', nodes);
  }

  private terms(): FilterNode {
    const nodes = [this.term()];
    while (this.next !== undefined && this.next.kind !== 'OR' && this.next.kind !== ')') {
      nodes.push(this.term());
    }
    return joined('and', nodes);
  }

  private term(): FilterNode {
    const token = this.next;
    switch (token?.kind) {
      case undefined:
      case ')':
      case 'OR':
        return this.fail(['<term>']);
      case '-':
        return this.nested(() => ({ kind: 'not', node: this.term() }));
      case '(':
        return this.nested(() => {
          const node = this.alternatives();
          if (this.next?.kind !== ')') this.fail([')']);
          this.at += 1;
          return node;
        });
      case 'text':
        this.at += 1;
        return { kind: 'text', text: token.text };
      case 'key':
        this.at += 1;
        return keyNode(token);
      case 'field':
        this.at += 1;
        return fieldNode(token);
    }
  }

  private nested(read: () => FilterNode): FilterNode {
    if (this.depth === NESTING_MAX) this.fail(['<fewer parentheses>']);
    this.depth += 1;
    this.at += 1;
    const node = read();
    this.depth -= 1;
    return node;
  }

  private get next(): Token | undefined {
    return this.tokens[this.at];
  }

  private fail(expected: readonly string[]): never {
    const { start, end } = this.next ?? { start: this.end, end: this.end };
    throw new FilterSyntaxError(start, end, expected);
  }
}

function joined(kind: 'and' | 'or', nodes: readonly FilterNode[]): FilterNode {
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined ? only : { kind, nodes };
}
