import { qosOf } from '../packet-types.ts';
import { invalidUtf8At } from '../utf8.ts';
import type { FieldReader, Span } from './field-reader.ts';
import { readPacketIdentifier } from './packet-identifier.ts';
import { readProperties } from './properties.ts';
import { readTopic } from './read-text.ts';
import { countedBytes } from './render-bytes.ts';

const TOPIC_ALIAS = 0x23;
const PAYLOAD_FORMAT = 0x01;

/** The topic that an MQTT 5 alias stands for on this connection, as far as the capture tells. */
export type ResolveAlias = (alias: number) => string | undefined;

/**
 * PUBLISH: MQTT 3.1.1 §3.3, MQTT 5.0 §3.3. Answers with the range of the application message, null
 * where the packet ends before it.
 */
export function decodePublish(
  reader: FieldReader,
  header: number,
  resolveAlias: ResolveAlias,
): Span | null {
  const { run } = reader;
  const topic = readTopic(reader, 'Topic Name', { mayBeEmpty: true });
  if (qosOf(header) > 0) readPacketIdentifier(reader);
  const numbers = run.level === 5 ? readProperties(reader, 'PUBLISH') : new Map<number, number>();
  const alias = numbers.get(TOPIC_ALIAS) ?? null;
  if (alias === 0) run.report('mqtt-topic-alias-zero');
  if (topic === '') explainEmptyTopic(reader, alias, resolveAlias);
  // A variable header that does not fit has taken all there is; what is missing is not a message.
  if (reader.incomplete) return null;
  const payload = { start: reader.position, end: reader.end };
  if (numbers.get(PAYLOAD_FORMAT) === 1 && !run.truncated) {
    const offset = invalidUtf8At(run.bytes, payload.start, payload.end);
    if (offset !== null) run.report('mqtt-payload-not-utf8', { offset });
  }
  reader.rest('Payload', '', countedBytes(payload.end - payload.start));
  return payload;
}

function explainEmptyTopic(
  reader: FieldReader,
  alias: number | null,
  resolveAlias: ResolveAlias,
): void {
  if (alias === null) {
    // Where the packet is cut, the alias may have been in the part that is missing.
    if (!reader.run.truncated) reader.run.report('mqtt-topic-empty', { field: 'Topic Name' });
    return;
  }
  const topic = resolveAlias(alias);
  if (topic === undefined) reader.run.report('mqtt-topic-alias-unknown', { alias });
  else reader.explain('Topic Name', `Topic Alias ${alias}: ${topic}`);
}
