import { Anchor } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { packetTypeOf, qosOf } from '../../shared/mqtt/packet-types.ts';
import { formatClock } from '../components/clock.ts';
import { formatDuration } from '../components/format.ts';
import classes from './packet.module.css';

interface Props {
  readonly row: PacketRow;
  onSelect(row: number): void;
}

/** What the packet is, when it crossed the wire, and the way to the other half of its exchange. */
export function Headline({ row, onSelect }: Props) {
  const { t, i18n } = useTranslation();
  const { header, broken, direction, peer, roundTrip, related, relatedAfter } = row;
  const { time, size, unanswered } = row;
  const type = packetTypeOf(header);
  const title = [
    broken ? t('packet.notMqtt') : type,
    ...(type === 'PUBLISH' && !broken ? [`QoS ${qosOf(header)}`] : []),
    t(`packet.${direction}`),
  ].join(' · ');
  return (
    <header className={classes.headline}>
      <div className={classes.title}>
        <span className={classes.rowNumber}>#{row.row + 1}</span>
        <h2>{title}</h2>
      </div>
      <div className={classes.facts}>
        <span>{formatClock(time, 6)}</span>
        <span>
          {t('packet.bytes', { count: size, number: size.toLocaleString(i18n.language) })}
        </span>
        {peer !== null && (
          <Anchor component="button" type="button" fz="inherit" onClick={() => onSelect(peer)}>
            {t(peer > row.row ? 'packet.answeredBy' : 'packet.answers', {
              number: peer + 1,
              duration: formatDuration((roundTrip ?? 0) / 1_000),
            })}
          </Anchor>
        )}
        {related !== null && (
          <Anchor component="button" type="button" fz="inherit" onClick={() => onSelect(related)}>
            {t(related > row.row ? 'packet.repliedBy' : 'packet.replies', {
              number: related + 1,
              duration: formatDuration((relatedAfter ?? 0) / 1_000),
            })}
          </Anchor>
        )}
        {unanswered && (
          <span className={classes.unanswered}>
            <IconClockExclamation size={13} aria-hidden />
            {t('packet.unanswered')}
          </span>
        )}
      </div>
    </header>
  );
}
