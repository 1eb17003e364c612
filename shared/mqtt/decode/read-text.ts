import type { PacketField } from '../../contract/packets.ts';
import { type FilterProblem, filterProblem } from '../topic-filter.ts';
import { decodeUtf8, invalidUtf8At } from '../utf8.ts';
import type { DecodeRun } from './decode-run.ts';
import type { FieldReader, Span } from './field-reader.ts';
import { hasControlCharacter } from './render-bytes.ts';
import type { DecodeRule } from './rules.ts';

interface TextOptions {
  /** What findings call it, where the field's own name says too little. */
  readonly label?: string;
  /** Fields within the content, behind `Length`. */
  readonly children?: (content: Span) => readonly PacketField[];
}

function checkText(run: DecodeRun, field: string, content: Span, text: string): void {
  const invalidAt = invalidUtf8At(run.bytes, content.start, content.end);
  if (invalidAt !== null) run.report('mqtt-invalid-utf8', { field, offset: invalidAt });
  if (text.includes('\0')) run.report('mqtt-null-character', { field });
  else if (hasControlCharacter(text)) run.report('mqtt-control-character', { field });
}

/** A UTF-8 encoded string (MQTT 3.1.1 §1.5.3, MQTT 5.0 §1.5.4); null where it is incomplete. */
export function readText(
  reader: FieldReader,
  name: string,
  options: TextOptions = {},
): string | null {
  const { run } = reader;
  let text: string | null = null;
  reader.prefixed(name, (content, complete) => {
    const value = decodeUtf8(run.bytes, content.start, content.end);
    if (complete) {
      checkText(run, options.label ?? name, content, value);
      text = value;
    }
    return { value, children: options.children?.(content) ?? [] };
  });
  return text;
}

/** A topic name: a string without wildcards, with at least one character unless `mayBeEmpty`. */
export function readTopic(
  reader: FieldReader,
  name: string,
  options: TextOptions & {
    readonly mayBeEmpty?: boolean;
    /** What forbids wildcards here, if not the clause on the Topic Name of a PUBLISH. */
    readonly wildcardClause?: string;
  } = {},
): string | null {
  const topic = readText(reader, name, options);
  const field = options.label ?? name;
  if (topic === '' && !options.mayBeEmpty) {
    reader.run.report('mqtt-topic-empty', { field }, '[MQTT-4.7.3-1]');
  }
  if (topic !== null && /[+#]/.test(topic)) {
    reader.run.report('mqtt-wildcard-in-topic', { field, topic }, options.wildcardClause);
  }
  return topic;
}

const filterRules: Readonly<Record<FilterProblem, DecodeRule | null>> = {
  empty: 'mqtt-filter-empty',
  'multi-level-wildcard': 'mqtt-filter-multi-level',
  'single-level-wildcard': 'mqtt-filter-single-level',
  'share-name': 'mqtt-filter-share-name',
  // A length prefix cannot say more, and `readText` reports the null character.
  'too-long': null,
  'null-character': null,
};

/** A topic filter (MQTT 3.1.1 §4.7). */
export function readFilter(reader: FieldReader): string | null {
  const { run } = reader;
  const filter = readText(reader, 'Topic Filter');
  const problem = filter === null ? null : filterProblem(filter);
  const rule = problem === null ? null : filterRules[problem];
  if (filter === null || rule === null) return filter;
  // Before 5.0 `$share/…` is a topic filter like any other.
  if (problem === 'share-name' && run.level !== 5) return filter;
  run.report(rule, { filter });
  return filter;
}
