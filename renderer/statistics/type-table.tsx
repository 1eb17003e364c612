import { useTranslation } from 'react-i18next';
import type { Statistics, TypeFigures } from '../../shared/contract/statistics.ts';
import { packetFamilyOf, packetTypeNames } from '../../shared/mqtt/packet-types.ts';
import { formatCount } from '../components/format.ts';
import { type Column, FigureTable } from './figure-table.tsx';
import classes from './statistics.module.css';

/** Below, a share is not told by its figure. */
const LEAST_SHARE = 0.001;

interface Props {
  readonly figures: Statistics;
  /** Shows the packets in the timeline that meet all of these terms. */
  onShow(terms: readonly string[]): void;
}

/** Packets by their types; choosing one shows its packets. */
export function TypeTable({ figures, onShow }: Props) {
  const { t, i18n } = useTranslation();
  const { types, all } = figures;
  const count = (value: number) => (value === 0 ? '' : formatCount(value, i18n.language));
  const typeName = (type: string) =>
    type === 'broken' ? t('statistics.broken') : type.toUpperCase();
  const nameOf = ({ type, qos }: TypeFigures) =>
    qos === null ? typeName(type) : `${typeName(type)} ${t('statistics.qos', { qos })}`;
  const total = ({ sent, received }: TypeFigures) => sent + received;
  const share = (row: TypeFigures) => total(row) / Math.max(1, all.packets);
  const percent = (part: number) =>
    part.toLocaleString(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  // What there is, is not none.
  const shareText = (row: TypeFigures) =>
    share(row) < LEAST_SHARE ? `< ${percent(LEAST_SHARE)}` : percent(share(row));
  const figure = (
    key: string,
    name: string,
    value: (row: TypeFigures) => number,
    minor = false,
  ): Column<TypeFigures> => ({
    key,
    name,
    kind: 'figure',
    minor,
    text: (row) => count(value(row)),
  });

  const columns: readonly Column<TypeFigures>[] = [
    {
      key: 'type',
      name: t('statistics.type'),
      text: nameOf,
      draw: ({ type, qos }) =>
        qos === null ? (
          <span className={classes.type} data-family={familyOf(type)}>
            {typeName(type)}
          </span>
        ) : (
          <span className={classes.qos}>{t('statistics.qos', { qos })}</span>
        ),
    },
    figure('sent', t('statistics.sent'), ({ sent }) => sent),
    figure('received', t('statistics.received'), ({ received }) => received),
    {
      key: 'share',
      name: t('statistics.types.share'),
      kind: 'figure',
      text: shareText,
      draw: (row) => (
        <span className={classes.share}>
          <span className={classes.bar} aria-hidden>
            <span style={{ width: `${100 * share(row)}%` }} />
          </span>
          {shareText(row)}
        </span>
      ),
    },
    figure('bytes', t('statistics.bytes'), ({ bytes }) => bytes),
    figure('smallest', t('statistics.types.smallest'), ({ smallest }) => smallest, true),
    figure('mean', t('statistics.types.mean'), (row) => Math.round(row.bytes / total(row)), true),
    figure('largest', t('statistics.types.largest'), ({ largest }) => largest, true),
  ];
  return (
    <FigureTable
      name={t('statistics.types.name')}
      columns={columns}
      rows={types}
      keyOf={({ type, qos }) => `${type} ${qos}`}
      choice={(row) => ({
        name: t('statistics.showType', { type: nameOf(row) }),
        run: () => onShow([`type:${row.type}`, ...(row.qos === null ? [] : [`qos:${row.qos}`])]),
      })}
    />
  );
}

function familyOf(name: string): string {
  const type = packetTypeNames.find((one) => one.toLowerCase() === name);
  return type === undefined ? 'broken' : packetFamilyOf(type);
}
