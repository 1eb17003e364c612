import { useTranslation } from 'react-i18next';
import type { LengthFigures, Statistics } from '../../shared/contract/statistics.ts';
import { formatCount } from '../components/format.ts';
import { type Column, FigureTable } from './figure-table.tsx';
import { groupColumns } from './group-columns.tsx';
import { rangeTerm } from './range-term.ts';

interface Props {
  readonly figures: Statistics;
  /** Shows the packets in the timeline that meet all of these terms. */
  onShow(terms: readonly string[]): void;
}

/** Packets by ranges of their sizes; choosing one shows its packets. */
export function LengthTable({ figures, onShow }: Props) {
  const { t, i18n } = useTranslation();
  const { lengths, all } = figures;
  const count = (value: number) => formatCount(value, i18n.language);
  const rangeText = ({ from, to }: LengthFigures) => {
    if (to === null) return `≥ ${count(from)}`;
    return from === 0 ? `≤ ${count(to)}` : `${count(from)}–${count(to)}`;
  };
  const columns: readonly Column<LengthFigures>[] = [
    {
      key: 'range',
      name: t('statistics.lengths.range'),
      text: rangeText,
    },
    ...groupColumns(all.packets, t, i18n.language),
  ];
  return (
    <FigureTable
      name={t('statistics.lengths.name')}
      columns={columns}
      rows={lengths}
      keyOf={({ from }) => from}
      choice={(row) => ({
        name: t('statistics.showRange', { range: rangeText(row) }),
        run: () => onShow([rangeTerm(row)]),
      })}
    />
  );
}
