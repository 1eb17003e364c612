import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconColumns3,
  IconMinus,
  IconPlus,
  IconX,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { unusable } from '../components/unusable.ts';
import { chooseColumns } from '../stores/choose-columns.ts';
import {
  type Column,
  columnsOf,
  isJsonColumn,
  withoutJsonColumn,
  withPlace,
  withShown,
  withWidth,
} from '../stores/columns.ts';
import { useApp } from '../stores/use-app.ts';
import { AddColumn } from './add-column.tsx';
import { ownWidth } from './columns.ts';
import classes from './columns-panel.module.css';
import { useCrowdedColumns } from './crowded-columns.ts';

/** Rem that one press makes a column wider or narrower. */
const STEP = 0.5;

/** What a column takes where nothing else is known of the grid. */
const room = { width: 0, digits: 4, timeWidth: 5.625 };

/** Which columns are shown, in which order and how wide: all that dragging their heads does, by keyboard. */
export function ColumnsPanel({ captureId }: { readonly captureId: string }) {
  const { t } = useTranslation();
  const crowded = useCrowdedColumns(captureId);
  const choices = useApp(({ preferences }) => preferences.columns);
  const columns = columnsOf(choices);
  const field = useRef<HTMLInputElement>(null);
  return (
    <Popover position="bottom-end" trapFocus returnFocus portalProps={{ target: 'main' }}>
      <Popover.Target>
        <ActionIcon
          variant="default"
          aria-label={t('timeline.chooseColumns')}
          title={t('timeline.chooseColumns')}
        >
          <IconColumns3 size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label={t('timeline.chooseColumns')}>
        <ul className={classes.list}>
          {columns.map((column, at) => (
            <Line
              key={column.name}
              column={column}
              isCrowded={crowded.includes(column.name)}
              at={at}
              last={at === columns.length - 1}
              onRemoved={() => field.current?.focus()}
            />
          ))}
        </ul>
        <AddColumn ref={field} columns={columns} />
        <Button
          variant="default"
          fullWidth
          {...unusable(choices.length === 0)}
          onClick={() => chooseColumns(() => [])}
        >
          {t('timeline.resetColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

interface LineProps {
  readonly column: Column;
  /** It is wanted, and there is no room for it. */
  readonly isCrowded: boolean;
  readonly at: number;
  readonly last: boolean;
  /** The line is about to go, and the focus with it. */
  onRemoved(): void;
}

function Line({ column, isCrowded, at, last, onRemoved }: LineProps) {
  const { t } = useTranslation();
  const { name, shown, width } = column;
  const label = isJsonColumn(name) ? name : t(`timeline.columns.${name}`);
  const resize = (by: number) =>
    chooseColumns((columns) => withWidth(columns, name, (width ?? ownWidth(name, room)) + by));
  const moveTo = (to: number) => chooseColumns((columns) => withPlace(columns, name, to));
  return (
    <li className={classes.line}>
      <Checkbox
        label={
          <>
            {label} {isCrowded && <span className={classes.crowded}>{t('timeline.noRoom')}</span>}
          </>
        }
        // Half chosen: to tick it is to have it whatever room there is.
        checked={shown !== 'never' && !isCrowded}
        indeterminate={isCrowded}
        onChange={({ currentTarget: { checked } }) =>
          chooseColumns((columns) => withShown(columns, name, checked))
        }
      />
      <ActionIcon
        aria-label={t('timeline.narrower', { name: label })}
        title={t('timeline.narrower', { name: label })}
        onClick={() => resize(-STEP)}
      >
        <IconMinus size={14} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('timeline.wider', { name: label })}
        title={t('timeline.wider', { name: label })}
        onClick={() => resize(STEP)}
      >
        <IconPlus size={14} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('timeline.moveLeft', { name: label })}
        title={t('timeline.moveLeft', { name: label })}
        {...unusable(at === 0)}
        onClick={() => moveTo(at - 1)}
      >
        <IconArrowUp size={14} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('timeline.moveRight', { name: label })}
        title={t('timeline.moveRight', { name: label })}
        {...unusable(last)}
        onClick={() => moveTo(at + 1)}
      >
        <IconArrowDown size={14} />
      </ActionIcon>
      {isJsonColumn(name) && (
        <ActionIcon
          aria-label={t('timeline.removeColumn', { name: label })}
          title={t('timeline.removeColumn', { name: label })}
          onClick={() => {
            chooseColumns((columns) => withoutJsonColumn(columns, name));
            onRemoved();
          }}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </li>
  );
}
