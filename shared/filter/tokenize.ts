import {
  type Comparison,
  type FieldComparison,
  type FilterKey,
  fieldComparisons,
  filterKeys,
} from './filter-node.ts';
import { FilterSyntaxError } from './filter-syntax-error.ts';

/** A range of the filter's text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands behind an operator. */
export interface ValueToken extends Span {
  readonly text: string;
  readonly quoted: boolean;
  /** The text as it was typed: with its escapes, without its quotes. */
  readonly typed: string;
}

export type Token = Span &
  (
    | { readonly kind: '(' | ')' | '-' | 'OR' }
    | { readonly kind: 'text'; readonly text: string }
    | {
        readonly kind: 'key';
        readonly key: FilterKey;
        readonly comparison: Comparison | '~';
        readonly operator: Span;
        readonly values: readonly ValueToken[];
      }
    | {
        readonly kind: 'field';
        readonly path: readonly (string | number)[];
        readonly test: { readonly comparison: FieldComparison; readonly value: ValueToken } | null;
      }
  );

const SPACE = /\s+/y;
const QUOTED = /"((?:[^"\\]|\\[\s\S])*)"/y;
const WORD = /[^\s()"]+/y;
const LISTED = /[^\s()",]+/y;
const KEY = /([A-Za-z]+)(>=|<=|[:=><~])/y;
const PATH = /\$(?=[.[])/y;
const NAME = /\.([^\s.[\]()"'=!<>:,~]+)/y;
const POSITION = /\[(\d{1,9})\]/y;
const QUOTED_NAME = /\["((?:[^"\\]|\\[\s\S])*)"\]/y;
const FIELD_OPERATOR = /!=|>=|<=|[:=><~]/y;

const unescaped = (text: string): string => text.replaceAll(/\\(["\\])/g, '$1');

/**
 * Cuts a display filter into tokens. A key or a field is one token with its operator and values:
 * nothing may stand between them.
 *
 * @throws FilterSyntaxError
 */
export function tokenize(text: string): Token[] {
  return new Tokenizer(text).run();
}

class Tokenizer {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  run(): Token[] {
    const tokens: Token[] = [];
    this.take(SPACE);
    while (this.at < this.text.length) {
      tokens.push(this.token());
      this.take(SPACE);
    }
    return tokens;
  }

  private token(): Token {
    const start = this.at;
    const sign = this.text[start];
    if (sign === '(' || sign === ')') {
      this.at += 1;
      return { kind: sign, start, end: this.at };
    }
    if (sign === '-') {
      this.at += 1;
      if (this.take(SPACE) || this.at === this.text.length) this.fail(start, start + 1, ['<term>']);
      return { kind: '-', start, end: this.at };
    }
    if (sign === '"') {
      const { text, end } = this.quoted();
      return { kind: 'text', text, start, end };
    }
    if (this.take(PATH)) return this.field(start);
    return this.key(start) ?? this.word(start);
  }

  private word(start: number): Token {
    const text = this.take(WORD)?.[0] ?? '';
    const end = this.at;
    return text === 'OR' ? { kind: 'OR', start, end } : { kind: 'text', text, start, end };
  }

  /** `abc=` and `a~b` are words as they occur; before the other operators only a key makes sense. */
  private key(start: number): Token | null {
    const match = this.take(KEY);
    if (match === null) return null;
    const [, name = '', sign = ''] = match;
    const key = filterKeys.find((known) => known === name.toLowerCase());
    if (key === undefined) {
      if (sign !== '=' && sign !== '~') this.fail(start, start + name.length, filterKeys);
      this.at = start;
      return null;
    }
    const comparison = (sign === ':' ? '=' : sign) as Comparison | '~';
    const operator = { start: start + name.length, end: this.at };
    const values = [comparison === '~' ? this.expression() : this.value(LISTED)];
    while (comparison !== '~' && this.text[this.at] === ',') {
      this.at += 1;
      values.push(this.value(LISTED));
    }
    return { kind: 'key', key, comparison, operator, values, start, end: this.at };
  }

  private field(start: number): Token {
    const path: (string | number)[] = [];
    for (let part = this.pathPart(); part !== null; part = this.pathPart()) path.push(part);
    const next = this.text[this.at];
    if (path.length === 0 || next === '.' || next === '[') {
      this.fail(this.at, Math.min(this.at + 1, this.text.length), ['<field>']);
    }
    const operator = this.take(FIELD_OPERATOR)?.[0] as FieldComparison | undefined;
    if (operator === undefined) {
      if (next !== undefined && !/[\s()]/.test(next)) {
        this.fail(this.at, this.at + 1, fieldComparisons);
      }
      return { kind: 'field', path, test: null, start, end: this.at };
    }
    const value = operator === '~' ? this.expression() : this.value(WORD);
    const test = { comparison: operator, value };
    return { kind: 'field', path, test, start, end: this.at };
  }

  private pathPart(): string | number | null {
    const name = this.take(NAME)?.[1];
    if (name !== undefined) return name;
    const position = this.take(POSITION)?.[1];
    if (position !== undefined) return Number(position);
    const quoted = this.take(QUOTED_NAME)?.[1];
    return quoted === undefined ? null : unescaped(quoted);
  }

  private value(bare: RegExp): ValueToken {
    if (this.text[this.at] === '"') return this.quoted();
    const start = this.at;
    const text = this.take(bare)?.[0];
    if (text === undefined) this.fail(start, start, ['<value>']);
    return { text, typed: text, quoted: false, start, end: this.at };
  }

  /** Without quotes, an expression would end before a parenthesis, and mean something else. */
  private expression(): ValueToken {
    const start = this.at;
    if (this.text[start] === '"') return this.quoted();
    const value = this.text[start] === '(' ? null : this.value(WORD);
    if (value === null || /["(]/.test(this.text[this.at] ?? '')) {
      this.fail(start, this.at + 1, ['<quotes>']);
    }
    return value;
  }

  private quoted(): ValueToken {
    const start = this.at;
    const match = this.take(QUOTED);
    if (match === null) this.fail(start, this.text.length, ['"']);
    const typed = match[1] ?? '';
    return { text: unescaped(typed), typed, quoted: true, start, end: this.at };
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match !== null) this.at = pattern.lastIndex;
    return match;
  }

  private fail(start: number, end: number, expected: readonly string[]): never {
    throw new FilterSyntaxError(start, end, expected);
  }
}
