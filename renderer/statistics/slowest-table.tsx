import { useTranslation } from 'react-i18next';
import type { ExchangeKind } from '../../shared/contract/series.ts';
import type { SlowAnswer, Statistics } from '../../shared/contract/statistics.ts';
import type { PacketType } from '../../shared/mqtt/packet-types.ts';
import { formatDuration } from '../components/format.ts';
import type { TimeScale } from '../components/time-text.ts';
import { FigureTable } from './figure-table.tsx';
import { packetChoice, packetColumns } from './packet-columns.tsx';

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

/** The packets with the slowest answers; choosing one shows it. */
export function SlowestTable({ figures, scale, onGo }: Props) {
  const { t, i18n } = useTranslation();
  const columns = packetColumns<SlowAnswer>(
    { t, language: i18n.language, scale },
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
  return (
    <FigureTable
      name={t('statistics.slowest.name')}
      columns={columns}
      rows={figures.slowest}
      choice={({ packet }) => packetChoice(packet, t, onGo)}
    />
  );
}
