import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ConnectionFigures, Statistics } from '../../shared/contract/statistics.ts';
import { stateText } from '../components/band-text.ts';
import { formatCount } from '../components/format.ts';
import type { Side } from '../components/packet-words.ts';
import { momentText, type TimeScale } from '../components/time-text.ts';
import { type Column, FigureTable } from './figure-table.tsx';
import { spanText } from './figures.ts';

interface Props {
  readonly figures: Statistics;
  readonly scale: TimeScale;
  readonly side: Side;
  /** Shows the packets in the timeline that meet all of these terms. */
  onShow(terms: readonly string[]): void;
}

/** The network connections of a capture; choosing one shows its packets. */
export function ConnectionTable({ figures, scale, side, onShow }: Props) {
  const { t, i18n } = useTranslation();
  const { connections, connectionsTotal, live } = figures;
  const count = (value: number) => formatCount(value, i18n.language);
  const figure = (
    key: string,
    name: string,
    value: (row: ConnectionFigures) => number,
    minor = false,
  ): Column<ConnectionFigures> => ({
    key,
    name,
    kind: 'figure',
    minor,
    text: (row) => count(value(row)),
  });

  const columns: readonly Column<ConnectionFigures>[] = [
    { key: 'number', name: t('statistics.number'), text: ({ number }) => count(number) },
    {
      key: 'begun',
      name: t('statistics.connections.begun'),
      text: ({ begun }) => momentText(begun, scale),
    },
    {
      key: 'lasted',
      name: t('statistics.connections.lasted'),
      kind: 'figure',
      text: ({ begun, ended }) => spanText(Math.max(0, (ended ?? figures.last ?? begun) - begun)),
    },
    figure('sent', t('statistics.sent'), ({ sent }) => sent.packets),
    figure('bytesSent', t('statistics.connections.bytesSent'), ({ sent }) => sent.bytes, true),
    figure('received', t('statistics.received'), ({ received }) => received.packets),
    figure(
      'bytesReceived',
      t('statistics.connections.bytesReceived'),
      ({ received }) => received.bytes,
      true,
    ),
    {
      key: 'end',
      name: t('statistics.connections.end'),
      kind: 'long',
      text: (row) => endText(row, live, side, t),
    },
  ];
  const [shown, total] = [count(connections.length), count(connectionsTotal)];
  const isLimited = connections.length < connectionsTotal;
  return (
    <FigureTable
      name={t('statistics.connections.name')}
      note={isLimited ? t('statistics.connections.limited', { shown, total }) : ''}
      columns={columns}
      rows={connections}
      keyOf={({ number }) => number}
      choice={({ number }) => ({
        name: t('statistics.showConnection', { number: count(number) }),
        run: () => onShow([`conn:${number}`]),
      })}
    />
  );
}

function endText(
  { state, disconnect, ended }: ConnectionFigures,
  live: boolean,
  side: Side,
  t: TFunction,
): string {
  if (state !== null) return stateText(state, side, t);
  if (disconnect !== null) return t(`statistics.connections.ends.${disconnect}`);
  if (ended !== null) return t('statistics.connections.ends.closed');
  return t(`statistics.connections.ends.${live ? 'open' : 'unknown'}`);
}
