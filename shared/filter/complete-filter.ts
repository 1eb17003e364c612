import { filterDirections, filterKeys, filterStates, filterTypes } from './filter-node.ts';
import { printTopic } from './print-filter.ts';

/** The most suggestions of one answer. */
const SUGGESTIONS_MAX = 20;

export interface CompletionSources {
  /** Topics seen in the capture. */
  readonly topics: readonly string[];
}

/** Texts of which one may replace the range, `end` exclusive. None fits: an empty list. */
export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly suggestions: readonly string[];
  /** The word in the range, where it is looked for as a text and likely meant as what is suggested. */
  readonly word?: string;
}

/** What can be chosen from after each key; the other keys take what nobody can foresee. */
const listed: Readonly<Record<string, readonly string[]>> = {
  type: filterTypes,
  dir: filterDirections,
  is: filterStates,
  qos: ['0', '1', '2'],
};

/** Keys that are compared rather than listed. */
const compared = new Set(['no', 'size', 'rtt', 'gap', 'since', 'time']);

/**
 * What the term at the caret may become: a key, or a value of its key. The range spans the part of
 * the term that is replaced, also where it goes on behind the caret.
 *
 * @param caret position in `text`, 0 to its length
 */
export function completeFilter(
  text: string,
  caret: number,
  { topics }: CompletionSources,
): Completion {
  const start = termStart(text, caret);
  const typed = text.slice(start, caret);
  const [, key = '', values] = /^([A-Za-z]+)[:=](.*)$/s.exec(typed) ?? [];
  if (values === undefined) {
    const end = caret + (/^[A-Za-z]*/.exec(text.slice(caret))?.[0].length ?? 0);
    const meant = meantTerm(text, start, end);
    if (meant !== null) return meant;
    // A key that is complete keeps the operator it has.
    const keys = /[:=<>~]/.test(text[end] ?? '') ? [...filterKeys] : filterKeys.map(withOperator);
    // Behind a parenthesis a term has ended, and the next one is not begun.
    const isTerm = !/["$]/.test(typed) && !(typed === '' && text[caret - 1] === ')');
    return { start, end, suggestions: isTerm ? beginningWith(typed, keys) : [] };
  }
  const value = values.slice(lastComma(values) + 1);
  const range = { start: caret - value.length, end: valueEnd(text, caret, value) };
  const suggestions =
    key.toLowerCase() === 'topic'
      ? matchingTopics(value, topics)
      : beginningWith(value, listed[key.toLowerCase()] ?? []);
  return { ...range, suggestions };
}

const withOperator = (key: string): string => {
  if (key === 'text') return 'text~';
  return compared.has(key) ? `${key}>` : `${key}:`;
};

/** The keys of all names that can be chosen from; a number is a text more often. */
const named = (['type', 'dir', 'is'] as const).flatMap((key) =>
  (listed[key] ?? []).map((name) => [name, key] as const),
);

/**
 * What a word asks for that is exactly the name of a type, a direction or a state: `-ping` looks for
 * a text, and hides nothing. Its sign, or a `not` before it, is part of the range.
 */
function meantTerm(text: string, start: number, end: number): Completion | null {
  const word = text.slice(start, end);
  const key = named.find(([name]) => name === word.toLowerCase())?.[1];
  if (key === undefined || !/^([\s()]|$)/.test(text.slice(end))) return null;
  const before = text.slice(0, start);
  const signs = /-+$|(?<![^\s(])not\s+$/i.exec(before)?.[0] ?? '';
  const sign = signs.startsWith('-') ? signs : signs && '-';
  const suggestions = [`${sign}${key}:${word.toLowerCase()}`];
  return { start: start - signs.length, end, suggestions, word };
}

/** Where the term at the caret begins, behind its sign; spaces within quotes do not end a term. */
function termStart(text: string, caret: number): number {
  let start = 0;
  let quoted = false;
  for (let at = 0; at < caret; at += 1) {
    const sign = text[at] ?? '';
    if (quoted && sign === '\\') at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && /[\s()]/.test(sign)) start = at + 1;
  }
  while (start < caret && text[start] === '-') start += 1;
  return start;
}

function lastComma(values: string): number {
  let comma = -1;
  let quoted = false;
  for (let at = 0; at < values.length; at += 1) {
    if (values[at] === '"') quoted = !quoted;
    else if (values[at] === ',' && !quoted) comma = at;
  }
  return comma;
}

function valueEnd(text: string, caret: number, value: string): number {
  const rest = value.startsWith('"') ? /^[^"]*"?/ : /^[^\s(),"]*/;
  return caret + (rest.exec(text.slice(caret))?.[0].length ?? 0);
}

function beginningWith(typed: string, names: readonly string[]): string[] {
  return names.filter((name) => name.startsWith(typed.toLowerCase()) && name !== typed);
}

/** Topics that begin with what was typed first, then those that contain it. */
function matchingTopics(value: string, topics: readonly string[]): string[] {
  const wanted = value.replaceAll('"', '').toLowerCase();
  const ranked = topics
    .map((topic) => ({ topic, at: topic.toLowerCase().indexOf(wanted) }))
    .filter(({ at }) => at >= 0);
  ranked.sort((one, other) => Number(one.at > 0) - Number(other.at > 0));
  return ranked.slice(0, SUGGESTIONS_MAX).map(({ topic }) => printTopic(topic));
}
