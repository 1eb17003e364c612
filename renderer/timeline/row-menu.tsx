import { Menu } from '@mantine/core';
import { IconArrowsExchange, IconFileDiff, IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { FilterItems } from '../components/filter-items.tsx';
import { type Point, PointMenu } from '../components/point-menu.tsx';
import { askComparison } from '../stores/asked-comparison.ts';
import type { ColumnName } from '../stores/columns.ts';
import { isMessage, type RowValues } from '../stores/view/cell-values.ts';
import { exchangeTerm, withTerm } from '../stores/view/filter-terms.ts';
import type { FilterText } from '../stores/view/filter-text.ts';
import { chosenFilter, isInRanges, otherOfTwo } from '../stores/view/row-ranges.ts';
import { useChosenRanges } from '../stores/view/selection.ts';
import { cellTerms } from './cell-terms.ts';
import { CopyItems } from './copy-items.tsx';
import type { PacketCopies, RowCopy } from './packet-copies.ts';
import { RowMenuActions } from './row-menu-actions.tsx';

interface Props {
  readonly captureId: string;
  readonly row: PacketRow;
  /** The column it was opened on; null for the row as a whole. */
  readonly column: ColumnName | null;
  /** Of the columns with values of the payload. */
  readonly values: RowValues | undefined;
  readonly at: Point;
  readonly filterText: FilterText;
  readonly copies: PacketCopies;
  onCopy(what: RowCopy): void;
  /** Copies the packets that were chosen together. */
  onCopyChosen(what: RowCopy): void;
  onEditNote(row: number): void;
  onClose(): void;
}

/** What can be done with a row: asking for packets like it, or for all others. */
export function RowMenu(props: Props) {
  const { captureId, row, column, values, at, filterText, copies, onCopy, onCopyChosen, onClose } =
    props;
  const { t } = useTranslation();
  const { same, around } = cellTerms(row, column, values);
  const add = (term: string) => filterText.set(withTerm(filterText.store.getState().inForce, term));
  const ranges = useChosenRanges(captureId);
  const isChosen = isInRanges(ranges, row.row);
  const other = isMessage(row) ? otherOfTwo(ranges, row.row) : null;
  return (
    <PointMenu label={t('timeline.menu', { number: row.row + 1 })} at={at} onClose={onClose}>
      {isChosen && (
        <ChosenItems
          copies={copies}
          onShow={() => filterText.set(chosenFilter(filterText.store.getState().inForce, ranges))}
          onCopy={onCopyChosen}
          onCompare={
            other === null ? null : () => askComparison({ captureId, row: row.row, other })
          }
        />
      )}
      <Menu.Item
        leftSection={<IconArrowsExchange size={14} aria-hidden />}
        // In the place of the filter: one that hides an acknowledgement would leave half of it.
        onClick={() => filterText.set(exchangeTerm(row.row))}
      >
        {t('timeline.onlyExchange')}
      </Menu.Item>
      <Menu.Divider />
      <FilterItems
        wanted={[...around, ...same]}
        unwanted={same.map((term) => `-${term}`)}
        onAdd={add}
      />
      <Menu.Divider />
      <RowMenuActions {...props} />
      {!isChosen && (
        <>
          <Menu.Divider />
          <Menu.Label>{t('timeline.copy')}</Menu.Label>
          <CopyItems
            ways={['row', ...copies.of(row)]}
            nameOf={(what) => t(what === 'row' ? 'timeline.copyRow' : `packet.copy.${what}`)}
            onCopy={onCopy}
          />
        </>
      )}
    </PointMenu>
  );
}

interface ChosenProps {
  readonly copies: PacketCopies;
  onShow(): void;
  onCopy(what: RowCopy): void;
  /** null unless there are two, and the menu's own is a message. */
  readonly onCompare: (() => void) | null;
}

/** What can be done with all rows that were chosen together, the menu's own among them. */
function ChosenItems({ copies, onShow, onCopy, onCompare }: ChosenProps) {
  const { t } = useTranslation();
  return (
    <>
      <Menu.Label>{t('timeline.chosen')}</Menu.Label>
      <Menu.Item leftSection={<IconFilter size={14} aria-hidden />} onClick={onShow}>
        {t('timeline.onlyChosen')}
      </Menu.Item>
      {onCompare !== null && (
        <Menu.Item leftSection={<IconFileDiff size={14} aria-hidden />} onClick={onCompare}>
          {t('timeline.compareChosen')}
        </Menu.Item>
      )}
      <CopyItems
        ways={['row', ...copies.all]}
        nameOf={(what) => t(`timeline.copyChosen.${what}`)}
        onCopy={onCopy}
      />
      <Menu.Divider />
    </>
  );
}
