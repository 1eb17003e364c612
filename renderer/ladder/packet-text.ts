import type { TFunction } from 'i18next';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { dupOf, packetTypeOf, qosOf } from '../../shared/mqtt/packet-types.ts';
import { formatClock } from '../components/clock.ts';
import { formatDuration } from '../components/format.ts';
import { codeText, isRefusal, markedQos } from '../components/packet-summary.ts';

/** What stands above an arrow, in the order in which it gives way: the subject is cut first. */
export interface PacketLabel {
  readonly type: string;
  /** Packet identifier and QoS, as far as there are any. */
  readonly marks: string;
  /** A topic, a client id, or the code of an answer. */
  readonly subject: string;
  /** Where the subject is cut: the end of a topic tells it from its neighbours. */
  readonly cut: 'start' | 'end';
  /** What it does in plain words; what went wrong if something did. */
  readonly words: string;
  readonly isProblem: boolean;
}

export function packetLabel(row: PacketRow, t: TFunction): PacketLabel {
  const qos = markedQos(row);
  const marks = [row.packetId, qos === null ? null : `QoS ${qos}`];
  return {
    type: row.broken ? t('timeline.notMqtt') : packetTypeOf(row.header),
    marks: marks.filter((mark) => mark !== null).join(' · '),
    subject: row.topic ?? codeText(row) ?? '',
    cut: row.topic === null || packetTypeOf(row.header) === 'CONNECT' ? 'end' : 'start',
    words: wordsOf(row, t),
    isProblem: row.broken || row.unanswered || isRefusal(row),
  };
}

/** The answers of MQTT 3.1.1 §3 to what asks for one. */
const answers = {
  CONNECT: 'CONNACK',
  PUBREL: 'PUBCOMP',
  SUBSCRIBE: 'SUBACK',
  UNSUBSCRIBE: 'UNSUBACK',
  PINGREQ: 'PINGRESP',
} as const;

/** The type of packet that a request without an answer waited for. */
function missingAnswer({ header }: PacketRow): string {
  const type = packetTypeOf(header);
  if (type === 'PUBLISH') return qosOf(header) === 1 ? 'PUBACK' : 'PUBREC';
  return type in answers ? answers[type as keyof typeof answers] : '';
}

function wordsOf(row: PacketRow, t: TFunction): string {
  const type = packetTypeOf(row.header);
  if (row.broken) return t('ladder.broken');
  if (row.unanswered) return t('ladder.missing', { answer: missingAnswer(row) });
  if (isRefusal(row)) {
    return t(`ladder.refusals.${type === 'CONNACK' || type === 'SUBACK' ? type : 'other'}`);
  }
  if (type === 'PUBLISH') {
    const words = t(`ladder.words.PUBLISH${row.direction}`);
    return dupOf(row.header) ? t('ladder.again', { words }) : words;
  }
  if (type === 'DISCONNECT') return t(`ladder.words.DISCONNECT${row.direction}`);
  return t(`ladder.words.${type}`);
}

/** Microseconds from the request that this packet answers, of the protocol or above it; null for none. */
export function answeredAfter(row: PacketRow): number | null {
  if (row.peer !== null && row.peer < row.row) return row.roundTrip;
  return row.related !== null && row.related < row.row ? row.relatedAfter : null;
}

/** A packet in one sentence, for who does not see the arrow. */
export function packetSentence(row: PacketRow, t: TFunction): string {
  const { type, marks, subject, words } = packetLabel(row, t);
  const other = row.peer ?? row.related;
  const after = (row.peer === null ? row.relatedAfter : row.roundTrip) ?? 0;
  const answer =
    other !== null &&
    t(other > row.row ? 'ladder.answeredBy' : 'ladder.answers', {
      number: other + 1,
      duration: formatDuration(after / 1_000),
    });
  return [
    t('ladder.number', { number: row.row + 1 }),
    formatClock(row.time),
    t(`timeline.${row.direction}`),
    [type, marks].filter(Boolean).join(' '),
    subject,
    words,
    answer,
  ]
    .filter(Boolean)
    .join(', ');
}
