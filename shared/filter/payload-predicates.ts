import { isPublish } from './column-predicates.ts';
import type { Columns } from './columns.ts';
import type { ExpressionTest } from './expression-test.ts';
import type { FilterNode } from './filter-node.ts';
import { fieldAt, fieldTest } from './json-field.ts';
import type { PayloadReader } from './payload-reader.ts';
import type { Predicate } from './predicate.ts';
import { createTextMatcher, encodeUtf8 } from './text-matcher.ts';
import { TopicDecisions } from './topic-matcher.ts';

/** A text in the topic column or in the payload. */
export function textPredicate(text: string): Predicate {
  const contains = createTextMatcher(text);
  return anywherePredicate(
    (topic) => contains(encodeUtf8(topic)),
    ({ bytes }) => contains(bytes),
  );
}

/** A match of a regular expression in the topic column or in the payload. */
export function expressionPredicate(test: ExpressionTest): Predicate {
  return anywherePredicate(test, ({ text }) => test(text));
}

function anywherePredicate(
  isInTopic: (topic: string) => boolean,
  isInPayload: (payload: PayloadReader) => boolean,
): Predicate {
  let known: Columns | null = null;
  const topics = new TopicDecisions((number) => isInTopic(known?.topicText(number) ?? ''));
  const inTopic = (columns: Columns, row: number) => {
    known = columns;
    const number = columns.topic(row);
    return number >= 0 && topics.get(number);
  };
  return {
    needsPayload: true,
    followsAnswers: false,
    columns: (columns, row) =>
      inTopic(columns, row) || (isPublish(columns, row) ? undefined : false),
    payload: (columns, row, payload) =>
      inTopic(columns, row) || (isPublish(columns, row) && isInPayload(payload)),
  };
}

type Field = Extract<FilterNode, { kind: 'field' }>;

/** A field of a payload that is JSON; one that is not has no fields. */
export function fieldPredicate(path: Field['path'], test: Field['test']): Predicate {
  const mayHave = nameMatcher(path);
  const passes = test === null ? null : fieldTest(test.comparison, test.value);
  return {
    needsPayload: true,
    followsAnswers: false,
    columns: (columns, row) => (isPublish(columns, row) ? undefined : false),
    payload: (columns, row, payload) => {
      if (!isPublish(columns, row) || !mayHave(payload.bytes)) return false;
      const value = fieldAt(payload.json, path);
      return value !== undefined && (passes === null || passes(value));
    },
  };
}

/**
 * Spares parsing the payloads in which the path's last name does not occur. A name may be written
 * with escapes: what holds a backslash is parsed.
 */
function nameMatcher(path: Field['path']): (bytes: Uint8Array) => boolean {
  const name = path.findLast((part) => typeof part === 'string');
  if (typeof name !== 'string') return () => true;
  const hasName = createTextMatcher(name);
  const hasEscape = createTextMatcher('\\');
  return (bytes) => hasName(bytes) || hasEscape(bytes);
}
