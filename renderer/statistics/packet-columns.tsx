import type { TFunction } from 'i18next';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { packetTypeOf } from '../../shared/mqtt/packet-types.ts';
import { formatCount } from '../components/format.ts';
import { momentText, type TimeScale } from '../components/time-text.ts';
import type { Choice, Column } from './figure-table.tsx';
import classes from './statistics.module.css';

/** What all of a list's packets have in common: the words and the time that they are told in. */
export interface PacketWords {
  readonly t: TFunction;
  readonly language: string;
  readonly scale: TimeScale;
}

/**
 * The columns of a list of single packets.
 *
 * @param what says what the packet is, and `value` how much of what the list is about
 */
export function packetColumns<Row>(
  { t, language, scale }: PacketWords,
  packetOf: (row: Row) => PacketRow,
  what: Column<Row>,
  value: Column<Row>,
): readonly Column<Row>[] {
  return [
    {
      key: 'number',
      name: t('statistics.number'),
      text: (row) => formatCount(packetOf(row).row + 1, language),
    },
    {
      key: 'time',
      name: t('statistics.time'),
      text: (row) => momentText(packetOf(row).time, scale),
    },
    what,
    {
      key: 'topic',
      name: t('statistics.topic'),
      kind: 'topic',
      text: (row) => packetOf(row).topic ?? '',
      draw: (row) => <Topic packet={packetOf(row)} />,
    },
    value,
  ];
}

/** Choosing a packet of a list shows it. */
export function packetChoice(
  { row }: PacketRow,
  t: TFunction,
  onGo: (row: number) => void,
): Choice {
  return { name: t('statistics.showPacket', { number: row + 1 }), run: () => onGo(row) };
}

/** The column has client ids too: what tells them apart is their beginning. */
function Topic({ packet: { header, topic } }: { packet: PacketRow }) {
  if (packetTypeOf(header) === 'CONNECT') return <span className={classes.clientId}>{topic}</span>;
  return <bdi dir="ltr">{topic}</bdi>;
}
