import type { FilterError } from '../filter-node.ts';
import type { Span } from '../tokenize.ts';
import { fieldOf } from './fields.ts';
import { isEveryPacket, isProtocol } from './names.ts';
import { isOperand, type WiresharkToken, wiresharkTokens } from './tokens.ts';

/** A term of a filter with Wireshark's syntax in it; the span is what to mark if it is wrong. */
export interface WiresharkTerm extends Span {
  /** The terms that say the same here, all of which must hold; null where none do. */
  readonly ours: readonly string[] | null;
  /** It is one of ours, and stands there as it is. */
  readonly isKept: boolean;
  /** What stands for it here, as in `FilterError.expected`; empty for one of ours. */
  readonly expected: readonly string[];
}

/** A filter with Wireshark's syntax in it: where that begins, and the whole in the syntax of here. */
export interface WiresharkReading {
  readonly error: FilterError;
  /** In their order. */
  readonly terms: readonly WiresharkTerm[];
  /** null where a part of it cannot be said here, or is not finished; it may still be wrong. */
  readonly rewritten: string | null;
}

/**
 * Finds Wireshark's syntax in a filter; null for one without any. What is a mistake, and what stays a
 * text to look for, is told in `shared/filter/README.md`.
 */
export function readWireshark(text: string): WiresharkReading | null {
  const tokens = wiresharkTokens(text);
  if (tokens === null) return null;
  const isForeign = tokens.some(isSign);
  const read = tokens.map((token, at) =>
    isForeign || joins(tokens, at) ? token : asTerm(token, text),
  );
  for (const [at, token] of read.entries()) {
    const expected = expectedFor(token, read[at - 1], read[at + 1]);
    if (expected === null) continue;
    const { start, end } = token.kind === 'comparison' ? token.operator : token;
    const terms = read.map((_, place) => termAt(read, place, text));
    return {
      error: { start, end, expected },
      terms: terms.filter((term) => term !== null),
      rewritten: rewrite(read, terms),
    };
  }
  return null;
}

/** What is Wireshark's whatever stands beside it. */
function isSign(token: WiresharkToken): boolean {
  return 'isWord' in token
    ? !(token.isWord || token.isOurs)
    : token.kind === 'field' || token.kind === 'comparison';
}

/** Whether `and` or `or` stands between terms with a key, and `not` before one: else they are words. */
function joins(tokens: readonly WiresharkToken[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !('isWord' in token) || !token.isWord) return true;
  const isTerm = ({ kind }: WiresharkToken) => kind !== '(' && kind !== ')' && kind !== 'not';
  const isKeyed = (term: WiresharkToken | undefined) => term?.kind === 'term' && term.isKeyed;
  const isBefore = isKeyed(tokens.slice(0, at).findLast(isTerm));
  const isAfter = isKeyed(tokens.slice(at + 1).find(isTerm));
  return isAfter && (isBefore || token.kind === 'not');
}

function asTerm(token: WiresharkToken, text: string): WiresharkToken {
  const { start, end } = token;
  return { kind: 'term', text: text.slice(start, end), isKeyed: false, start, end };
}

/** What was expected in the place of a token; null where it is none of Wireshark's. */
function expectedFor(
  token: WiresharkToken,
  before: WiresharkToken | undefined,
  next: WiresharkToken | undefined,
): readonly string[] | null {
  switch (token.kind) {
    case 'and':
      return ['<side by side>'];
    case 'or':
      return token.isOurs ? null : ['OR'];
    case 'not':
      return token.isOurs ? null : ['-'];
    case 'field':
      return isEveryPacket(token.name) && next?.kind !== 'comparison'
        ? ['<nothing>']
        : fieldOf(token.name).instead;
    case 'comparison':
      return expectedToCompare(token, before);
    default:
      return null;
  }
}

function expectedToCompare(
  { comparison, sign }: Extract<WiresharkToken, { kind: 'comparison' }>,
  before: WiresharkToken | undefined,
): readonly string[] {
  if (before?.kind === 'term' && !isOperand(before.text)) return ['<json value>'];
  if (sign === 'contains') return [isPath(before) ? ':' : '~'];
  if (sign === 'matches') return ['~'];
  if (comparison === '=') return isPath(before) ? ['='] : [':', '='];
  return comparison === '!=' && !isPath(before) ? ['-'] : ['<closed up>'];
}

const isPath = (token: WiresharkToken | undefined): boolean =>
  token?.kind === 'term' && token.text.startsWith('$');

