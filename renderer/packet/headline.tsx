import { Anchor } from '@mantine/core';
import { IconBookmarkFilled, IconClockExclamation, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { packetTypeOf, qosOf } from '../../shared/mqtt/packet-types.ts';
import { formatClock } from '../components/clock.ts';
import { formatCount, formatDuration } from '../components/format.ts';
import { packetWords, type Side } from '../components/packet-words.ts';
import classes from './packet.module.css';
import type { PreviousMessage } from './use-previous.ts';

interface Props {
  readonly row: PacketRow;
  /** Rows of the exchange that the row does not name. */
  readonly others: readonly number[];
  readonly previous: PreviousMessage | null;
  readonly side: Side;
  /** Of the packet's bookmark, which may be empty; undefined without one. */
  readonly note: string | undefined;
  /** What befell the connection right before; null for nothing of note. */
  readonly before: string | null;
  /** What the topic is for; empty for nothing. */
  readonly purpose: string;
  readonly actions: ReactNode;
  onSelect(row: number): void;
}

/** What the packet is, when it crossed the wire, and the ways to the packets that belong to it. */
export function Headline(props: Props) {
  const { row, others, previous, side, note, before, purpose, actions, onSelect } = props;
  const { t, i18n } = useTranslation();
  const { header, broken, direction, peer, related, time, size, unanswered } = row;
  const type = packetTypeOf(header);
  const title = [
    broken ? t('packet.notMqtt') : type,
    ...(type === 'PUBLISH' && !broken ? [`QoS ${qosOf(header)}`] : []),
    t(`packet.${direction}`),
  ].join(' · ');
  const link = (
    key: 'answeredBy' | 'answers' | 'repliedBy' | 'replies' | 'inExchange' | 'previous',
    to: number,
    microseconds: number | null,
  ) => (
    <Anchor
      key={`${key} ${to}`}
      component="button"
      type="button"
      fz="inherit"
      ta="start"
      onClick={() => onSelect(to)}
    >
      {t(`packet.${key}`, {
        number: to + 1,
        duration: formatDuration((microseconds ?? 0) / 1_000),
      })}
    </Anchor>
  );
  return (
    <header className={classes.headline}>
      <div className={classes.title}>
        <span className={classes.rowNumber}>#{row.row + 1}</span>
        <h2>{title}</h2>
        <span className={classes.actions}>{actions}</span>
      </div>
      <div className={classes.purpose}>{packetWords(row, side, t)}</div>
      <div className={classes.facts}>
        <span>{formatClock(time, 6)}</span>
        <span>{t('packet.bytes', { count: size, number: formatCount(size, i18n.language) })}</span>
        {peer !== null && link(peer > row.row ? 'answeredBy' : 'answers', peer, row.roundTrip)}
        {related !== null &&
          link(related > row.row ? 'repliedBy' : 'replies', related, row.relatedAfter)}
        {others.map((other) => link('inExchange', other, null))}
        {previous && link('previous', previous.row, previous.before)}
        {unanswered && (
          <span className={classes.unanswered}>
            <IconClockExclamation size={13} aria-hidden />
            {t('packet.unanswered')}
          </span>
        )}
      </div>
      {note !== undefined && (
        <div className={classes.bookmark} title={note || undefined}>
          <IconBookmarkFilled size={12} className={classes.bookmarkIcon} aria-hidden />
          {note === '' ? t('packet.bookmarked') : t('packet.bookmarkedWith', { note })}
        </div>
      )}
      {before !== null && (
        <div className={classes.before}>
          <IconPlugConnectedX size={13} aria-hidden />
          {t('ladder.before', { what: before })}
        </div>
      )}
      {purpose && (
        <div className={`${classes.purpose} ellipsis`} title={purpose}>
          {purpose}
        </div>
      )}
    </header>
  );
}
