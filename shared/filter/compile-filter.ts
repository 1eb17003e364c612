import {
  directionPredicate,
  exchangePredicate,
  numberPredicate,
  statePredicate,
  timePredicate,
  topicPredicate,
  typePredicate,
} from './column-predicates.ts';
import type { Columns } from './columns.ts';
import { createExpressionTest } from './expression-test.ts';
import type { FilterNode } from './filter-node.ts';
import { expressionPredicate, fieldPredicate, textPredicate } from './payload-predicates.ts';
import { type DecodeText, decodePlainly, PayloadReader } from './payload-reader.ts';
import { allOf, anyOf, everything, not, type Predicate } from './predicate.ts';
import { topicTest } from './topic-matcher.ts';

export interface CompileOptions {
  /** Minutes that local time is ahead of UTC, for `time`. */
  readonly zoneOffset: number;
  /** A faster decoder than the plain one, where the runtime has one. */
  readonly decode?: DecodeText;
}

/** A filter ready to run over the rows of one capture: it remembers what it said of each topic. */
export interface CompiledFilter {
  /** Some rows are decided by their payload only. */
  readonly needsPayload: boolean;
  /** A row may be decided otherwise once its answer arrives or is overdue. */
  readonly followsAnswers: boolean;
  /** Whether the row matches; undefined where the payload decides. */
  matches(columns: Columns, row: number): boolean | undefined;
  /** Whether the row with this application message matches; right for decided rows too. */
  matchesPayload(columns: Columns, row: number, payload: Uint8Array): boolean;
}

/**
 * Makes a filter executable. Only an intact PUBLISH has a payload to decide on; for any other packet
 * a text is looked for in the topic column, and a field is not there.
 */
export function compileFilter(filter: FilterNode, options: CompileOptions): CompiledFilter {
  const payload = new PayloadReader(options.decode ?? decodePlainly);
  const predicate = compile(filter, options.zoneOffset);
  return {
    needsPayload: predicate.needsPayload,
    followsAnswers: predicate.followsAnswers,
    matches: predicate.columns,
    matchesPayload(columns, row, bytes) {
      payload.take(bytes);
      return predicate.payload(columns, row, payload);
    },
  };
}

function compile(node: FilterNode, zoneOffset: number): Predicate {
  switch (node.kind) {
    case 'all':
      return everything;
    case 'and':
      return allOf(node.nodes.map((each) => compile(each, zoneOffset)));
    case 'or':
      return anyOf(node.nodes.map((each) => compile(each, zoneOffset)));
    case 'not':
      return not(compile(node.node, zoneOffset));
    case 'text':
      return textPredicate(node.text);
    case 'expression': {
      const test = createExpressionTest(node.source);
      return node.within === 'topic' ? topicPredicate(test) : expressionPredicate(test);
    }
    case 'type':
      return typePredicate(node.types);
    case 'direction':
      return directionPredicate(node.directions);
    case 'topic':
      return topicPredicate(topicTest(node.topics));
    case 'state':
      return anyOf(node.states.map(statePredicate));
    case 'number':
      return numberPredicate(node.key, node.comparison, node.values);
    case 'exchange':
      return exchangePredicate(node.numbers);
    case 'time':
      return timePredicate(node.comparison, node.values, zoneOffset);
    case 'field':
      return fieldPredicate(node.path, node.test);
  }
}
