import { type TopicValue, VALUE_CHARACTERS_MAX } from '../../../../shared/contract/topics.ts';
import { packetTypeNumbers } from '../../../../shared/mqtt/packet-types.ts';
import type { Capture } from '../capture.ts';
import { payloadOf } from '../filter-payloads.ts';

/** Bytes read of a packet beyond its topic: a short value, and properties of MQTT 5 before it. */
const VALUE_BYTES = 4_096;

const strict = new TextDecoder('utf-8', { fatal: true });

/** The payload of a PUBLISH in short; null for any other row. */
export async function shortValue({ log }: Capture, row: number): Promise<TopicValue | null> {
  const { index, topics } = log;
  if (row >= index.length || index.header(row) >> 4 !== packetTypeNumbers.PUBLISH) return null;
  const topicBytes = Buffer.byteLength(topics.text(Math.max(0, index.topic(row))));
  const bytes = await log.read(row, Math.min(index.size(row), topicBytes + VALUE_BYTES));
  const payload = payloadOf(bytes, log.level(row));
  const size = index.size(row) - bytes.length + payload.length;
  return { row, text: textOf(payload), size };
}

/** Cut at a whole character: bytes that do not begin one are no text, those that end amid one are. */
function textOf(payload: Uint8Array): string | null {
  const end = wholeCharacters(payload, Math.min(payload.length, 4 * VALUE_CHARACTERS_MAX));
  try {
    const text = strict.decode(payload.subarray(0, end)).replace(/\s+/g, ' ').trim();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes that are no text to read
    if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return null;
    return text.slice(0, VALUE_CHARACTERS_MAX);
  } catch {
    return null;
  }
}

/** The last position up to `end` at which a character of UTF-8 begins, or the end of all. */
function wholeCharacters(bytes: Uint8Array, end: number): number {
  let at = end;
  while (at > 0 && at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}
