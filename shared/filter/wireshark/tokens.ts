import { filterKeys } from '../filter-node.ts';
import type { Span } from '../tokenize.ts';
import { isJoint, isName, mayBeField } from './names.ts';
import type { WiresharkComparison } from './translate.ts';

/** A filter cut as Wireshark would: what it does not know is a term, and left as it stands. */
export type WiresharkToken = Span &
  (
    | { readonly kind: '(' | ')' }
    /** `isWord`: `and`, `or` or `not`, which may be a text too. `OR` and `-` are no mistake. */
    | { readonly kind: 'and' | 'or' | 'not'; readonly isWord: boolean; readonly isOurs: boolean }
    | { readonly kind: 'field'; readonly name: string }
    | {
        readonly kind: 'comparison';
        readonly comparison: WiresharkComparison;
        /** Unquoted; empty where there are none yet. */
        readonly values: readonly string[];
        /** As it stands in the filter; its span in `operator`. */
        readonly sign: string;
        readonly operator: Span;
      }
    /** `isKeyed`: it has a key or a field of ours. */
    | { readonly kind: 'term'; readonly text: string; readonly isKeyed: boolean }
  );

const SPACE = /\s*/y;
const QUOTED = '"(?:[^"\\\\]|\\\\[\\s\\S])*"';
const TERM = new RegExp(`(?:${QUOTED}|(?!&&|\\|\\|)[^\\s()"])+`, 'y');
const VALUE = new RegExp(`\\{[^}]*\\}|${QUOTED}|(?:(?!&&|\\|\\|)[^\\s()"])+`, 'y');
const JOINED = /&&|\|\||!(?!=)|-(?=\S)/y;
const SIGN = /={2,3}|!={1,2}|~=|>=|<=|[><=~:]/y;
const NAME = /[a-z_][a-z0-9_.]*(?:\[[^\]\s]*\])?(?=$|[\s()=!<>~:&|])/y;
/** What stands before a sign that no term of ours has there. */
const LEFT = new RegExp(
  `\\$(?:${QUOTED}|[^\\s()"=!<>~:&|])+(?===)|(?!\\$)[^\\s()"=!<>~:&|]+(?=[!=]=)`,
  'y',
);
const WORD_SIGN = /(?:eq|ne|gt|lt|ge|le|contains|matches|in)(?=[\s{"])/y;
const TEXT_SIGN = /(?:contains|matches)(?=[\s{"])/y;
/** What of ours can be compared by a word: behind other keys it would more likely be a text. */
const TEXTUAL = /^(topic$|\$[.[])/i;
const KEYED = new RegExp(`^(\\$[.[]|(${filterKeys.join('|')})[:=<>~])`, 'i');

const comparisons: Readonly<Record<string, WiresharkComparison>> = {
  '=': '=',
  '==': '=',
  '===': '=',
  ':': '=',
  eq: '=',
  '!=': '!=',
  '!==': '!=',
  '~=': '!=',
  ne: '!=',
  '>': '>',
  gt: '>',
  '<': '<',
  lt: '<',
  '>=': '>=',
  ge: '>=',
  '<=': '<=',
  le: '<=',
  '~': 'matches',
  matches: 'matches',
  contains: 'contains',
  in: 'in',
};
const joins = { '&&': 'and', '||': 'or', '!': 'not', '-': 'not' } as const;

/** The tokens of a filter; null if a quote in it is not closed. */
export function wiresharkTokens(text: string): WiresharkToken[] | null {
  const tokens: WiresharkToken[] = [];
  let at = 0;

  function take(pattern: RegExp): string | null {
    pattern.lastIndex = at;
    const taken = pattern.exec(text)?.[0] ?? null;
    if (taken !== null) at = pattern.lastIndex;
    return taken;
  }

  function next(): WiresharkToken | null {
    const start = at;
    const sign = text[at];
    if (sign === '(' || sign === ')') {
      at += 1;
      return { kind: sign, start, end: at };
    }
    const join = take(JOINED) as keyof typeof joins | null;
    if (join !== null) {
      return { kind: joins[join], isWord: false, isOurs: join === '-', start, end: at };
    }
    return comparison() ?? field() ?? term();
  }

  /** Behind a field and behind what it can be of ours; elsewhere only a sign that stands alone. */
  function comparison(): WiresharkToken | null {
    const start = at;
    const before = tokens.at(-1);
    const isField = before?.kind === 'field';
    const isTextual = before?.kind === 'term' && TEXTUAL.test(before.text);
    const sign =
      take(SIGN) ?? (isField ? take(WORD_SIGN) : null) ?? (isTextual ? take(TEXT_SIGN) : null);
    if (sign === null) return null;
    const end = at;
    const isAlone = /^([<>]|[=!<>]=+)$/.test(sign) && /^(\s|$)/.test(text.slice(end));
    const isBehind =
      before?.kind === 'term' && (before.end === start || (isOperand(before.text) && sign !== ':'));
    if (!(isField || isAlone || isBehind)) {
      at = start;
      return null;
    }
    take(SPACE);
    const value = take(VALUE);
    if (value === null) at = end;
    return {
      kind: 'comparison',
      comparison: comparisons[sign] ?? '=',
      values: value === null ? [] : valuesOf(value),
      sign,
      operator: { start, end },
      start,
      end: at,
    };
  }

  function field(): WiresharkToken | null {
    const start = at;
    const name = take(NAME);
    if (name === null) return null;
    const end = at;
    take(SPACE);
    const isCompared = take(SIGN) !== null || take(WORD_SIGN) !== null;
    at = end;
    if (isName(name) || (mayBeField(name) && isCompared)) {
      return { kind: 'field', name, start, end };
    }
    at = start;
    return null;
  }

  function term(): WiresharkToken | null {
    const start = at;
    const left = take(LEFT);
    // The padding of base64 looks like a comparison with nothing.
    const isPadding = left !== null && !isOperand(left) && /^[!=]=(\s|$)/.test(text.slice(at));
    if (isPadding) at = start;
    const taken = (isPadding ? null : left) ?? take(TERM);
    if (taken === null) return null;
    const span = { start, end: at };
    const word = taken.toLowerCase();
    if (taken === 'OR') return { kind: 'or', isWord: false, isOurs: true, ...span };
    if (isJoint(word)) {
      return { kind: word as 'and' | 'or' | 'not', isWord: true, isOurs: false, ...span };
    }
    return { kind: 'term', text: taken, isKeyed: KEYED.test(taken), ...span };
  }

  for (take(SPACE); at < text.length; take(SPACE)) {
    const token = next();
    if (token === null) return null;
    tokens.push(token);
  }
  return tokens;
}

/** A key or a field of ours without its operator. */
export const isOperand = (text: string): boolean =>
  /^\$[.[]/.test(text) || filterKeys.some((key) => key === text.toLowerCase());

function valuesOf(text: string): string[] {
  const inner = /^\{(.*)\}$/s.exec(text)?.[1];
  if (inner === undefined) return [unquoted(text)];
  const closedUp = inner.replaceAll(
    new RegExp(`(${QUOTED})|\\s*\\.\\.\\s*`, 'g'),
    (_, quoted?: string) => quoted ?? '..',
  );
  return (closedUp.match(new RegExp(`${QUOTED}|[^\\s,"]+`, 'g')) ?? []).map(unquoted);
}

const unquoted = (text: string): string =>
  text.startsWith('"') ? text.slice(1, -1).replaceAll(/\\(["\\])/g, '$1') : text;