/**
 * The tokens in the syntax of here. Both sides bind alike: a negation first, then `and`, then `or`.
 *
 * @param terms by the place of their token
 */
function rewrite(
  tokens: readonly WiresharkToken[],
  terms: readonly (WiresharkTerm | null)[],
): string | null {
  let rewritten = '';
  let isNegated = false;

  function put(ours: readonly string[]): void {
    const isOne = ours.length === 1;
    const term = isOne || !isNegated ? ours.join(' ') : `(${ours.join(' ')})`;
    const gap = /[^(]$/.test(rewritten) ? ' ' : '';
    rewritten += gap + (isNegated ? negated(term) : term);
    isNegated = false;
  }

  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    const next = tokens[at + 1];
    switch (token.kind) {
      case '(':
        put(['(']);
        break;
      case ')':
        rewritten += ')';
        break;
      case 'and':
        if (before === undefined || next === undefined) return null;
        break;
      case 'or':
        put(['OR']);
        break;
      case 'not':
        isNegated = !isNegated;
        break;
      case 'field':
      case 'term': {
        const term = terms[at];
        if (!term) break;
        if (term.ours === null) return null;
        put(term.ours);
        break;
      }
      case 'comparison':
        if (before?.kind !== 'field' && before?.kind !== 'term') return null;
    }
  }
  return isNegated ? null : rewritten;
}

/** The term that begins with a token; null where none does, and for one that asks nothing. */
function termAt(tokens: readonly WiresharkToken[], at: number, text: string): WiresharkTerm | null {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.kind !== 'field' && token?.kind !== 'term') return null;
  if (asksNothing(token, tokens[at - 1], next)) return null;
  const ours = termsFor(token, next, text);
  const isCompared = next?.kind === 'comparison';
  const isKept = token.kind === 'term' && !isCompared && ours !== null;
  const { start } = token;
  const expected = expectedFor(token, undefined, next) ?? [];
  if (ours !== null) {
    return { start, end: isCompared ? next.end : token.end, ours, isKept, expected };
  }
  if (token.kind === 'term' && isCompared) {
    return { ...next.operator, ours, isKept, expected: expectedFor(next, token, undefined) ?? [] };
  }
  const instead = token.kind === 'term' ? ['<no counterpart>'] : expected;
  return { start, end: token.end, ours, isKept, expected: instead };
}

/** `mqtt`, `mqtt && …`: packets of MQTT are all there are. */
function asksNothing(
  token: WiresharkToken,
  before: WiresharkToken | undefined,
  next: WiresharkToken | undefined,
): boolean {
  if (token.kind !== 'field' || !isEveryPacket(token.name)) return false;
  if (before?.kind === 'not' || next?.kind === 'comparison') return false;
  return (before === undefined && next === undefined) || endsBefore(before) || goesOnWith(next);
}

/** Whether all that stands before a term must hold too. */
const endsBefore = (token: WiresharkToken | undefined): boolean =>
  token !== undefined && token.kind !== '(' && token.kind !== 'or';

/** Whether all that stands behind a term must hold too. */
const goesOnWith = (token: WiresharkToken | undefined): boolean =>
  token !== undefined && token.kind !== ')' && token.kind !== 'or';

const negated = (term: string): string => (term.startsWith('-') ? term.slice(1) : `-${term}`);

/** A term, with the comparison behind it if there is one. */
function termsFor(
  token: Extract<WiresharkToken, { kind: 'field' | 'term' }>,
  next: WiresharkToken | undefined,
  text: string,
): readonly string[] | null {
  if (next?.kind !== 'comparison') {
    if (token.kind === 'field') return fieldOf(token.name).translate('exists', []);
    return isProtocol(token.text) ? null : [token.text];
  }
  const { comparison, values, operator } = next;
  if (values.length === 0) return null;
  if (token.kind === 'field') return fieldOf(token.name).translate(comparison, values);
  if (!isOperand(token.text)) return null;
  const value = text.slice(operator.end, next.end).trim();
  if (comparison === 'matches') return [`${token.text}~${value}`];
  if (comparison === 'contains') {
    return isPath(token)
      ? [`${token.text}:${value}`]
      : fieldOf('mqtt.topic').translate(comparison, values);
  }
  if (isPath(token)) return [`${token.text}${comparison}${value}`];
  if (comparison === '!=') return [`-${token.text}:${value}`];
  return [`${token.text}${comparison === '=' ? ':' : comparison}${value}`];
}
