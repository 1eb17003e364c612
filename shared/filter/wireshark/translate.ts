import { packetTypeNumbers } from '../../mqtt/packet-types.ts';
import type { Comparison, NumberRange } from '../filter-node.ts';
import { parseNumber, parseTimeOfDay } from '../filter-values.ts';
import { printFilter, printTopic } from '../print-filter.ts';

/** How a field is compared: `in` has several values, `exists` none, as the field stands alone; all others one. */
export type WiresharkComparison = Comparison | '!=' | 'contains' | 'matches' | 'in' | 'exists';

/** The terms that say the same here, all of which must hold; null where none do. */
export type Translate = (
  comparison: WiresharkComparison,
  values: readonly string[],
) => string[] | null;

export const inexpressible: Translate = () => null;

const asText = (text: string) => printFilter({ kind: 'text', text });

const asExpression = (within: 'topic' | 'text', source: string) =>
  printFilter({ kind: 'expression', within, source });

const isOrder = (comparison: WiresharkComparison): comparison is Comparison =>
  comparison === '>' || comparison === '<' || comparison === '>=' || comparison === '<=';

/** A number, or a range of them as it stands in a set: `3..8`. */
function rangeOf(value: string): NumberRange | null {
  const [low = null, high = low, ...more] = value.split('..').map(parseNumber);
  return low === null || high === null || more.length > 0 ? null : { low, high };
}

/** @param guard packets that have the number at all: Wireshark's `!=` wants it to be there */
export function asNumber(key: string, guard: readonly string[] = []): Translate {
  return (comparison, values) => {
    const [value = ''] = values;
    if (comparison === 'exists') return guard.length > 0 ? [...guard] : null;
    if (comparison === 'in' && values.every(rangeOf)) {
      return [`${key}:${values.join(',').replaceAll('..', '-')}`];
    }
    if (parseNumber(value) === null) return null;
    if (comparison === '=') return [`${key}:${value}`];
    if (comparison === '!=') return [...guard, `-${key}:${value}`];
    return isOrder(comparison) ? [`${key}${comparison}${value}`] : null;
  };
}

/** Wireshark counts the streams of a file from 0. */
export const asConnection: Translate = (comparison, values) => {
  const counted = values.map((value) => {
    const range = rangeOf(value);
    return (
      range && (value.includes('..') ? `${range.low + 1}..${range.high + 1}` : `${range.low + 1}`)
    );
  });
  return counted.every((value) => value !== null) ? asNumber('conn')(comparison, counted) : null;
};

/** A return or reason code of one type of packet: here one key has them all. */
export function asCode(type: string): Translate {
  const translate = asNumber('code');
  return (comparison, values) => {
    const terms = comparison === 'exists' ? ['code>=0'] : translate(comparison, values);
    return terms && [`type:${type}`, ...terms];
  };
}

/** `!=` asks for what is to be left out. */
const compare: Readonly<
  Partial<Record<WiresharkComparison, (number: number, range: NumberRange) => boolean>>
> = {
  '=': (number, { low }) => number === low,
  in: (number, { low, high }) => number >= low && number <= high,
  '!=': (number, { low }) => number === low,
  '>': (number, { low }) => number > low,
  '<': (number, { low }) => number < low,
  '>=': (number, { low }) => number >= low,
  '<=': (number, { low }) => number <= low,
};

/** The number of a type by its name, which is what people write; null for any other text. */
function typeNamed(value: string): NumberRange | null {
  const [, number] =
    Object.entries(packetTypeNumbers).find(([name]) => name === value.toUpperCase()) ?? [];
  return number === undefined ? null : { low: number, high: number };
}

/** Wireshark has types by number; which ones a comparison takes in is listed by name. */
export const asType: Translate = (comparison, values) => {
  const numbers = values.map((value) => rangeOf(value) ?? typeNamed(value));
  const fits = compare[comparison];
  const names = Object.entries(packetTypeNumbers).flatMap(([name, number]) =>
    number > 0 && numbers.some((each) => each !== null && fits?.(number, each))
      ? [name.toLowerCase()]
      : [],
  );
  if (names.length === 0 || numbers.includes(null)) return null;
  return [`${comparison === '!=' ? '-' : ''}type:${names.join(',')}`];
};

/** A flag of a PUBLISH; Wireshark has it in no other packet. Alone, it is meant to be set. */
export function asFlag(state: string): Translate {
  return (comparison, [value = '']) => {
    if (comparison === 'exists') return [`is:${state}`];
    const isSet = /^(1|true)$/i.test(value);
    if (!(isSet || /^(0|false)$/i.test(value))) return null;
    if (comparison !== '=' && comparison !== '!=') return null;
    return isSet === (comparison === '=') ? [`is:${state}`] : ['type:publish', `-is:${state}`];
  };
}

/** A text within another: a word is looked for in topics and payloads; so is an expression. */
export const asContained: Translate = (comparison, [value = '']) => {
  if (value === '') return null;
  if (comparison === 'matches') return [asExpression('text', value)];
  return comparison === 'contains' ? [asText(value)] : null;
};

/** All packets that are there, which can be searched for a text. */
export const asPackets =
  (all: string): Translate =>
  (comparison, values) =>
    comparison === 'exists' ? [all] : asContained(comparison, values);

/** What comes nearest to a field, of which only its being there can be asked for. */
export const asExistence =
  (term: string): Translate =>
  (comparison) =>
    comparison === 'exists' ? [term] : null;

export const asTopic: Translate = (comparison, values) => {
  if (comparison === 'exists') return ['topic~.'];
  if (comparison === '=' || comparison === 'in')
    return [`topic:${values.map(printTopic).join(',')}`];
  if (comparison === '!=') return ['type:publish', `-topic:${values.map(printTopic).join(',')}`];
  const [value = ''] = values;
  if (comparison === 'matches') return [asExpression('topic', value)];
  // A word would be looked for in payloads too.
  return comparison === 'contains' && value !== ''
    ? [asExpression('topic', value.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))]
    : null;
};

/** The topic column of a CONNECT holds its client id. */
export const asClientId: Translate = (comparison, [value = '']) => {
  if (comparison === 'exists') return ['type:connect'];
  if (comparison === 'matches') return ['type:connect', asExpression('text', value)];
  return comparison === '=' || comparison === 'contains' ? ['type:connect', asText(value)] : null;
};

/** Wireshark has durations in seconds, without a unit. */
export const asDuration =
  (key: string): Translate =>
  (comparison, [value = '']) =>
    isOrder(comparison) && /^\d{1,12}(\.\d{1,6})?$/.test(value)
      ? [`${key}${comparison}${value}s`]
      : null;

/** `Nov 25, 2026 12:01:03.5`, `2026-11-25 12:01:03`: the day is left out, a capture is rarely longer. */
export const asTime: Translate = (comparison, [value = '']) => {
  const [clock] = /\b\d{1,2}:\d\d(:\d\d(\.\d{1,6})?)?/.exec(value) ?? [];
  if (clock === undefined || parseTimeOfDay(clock) === null) return null;
  if (comparison === '!=') return [`-time:${clock}`];
  return comparison === '=' || isOrder(comparison)
    ? [`time${comparison === '=' ? ':' : comparison}${clock}`]
    : null;
};
