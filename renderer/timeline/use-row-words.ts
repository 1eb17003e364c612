import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { describeTopic } from '../../shared/alibaba/describe-topic.ts';
import type { TopicOwner } from '../../shared/alibaba/topics.ts';
import { CELL_BYTES_MAX, CELL_CHARACTERS_MAX } from '../../shared/contract/cell-values.ts';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { answerOf } from '../../shared/session/answer.ts';
import { formatBytes, formatDuration } from '../components/format.ts';
import { packetWords } from '../components/packet-words.ts';
import { languageInForce } from '../i18n/setup.ts';
import { useSide } from '../stores/use-side.ts';
import { useTopicOwner } from '../stores/use-topic-owner.ts';

const keys = [
  'sent',
  'received',
  'malformed',
  'refused',
  'notMqtt',
  'retain',
  'dup',
  'unanswered',
  'bookmarked',
  'measuredFrom',
  'tooLong',
  'cutValue',
] as const;

const severities = ['error', 'warning', 'hint'] as const;

/** The words that rows are written with, in the user's language. */
export interface RowWords
  extends Readonly<Record<(typeof keys)[number] | (typeof severities)[number], string>> {
  /** What a packet does, in plain words. */
  plain(row: PacketRow): string;
  /** Which packet it answers, or which one answered it; empty for none. */
  answer(row: PacketRow): string;
  /** What befell the connection, said of the packet behind it. */
  before(what: string): string;
  /** What its topic is for on the platform; empty for other topics and without one. */
  purpose(row: PacketRow): string;
}

/** Looked up once and not in every row: rows are drawn thirty times a second. */
export function useRowWords(captureId: string): RowWords {
  const { t } = useTranslation();
  const side = useSide(captureId);
  const owner = useTopicOwner(captureId);
  return useMemo(
    () => ({
      ...textsOf(keys, (key) =>
        t(`timeline.${key}`, { size: formatBytes(CELL_BYTES_MAX), number: CELL_CHARACTERS_MAX }),
      ),
      ...textsOf(severities, (key) => t(`problems.severity.${key}`)),
      plain: onceOfAKind(actOf, (row) => packetWords(row, side, t)),
      answer: (row: PacketRow) => answerText(row, t),
      before: (what: string) => t('ladder.before', { what }),
      purpose: onceOfAKind(topicOf, (row) => purposeText(row, owner, t)),
    }),
    [side, owner, t],
  );
}

function answerText(row: PacketRow, t: TFunction) {
  const answer = answerOf(row);
  if (answer === null) return '';
  const [answeredBy, answers] =
    row.peer === null ? (['repliedBy', 'replies'] as const) : (['answeredBy', 'answers'] as const);
  return t(`packet.${answer.row > row.row ? answeredBy : answers}`, {
    number: answer.row + 1,
    duration: formatDuration(answer.after / 1_000),
  });
}

function purposeText({ topic, direction }: PacketRow, owner: TopicOwner | null, t: TFunction) {
  const known =
    topic === null ? null : describeTopic(topic, direction === 'sent' ? 'up' : 'down', owner);
  if (known === null) return '';
  const purpose = known.purpose[languageInForce()];
  return known.isReply ? t('topics.reply.subscribe', { purpose }) : purpose;
}

const textsOf = <K extends string>(names: readonly K[], textOf: (name: K) => string) =>
  Object.fromEntries(names.map((name) => [name, textOf(name)])) as Record<K, string>;

const actOf = ({ header, direction, code, broken }: PacketRow) =>
  `${header} ${direction} ${code} ${broken}`;
const topicOf = ({ direction, topic }: PacketRow) => `${direction} ${topic}`;

/** Kinds of packet whose texts are held; some topics are another one in every message. */
const KINDS_MAX = 1_000;

/** Looks a text up once for all packets of a kind. */
function onceOfAKind(kindOf: (row: PacketRow) => string, textOf: (row: PacketRow) => string) {
  const known = new Map<string, string>();
  return (row: PacketRow): string => {
    const kind = kindOf(row);
    const text = known.get(kind) ?? textOf(row);
    if (known.size >= KINDS_MAX) known.clear();
    known.set(kind, text);
    return text;
  };
}
