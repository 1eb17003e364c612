import { Menu } from '@mantine/core';
import { IconArrowsExchange, IconFilter, IconFilterOff } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketRow } from '../../shared/contract/packets.ts';
import type { Point } from '../stores/use-row-menu.ts';
import { exchangeTerm, withTerm } from '../stores/view/filter-terms.ts';
import type { FilterText } from '../stores/view/filter-text.ts';
import { cellTerms } from './cell-terms.ts';
import type { ColumnName } from './columns.ts';
import type { PacketCopy } from './packet-copies.ts';
import classes from './row-menu.module.css';
import { RowMenuActions } from './row-menu-actions.tsx';

interface Props {
  readonly captureId: string;
  readonly row: PacketRow;
  /** The column it was opened on; null for the row as a whole. */
  readonly column: ColumnName | null;
  readonly at: Point;
  readonly filterText: FilterText;
  /** Ways to copy the packet besides its row. */
  readonly copies: readonly PacketCopy[];
  onCopy(what: 'row' | PacketCopy): void;
  onEditNote(row: number): void;
  onClose(): void;
}

/** What can be done with a row: asking for packets like it, or for all others. */
export function RowMenu(props: Props) {
  const { row, column, at, filterText, onClose } = props;
  const { t } = useTranslation();
  const { same, around } = cellTerms(row, column);
  const add = (term: string) => filterText.set(withTerm(filterText.store.getState().inForce, term));
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={2}
      // Where there is no room below, it moves up over the row.
      middlewares={{ flip: false, shift: { crossAxis: true, padding: 4 } }}
      returnFocus={false}
      // Its placeholder for the focus is no child that a menu may have.
      withInitialFocusPlaceholder={false}
      portalProps={{ target: 'main' }}
    >
      <Menu.Target>
        <span aria-hidden className={classes.point} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown
        className={classes.menu}
        aria-label={t('timeline.menu', { number: row.row + 1 })}
        onContextMenu={(event: MouseEvent) => event.preventDefault()}
      >
        <Menu.Item
          leftSection={<IconArrowsExchange size={14} aria-hidden />}
          // In the place of the filter: one that hides an acknowledgement would leave half of it.
          onClick={() => filterText.set(exchangeTerm(row.row))}
        >
          {t('timeline.onlyExchange')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('timeline.filterFor')}</Menu.Label>
        {[...around, ...same].map((term) => (
          <Term key={term} icon={IconFilter} term={term} onAdd={add} />
        ))}
        <Menu.Label>{t('timeline.filterOut')}</Menu.Label>
        {same.map((term) => (
          <Term key={term} icon={IconFilterOff} term={`-${term}`} onAdd={add} />
        ))}
        <Menu.Divider />
        <RowMenuActions {...props} />
      </Menu.Dropdown>
    </Menu>
  );
}

interface TermProps {
  readonly icon: typeof IconFilter;
  readonly term: string;
  onAdd(term: string): void;
}

function Term({ icon: Icon, term, onAdd }: TermProps) {
  return (
    <Menu.Item
      leftSection={<Icon size={14} aria-hidden />}
      classNames={{ itemLabel: classes.term }}
      title={term}
      onClick={() => onAdd(term)}
    >
      {term}
    </Menu.Item>
  );
}
