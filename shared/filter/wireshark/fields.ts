import { packetTypeNames, packetTypeNumbers } from '../../mqtt/packet-types.ts';
import type { Comparison, NumberRange } from '../filter-node.ts';
import { parseNumber, parseTimeOfDay } from '../filter-values.ts';
import { printFilter, printTopic } from '../print-filter.ts';

/** How a field is compared; `in` has several values, all others one. */
export type WiresharkComparison = Comparison | '!=' | 'contains' | 'matches' | 'in';

/** The terms that say the same here, all of which must hold; null where none do. */
type Translate = (comparison: WiresharkComparison, values: readonly string[]) => string[] | null;

interface WiresharkField {
  /** What stands in its place, as in `FilterError.expected`. */
  readonly instead: readonly string[];
  readonly translate: Translate;
}

const inexpressible: Translate = () => null;

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
function asNumber(key: string, guard: readonly string[] = []): Translate {
  return (comparison, values) => {
    const [value = ''] = values;
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
const asConnection: Translate = (comparison, values) => {
  const counted = values.map((value) => {
    const range = rangeOf(value);
    return (
      range && (value.includes('..') ? `${range.low + 1}..${range.high + 1}` : `${range.low + 1}`)
    );
  });
  return counted.every((value) => value !== null) ? asNumber('conn')(comparison, counted) : null;
};

/** A return or reason code of one type of packet: here one key has them all. */
function asCode(type: string): Translate {
  const translate = asNumber('code');
  return (comparison, values) => {
    const terms = translate(comparison, values);
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

/** Wireshark has types by number; which ones a comparison takes in is listed by name. */
const asType: Translate = (comparison, values) => {
  const numbers = values.map(rangeOf);
  const fits = compare[comparison];
  const names = Object.entries(packetTypeNumbers).flatMap(([name, number]) =>
    number > 0 && numbers.some((each) => each !== null && fits?.(number, each))
      ? [name.toLowerCase()]
      : [],
  );
  if (names.length === 0 || numbers.includes(null)) return null;
  return [`${comparison === '!=' ? '-' : ''}type:${names.join(',')}`];
};

/** A flag of a PUBLISH; Wireshark has it in no other packet. */
function asFlag(state: string): Translate {
  return (comparison, [value = '']) => {
    const isSet = /^(1|true)$/i.test(value);
    if (!(isSet || /^(0|false)$/i.test(value))) return null;
    if (comparison !== '=' && comparison !== '!=') return null;
    return isSet === (comparison === '=') ? [`is:${state}`] : ['type:publish', `-is:${state}`];
  };
}

/** A text within another: a word is looked for in topics and payloads; so is an expression. */
const asContained: Translate = (comparison, [value = '']) => {
  if (value === '') return null;
  if (comparison === 'matches') return [asExpression('text', value)];
  return comparison === 'contains' ? [asText(value)] : null;
};

const asTopic: Translate = (comparison, values) => {
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
const asClientId: Translate = (comparison, [value = '']) => {
  if (comparison === 'matches') return ['type:connect', asExpression('text', value)];
  return comparison === '=' || comparison === 'contains' ? ['type:connect', asText(value)] : null;
};

/** Wireshark has durations in seconds, without a unit. */
const asGap: Translate = (comparison, [value = '']) =>
  isOrder(comparison) && /^\d{1,12}(\.\d{1,6})?$/.test(value)
    ? [`gap${comparison}${value}s`]
    : null;

/** `Nov 25, 2026 12:01:03.5`, `2026-11-25 12:01:03`: the day is left out, a capture is rarely longer. */
const asTime: Translate = (comparison, [value = '']) => {
  const [clock] = /\b\d{1,2}:\d\d(:\d\d(\.\d{1,6})?)?/.exec(value) ?? [];
  if (clock === undefined || parseTimeOfDay(clock) === null) return null;
  if (comparison === '!=') return [`-time:${clock}`];
  return comparison === '=' || isOrder(comparison)
    ? [`time${comparison === '=' ? ':' : comparison}${clock}`]
    : null;
};

const to = (instead: string, translate: Translate = inexpressible): WiresharkField => ({
  instead: [instead],
  translate,
});
const none = to('<no counterpart>');
const payload: WiresharkField = { instead: ['<text>', '$.field:'], translate: asContained };

/** Types with a reason code of their own in MQTT 5. */
const reasoned = packetTypeNames
  .map((name) => name.toLowerCase())
  .filter((name) =>
    /^(connack|puback|pubrec|pubrel|pubcomp|suback|unsuback|disconnect|auth)$/.test(name),
  );

/**
 * Wireshark's fields as `tshark -G fields` of 4.0.17 names them: those that people filter for, with
 * what they are here. Its lengths count headers too; `size` is what comes nearest.
 */
const fields: Readonly<Record<string, WiresharkField>> = {
  'frame.number': to('no:', asNumber('no')),
  'frame.len': to('size', asNumber('size')),
  'frame.cap_len': to('size', asNumber('size')),
  'tcp.len': to('size', asNumber('size')),
  'mqtt.len': to('size', asNumber('size')),
  'frame.time': to('time', asTime),
  'frame.time_epoch': to('time'),
  'frame.time_relative': to('time'),
  'frame.time_delta': to('gap', asGap),
  'tcp.stream': to('conn:', asConnection),
  'mqtt.msgtype': to('type:', asType),
  'mqtt.topic': to('topic:', asTopic),
  'mqtt.qos': to('qos:', asNumber('qos', ['type:publish'])),
  'mqtt.msgid': to('id:', asNumber('id', ['id>0'])),
  'mqtt.retain': to('is:retained', asFlag('retained')),
  'mqtt.dupflag': to('is:dup', asFlag('dup')),
  'mqtt.conack.val': to('code:', asCode('connack')),
  'mqtt.suback.qos': to('code:', asCode('suback')),
  ...Object.fromEntries(
    reasoned.map((type) => [`mqtt.${type}.reason_code`, to('code:', asCode(type))]),
  ),
  'mqtt.msg': payload,
  'mqtt.msg_text': payload,
  'tcp.payload': payload,
  'mqtt.clientid': to('<text>', asClientId),
  'ip.src': to('dir:'),
  'ip.dst': to('dir:'),
  'tcp.srcport': to('dir:'),
  'tcp.dstport': to('dir:'),
  'frame.time_delta_displayed': none,
  'frame.protocols': none,
  'ip.addr': none,
  'tcp.port': none,
  'tcp.flags.reset': none,
  'tcp.analysis.retransmission': none,
  'mqtt.username': none,
  'mqtt.passwd': none,
  'mqtt.kalive': none,
  'mqtt.ver': none,
  'mqtt.protoname': none,
  'mqtt.conflag.cleansess': none,
  'mqtt.sub.qos': none,
  'mqtt.willtopic': none,
  'mqtt.willmsg': none,
};

/** A field that a word names however it stands; null for all others, and for other words. */
export function knownField(word: string): WiresharkField | null {
  return Object.hasOwn(fields, word) ? (fields[word] ?? null) : null;
}

/** What stands for a field here. */
export const fieldOf = (name: string): WiresharkField => knownField(name) ?? none;
