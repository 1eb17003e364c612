import { useTranslation } from 'react-i18next';
import type { PacketRow } from '../../shared/contract/packets.ts';
import type { ExchangeKind } from '../../shared/contract/series.ts';
import type { SlowAnswer, Statistics } from '../../shared/contract/statistics.ts';
import { type PacketType, packetTypeOf } from '../../shared/mqtt/packet-types.ts';
import { formatBytes, formatCount, formatDuration } from '../components/format.ts';
import { familyOfRow } from '../components/packet-summary.ts';
import { momentText, type TimeScale } from '../components/time-text.ts';
import { type Choice, type Column, FigureTable } from './figure-table.tsx';
import classes from './statistics.module.css';

const answers: Readonly<Record<Exclude<ExchangeKind, 'reply'>, PacketType>> = {
  connect: 'CONNACK',
  publish1: 'PUBACK',
  publish2: 'PUBREC',
  release: 'PUBCOMP',
  subscribe: 'SUBACK',
  unsubscribe: 'UNSUBACK',
  ping: 'PINGRESP',
};

interface Props {
  readonly figures: Statistics;
  readonly scale: TimeScale;
  /** Selects a packet and shows it in the timeline. */
  onGo(row: number): void;
}

/** The packets with the slowest answers, and the largest ones; choosing one shows it. */
export function PacketTables({ figures, scale, onGo }: Props) {
  const { t, i18n } = useTranslation();
  const typeText = ({ broken, header }: PacketRow) =>
    broken ? t('statistics.broken') : packetTypeOf(header);
  const showPacket = ({ row }: PacketRow): Choice => ({
    name: t('statistics.showPacket', { number: row + 1 }),
    run: () => onGo(row),
  });

  function columnsOf<Row>(
    packetOf: (row: Row) => PacketRow,
    what: Column<Row>,
    value: Column<Row>,
  ) {
    const columns: readonly Column<Row>[] = [
      {
        key: 'number',
        name: t('statistics.number'),
        text: (row) => formatCount(packetOf(row).row + 1, i18n.language),
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
    return columns;
  }

  const slowest = columnsOf<SlowAnswer>(
    ({ packet }) => packet,
    {
      key: 'answer',
      name: t('timeline.columns.answer'),
      text: ({ of }) => (of === 'reply' ? t('statistics.slowest.reply') : answers[of]),
    },
    {
      key: 'took',
      name: t('statistics.slowest.took'),
      kind: 'figure',
      text: ({ took }) => formatDuration(took / 1_000),
    },
  );
  const largest = columnsOf<PacketRow>(
    (packet) => packet,
    {
      key: 'type',
      name: t('statistics.type'),
      text: typeText,
      draw: (packet) => (
        <span className={classes.type} data-family={familyOfRow(packet)}>
          {typeText(packet)}
        </span>
      ),
    },
    {
      key: 'size',
      name: t('statistics.largest.size'),
      kind: 'figure',
      text: ({ size }) => formatBytes(size),
    },
  );
  // A place in a list that changes keeps its row, and with it the focus.
  const keyOf = (_: unknown, at: number) => at;
  return (
    <div className={classes.pair}>
      <FigureTable
        name={t('statistics.slowest.name')}
        columns={slowest}
        rows={figures.slowest}
        keyOf={keyOf}
        choice={({ packet }) => showPacket(packet)}
      />
      <FigureTable
        name={t('statistics.largest.name')}
        columns={largest}
        rows={figures.largest}
        keyOf={keyOf}
        choice={showPacket}
      />
    </div>
  );
}

/** The column has client ids too: what tells them apart is their beginning. */
function Topic({ packet: { header, topic } }: { packet: PacketRow }) {
  if (packetTypeOf(header) === 'CONNECT') return <span className={classes.clientId}>{topic}</span>;
  return <bdi dir="ltr">{topic}</bdi>;
}
