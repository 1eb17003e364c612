import { generate } from 'mqtt-packet';

/** Digits of the sequence number that every message of a flood carries. */
const DIGITS = 8;
const BEFORE = '{"seq":"';
const BODY = `","params":{"temperature":23.5,"humidity":61,"state":"running"},"note":"${'x'.repeat(40)}"}`;

/** Digits of the last level of a topic, where a flood is spread over several. */
const TOPIC_DIGITS = 4;

/** What a flood sends: PUBLISH packets that differ by sequence number, packet identifier and topic. */
export interface FloodPacket {
  readonly bytes: Buffer;
  /** Makes it the packet with this sequence number, from 0 on. */
  number(sequence: number): void;
}

/**
 * A PUBLISH with a JSON payload of some 120 bytes.
 *
 * @param topics to how many topics below `topic` in turn, 1 to 10,000; 1 for `topic` itself
 */
export function floodPacket(topic: string, qos: 0 | 1, topics: number): FloodPacket {
  const payload = `${BEFORE}${'0'.repeat(DIGITS)}${BODY}`;
  const bytes = generate({
    cmd: 'publish',
    topic: topics === 1 ? topic : `${topic}/${'0'.repeat(TOPIC_DIGITS)}`,
    payload,
    qos,
    dup: false,
    retain: false,
    ...(qos === 1 && { messageId: 1 }),
  });
  const digits = bytes.length - payload.length + BEFORE.length;
  const identifier = bytes.length - payload.length - 2;
  const topicEnd = bytes.length - payload.length - (qos === 1 ? 2 : 0);
  const writeDigits = (value: number, start: number, digitCount: number) => {
    for (let at = digitCount - 1, rest = value; at >= 0; at -= 1, rest = Math.floor(rest / 10)) {
      bytes[start + at] = 0x30 + (rest % 10);
    }
  };
  return {
    bytes,
    number(sequence) {
      writeDigits(sequence, digits, DIGITS);
      if (topics > 1) writeDigits(sequence % topics, topicEnd - TOPIC_DIGITS, TOPIC_DIGITS);
      if (qos === 1) bytes.writeUInt16BE(1 + (sequence % 65_535), identifier);
    },
  };
}

/** The sequence number in the payload of a flood's message that begins at `start`. */
export function sequenceOf(bytes: Uint8Array, start: number): number {
  let sequence = 0;
  for (let at = 0; at < DIGITS; at += 1) {
    sequence = sequence * 10 + (bytes[start + BEFORE.length + at] ?? 0) - 0x30;
  }
  return sequence;
}
