import { useTranslation } from 'react-i18next';
import type { PacketRow } from '../../shared/contract/packets.ts';
import type { Statistics } from '../../shared/contract/statistics.ts';
import { packetTypeOf } from '../../shared/mqtt/packet-types.ts';
import { formatBytes } from '../components/format.ts';
import { familyOfRow } from '../components/packet-summary.ts';
import type { TimeScale } from '../components/time-text.ts';
import { FigureTable } from './figure-table.tsx';
import { packetChoice, packetColumns } from './packet-columns.tsx';
import classes from './statistics.module.css';

interface Props {
  readonly figures: Statistics;
  readonly scale: TimeScale;
  /** Selects a packet and shows it in the timeline. */
  onGo(row: number): void;
}

/** The largest packets; choosing one shows it. */
export function LargestTable({ figures, scale, onGo }: Props) {
  const { t, i18n } = useTranslation();
  const typeText = ({ broken, header }: PacketRow) =>
    broken ? t('statistics.broken') : packetTypeOf(header);
  const columns = packetColumns<PacketRow>(
    { t, language: i18n.language, scale },
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
      name: t('statistics.largestPackets.size'),
      kind: 'figure',
      text: ({ size }) => formatBytes(size),
    },
  );
  return (
    <FigureTable
      name={t('statistics.largestPackets.name')}
      columns={columns}
      rows={figures.largest}
      choice={(packet) => packetChoice(packet, t, onGo)}
    />
  );
}
