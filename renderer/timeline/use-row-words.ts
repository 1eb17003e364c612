import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { formatDuration } from '../components/format.ts';
import { packetWords, type Side } from '../components/packet-words.ts';

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
] as const;

const severities = ['error', 'warning', 'hint'] as const;

/** The words that rows are written with, in the user's language. */
export interface RowWords
  extends Readonly<Record<(typeof keys)[number] | (typeof severities)[number], string>> {
  /** What a packet does, in plain words. */
  plain(row: PacketRow): string;
  /** Which packet it answers, or which one answered it; empty for none. */
  answer(row: PacketRow): string;
}

/** Looked up once and not in every row: rows are drawn thirty times a second. */
export function useRowWords(side: Side): RowWords {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      ...textsOf(keys, (key) => t(`timeline.${key}`)),
      ...textsOf(severities, (key) => t(`problems.severity.${key}`)),
      plain: onceOfAKind((row) => packetWords(row, side, t)),
      answer: (row: PacketRow) => answerText(row, t),
    }),
    [side, t],
  );
}

/** The answer of the protocol first: what Alink says above it is in the details. */
function answerText({ row, peer, roundTrip, related, relatedAfter }: PacketRow, t: TFunction) {
  const other = peer ?? related;
  if (other === null) return '';
  const after = (peer === null ? relatedAfter : roundTrip) ?? 0;
  const [answeredBy, answers] =
    peer === null ? (['repliedBy', 'replies'] as const) : (['answeredBy', 'answers'] as const);
  return t(`packet.${other > row ? answeredBy : answers}`, {
    number: other + 1,
    duration: formatDuration(after / 1_000),
  });
}

const textsOf = <K extends string>(names: readonly K[], textOf: (name: K) => string) =>
  Object.fromEntries(names.map((name) => [name, textOf(name)])) as Record<K, string>;

/** Looks a text up once for all packets that do the same. */
function onceOfAKind(textOf: (row: PacketRow) => string): (row: PacketRow) => string {
  const known = new Map<string, string>();
  return (row) => {
    const kind = `${row.header} ${row.direction} ${row.code} ${row.broken}`;
    const text = known.get(kind) ?? textOf(row);
    known.set(kind, text);
    return text;
  };
}
