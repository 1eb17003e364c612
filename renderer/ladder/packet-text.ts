import type { TFunction } from 'i18next';
import type { Finding, PacketRow } from '../../shared/contract/packets.ts';
import { packetTypeOf, qosOf } from '../../shared/mqtt/packet-types.ts';
import { type Answer, answerOf } from '../../shared/session/answer.ts';
import { formatClock } from '../components/clock.ts';
import { formatDuration } from '../components/format.ts';
import { codeText, isRefusal, markedQos, severityOfRow } from '../components/packet-summary.ts';
import { packetWords, type Side } from '../components/packet-words.ts';
import { findingTitle } from '../i18n/finding-texts.ts';
import { isWorse } from '../stores/row-findings.ts';

/** What a packet is told with besides itself. */
export interface PacketSetting {
  readonly side: Side;
  /** What is wrong with it, as far as a problem points at it. */
  readonly finding: Finding | undefined;
}

/** What stands above an arrow. */
export interface PacketLabel {
  readonly type: string;
  /** Packet identifier and QoS, as far as there are any. */
  readonly marks: string;
  /** A topic, a client id, or the code of an answer. */
  readonly subject: string;
  /** What must be left of the subject: the number of a code that says no; null for no more than fits. */
  readonly core: string | null;
  /**
   * What is left of the subject beside words that tell of no problem: the last two levels of a topic,
   * a client id without its parameters, what a code means.
   */
  readonly gist: string;
  /** Where the subject is cut: the end of a topic tells it from its neighbours. */
  readonly cut: 'start' | 'end';
  /** What it does in plain words; what went wrong if something did. */
  readonly words: string;
  /** How bad that is; null if nothing is wrong. */
  readonly severity: Finding['severity'] | null;
}

export function packetLabel(row: PacketRow, setting: PacketSetting, t: TFunction): PacketLabel {
  const qos = markedQos(row);
  const marks = [row.packetId, qos === null ? null : `QoS ${qos}`];
  const { side, finding } = setting;
  const own = severityOfRow(row);
  // What a packet shows by itself is told in fewer words than its finding's.
  const told = finding && isWorse(finding.severity, own) ? finding : null;
  return {
    type: row.broken ? t('timeline.notMqtt') : packetTypeOf(row.header),
    marks: marks.filter((mark) => mark !== null).join(' · '),
    ...subjectOf(row),
    core: isRefusal(row) ? String(row.code) : null,
    words: told ? findingTitle(told) : wordsOf(row, side, t),
    severity: told?.severity ?? own,
  };
}

/** Without the slash before them. */
const LAST_LEVELS = /[^/]*\/[^/]*$/;

function subjectOf(row: PacketRow): Pick<PacketLabel, 'subject' | 'gist' | 'cut'> {
  const { header, topic } = row;
  if (topic === null) {
    const code = codeText(row) ?? '';
    return { subject: code, gist: code, cut: 'end' };
  }
  if (packetTypeOf(header) === 'CONNECT') {
    // On the platform parameters follow, between bars.
    const [id = ''] = topic.split('|', 1);
    return { subject: topic, gist: id, cut: 'end' };
  }
  const [levels = topic] = LAST_LEVELS.exec(topic) ?? [];
  return { subject: topic, gist: levels, cut: 'start' };
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

function wordsOf(row: PacketRow, side: Side, t: TFunction): string {
  const isMissing = row.unanswered && !row.broken;
  return isMissing
    ? t('ladder.missing', { answer: missingAnswer(row) })
    : packetWords(row, side, t);
}

/**
 * What is written beside the arrow: the request that this packet answers, of the protocol or above
 * it, and where its own answer is hidden, that; null for neither. A reply that is acknowledged in turn
 * shows its acknowledgement in the timeline and its request here.
 */
export function answerBeside(row: PacketRow, answerHidden: boolean): Answer | null {
  return requestOf(row) ?? (answerHidden ? answerOf(row) : null);
}

function requestOf({ row, peer, roundTrip, related, relatedAfter }: PacketRow): Answer | null {
  if (peer !== null && roundTrip !== null && peer < row) return { row: peer, after: roundTrip };
  if (related === null || relatedAfter === null || related > row) return null;
  return { row: related, after: relatedAfter };
}

/** A packet in one sentence, for who does not see the arrow. */
export function packetSentence(row: PacketRow, setting: PacketSetting, t: TFunction): string {
  const { type, marks, subject, words } = packetLabel(row, setting, t);
  const other = answerOf(row);
  const answer =
    other !== null &&
    t(other.row > row.row ? 'ladder.answeredBy' : 'ladder.answering', {
      number: other.row + 1,
      duration: formatDuration(other.after / 1_000),
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
