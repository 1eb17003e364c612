import { useTranslation } from 'react-i18next';
import type { Statistics, TypeFigures } from '../../shared/contract/statistics.ts';
import { packetFamilyOf, packetTypeNames } from '../../shared/mqtt/packet-types.ts';
import { type Column, FigureTable } from './figure-table.tsx';
import { groupColumns } from './group-columns.tsx';
import classes from './statistics.module.css';

interface Props {
  readonly figures: Statistics;
  /** Shows the packets in the timeline that meet all of these terms. */
  onShow(terms: readonly string[]): void;
}

/** Packets by their types; choosing one shows its packets. */
export function TypeTable({ figures, onShow }: Props) {
  const { t, i18n } = useTranslation();
  const { types, all } = figures;
  const typeName = (type: string) =>
    type === 'broken' ? t('statistics.broken') : type.toUpperCase();
  const nameOf = ({ type, qos }: TypeFigures) =>
    qos === null ? typeName(type) : `${typeName(type)} ${t('statistics.qos', { qos })}`;
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
    ...groupColumns(all.packets, t, i18n.language),
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
