import type { Direction } from '../contract/packets.ts';
import {
  dupOf,
  packetFamilyOf,
  packetTypeNames,
  packetTypeNumbers,
  retainOf,
} from '../mqtt/packet-types.ts';
import { isRefusal } from '../mqtt/reason-codes.ts';
import type { Columns } from './columns.ts';
import { someInExchange } from './exchange-chain.ts';
import type { Comparison, FilterState, NumberKey, NumberRange, TimeOfDay } from './filter-node.ts';
import { onColumns, type Predicate } from './predicate.ts';
import { TopicDecisions } from './topic-matcher.ts';

const { PUBLISH, SUBSCRIBE, UNSUBSCRIBE } = packetTypeNumbers;

/** An intact PUBLISH: the one packet with a QoS, flags and a payload. */
export function isPublish(columns: Columns, row: number): boolean {
  return columns.header(row) >> 4 === PUBLISH && !columns.broken(row);
}

export function typePredicate(names: readonly string[]): Predicate {
  const wanted = new Uint8Array(packetTypeNames.length);
  for (const [number, type] of packetTypeNames.entries()) {
    if (names.includes(type.toLowerCase()) || names.includes(packetFamilyOf(type))) {
      wanted[number] = 1;
    }
  }
  const broken = names.includes('broken');
  return onColumns((columns, row) =>
    columns.broken(row) ? broken : wanted[columns.header(row) >> 4] === 1,
  );
}

export function directionPredicate(directions: readonly Direction[]): Predicate {
  const sent = directions.includes('sent');
  const received = directions.includes('received');
  return onColumns((columns, row) => (columns.sent(row) ? sent : received));
}

/** A PUBLISH by its topic, a SUBSCRIBE and an UNSUBSCRIBE by any of its filters; others have none. */
export function topicPredicate(isWanted: (topic: string) => boolean): Predicate {
  let known: Columns | null = null;
  const topics = new TopicDecisions((number) => isWanted(known?.topicText(number) ?? ''));
  const lists = new TopicDecisions((number) =>
    (known?.topicText(number) ?? '').split(', ').some(isWanted),
  );
  return onColumns((columns, row) => {
    const type = columns.header(row) >> 4;
    const number = columns.topic(row);
    if (number < 0) return false;
    known = columns;
    if (type === PUBLISH) return topics.get(number);
    return (type === SUBSCRIBE || type === UNSUBSCRIBE) && lists.get(number);
  });
}

/** What a number key reads of a row; negative where the packet has none. */
const readNumber: Readonly<Record<NumberKey, (columns: Columns, row: number) => number>> = {
  qos: (columns, row) => (isPublish(columns, row) ? (columns.header(row) >> 1) & 3 : -1),
  id: (columns, row) => columns.packetId(row) || -1,
  no: (_columns, row) => row + 1,
  conn: (columns, row) => columns.connection(row),
  size: (columns, row) => columns.size(row),
  code: (columns, row) => columns.code(row),
  rtt: (columns, row) => {
    const other = answerRow(columns, row);
    return other < 0 ? -1 : Math.abs(columns.time(other) - columns.time(row));
  },
  // A clock that was set back leaves no gap, and goes to no time before the capture.
  gap: (columns, row) => (row === 0 ? 0 : Math.max(0, columns.time(row) - columns.time(row - 1))),
  since: (columns, row) => Math.max(0, columns.time(row) - columns.start()),
};

/** The row that `answerOf` (shared/session) finds, or -1. */
function answerRow(columns: Columns, row: number): number {
  const peer = columns.peer(row);
  if (peer >= 0 || columns.header(row) >> 4 !== PUBLISH) return peer;
  const related = columns.linked(row);
  return related >= 0 && columns.unanswered(row) ? -1 : related;
}

export function numberPredicate(
  key: NumberKey,
  comparison: Comparison,
  values: readonly NumberRange[],
): Predicate {
  const read = readNumber[key];
  const test =
    comparison === '='
      ? (value: number) => values.some(({ low, high }) => value >= low && value <= high)
      : limitTest(comparison, values[0]?.low ?? 0);
  return onColumns((columns, row) => {
    const value = read(columns, row);
    return value >= 0 && test(value);
  }, key === 'rtt');
}

/** Packets with these numbers in the timeline, and what belongs to them. */
export function exchangePredicate(numbers: readonly number[]): Predicate {
  const isNamed = (row: number) => numbers.includes(row + 1);
  return onColumns((columns, row) => someInExchange(columns, row, isNamed), true);
}

function limitTest(
  comparison: Exclude<Comparison, '='>,
  limit: number,
): (value: number) => boolean {
  switch (comparison) {
    case '>':
      return (value) => value > limit;
    case '<':
      return (value) => value < limit;
    case '>=':
      return (value) => value >= limit;
    case '<=':
      return (value) => value <= limit;
  }
}

const DAY = 86_400_000_000;
const MINUTE = 60_000_000;

/**
 * Compares the local time of day, whatever the day. Compared is the instant that was written,
 * `time>12:01` being after 12:01:00.000000; `time:12:01` covers that minute.
 */
export function timePredicate(
  comparison: Comparison,
  values: readonly TimeOfDay[],
  zoneOffset: number,
): Predicate {
  const test =
    comparison === '='
      ? (time: number) => values.some(({ at, span }) => time >= at && time < at + span)
      : limitTest(comparison, values[0]?.at ?? 0);
  // A zone is never a day away, so this keeps the remainder from being negative.
  const shift = zoneOffset * MINUTE + DAY;
  return onColumns((columns, row) => test((columns.time(row) + shift) % DAY));
}

export function statePredicate(state: FilterState): Predicate {
  switch (state) {
    case 'unanswered':
      return onColumns((columns, row) => columns.unanswered(row), true);
    case 'problem':
      return onColumns(
        (columns, row) =>
          columns.broken(row) ||
          isRefusal(columns.header(row), columns.code(row)) ||
          columns.problem(row) ||
          columns.unanswered(row),
        true,
      );
    case 'retained':
      return onColumns((columns, row) => isPublish(columns, row) && retainOf(columns.header(row)));
    case 'dup':
      return onColumns((columns, row) => isPublish(columns, row) && dupOf(columns.header(row)));
    case 'bookmarked':
      return onColumns((columns, row) => columns.bookmarked(row), true);
  }
}
