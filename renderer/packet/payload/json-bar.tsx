import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  type Icon,
  IconChartLine,
  IconColumnInsertRight,
  IconColumnRemove,
  IconFilter,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/copy-button.tsx';
import { FilterItems } from '../../components/filter-items.tsx';
import { unusable } from '../../components/unusable.ts';
import classes from './payload.module.css';
import type { JsonActions } from './use-json-actions.ts';

interface Props {
  readonly actions: JsonActions;
  /** What came of copying; empty for nothing. */
  readonly said: string;
}

/** Where the value at the cursor stands, and what can be done with it. */
export function JsonBar({ actions, said }: Props) {
  const { t } = useTranslation();
  const { place, chart, column, filter } = actions;
  return (
    <div className={classes.bar}>
      <code className={classes.path} title={place.path}>
        <bdi dir="ltr">{place.path}</bdi>
      </code>
      <output>{said}</output>
      <CopyButton
        text={place.path}
        name={t('packet.json.copyPath')}
        label={t('packet.json.path')}
      />
      <CopyButton
        text={place.value}
        name={t('packet.json.copyValue')}
        label={t('packet.json.value')}
      />
      {chart && (
        <BarButton
          icon={IconChartLine}
          label={t('packet.json.chartShort')}
          name={t('packet.json.chart')}
          onClick={chart}
        />
      )}
      {column && (
        <BarButton
          icon={column.isShown ? IconColumnRemove : IconColumnInsertRight}
          label={t('packet.json.columnShort')}
          name={t(column.isShown ? 'packet.json.noColumn' : 'packet.json.column')}
          obstacle={column.obstacle}
          onClick={column.toggle}
        />
      )}
      {filter && (
        <Menu position="top-end" portalProps={{ target: 'main' }}>
          <Menu.Target>
            <ActionIcon
              size={22}
              aria-label={t('packet.json.filter')}
              title={t('packet.json.filter')}
            >
              <IconFilter size={14} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <FilterItems
              wanted={[filter.terms.same]}
              unwanted={[filter.terms.others]}
              onAdd={filter.add}
            />
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

interface BarButtonProps {
  readonly icon: Icon;
  /** What is written on it where there is room. */
  readonly label: string;
  /** What it does, in words. */
  readonly name: string;
  /** Why it does nothing; null, or none, where it does. */
  readonly obstacle?: string | null;
  onClick(): void;
}

function BarButton({ icon: Icon, label, name, obstacle = null, onClick }: BarButtonProps) {
  return (
    <Button
      variant="default"
      size="compact-xs"
      classNames={{ section: classes.barIcon ?? '', label: classes.barLabel ?? '' }}
      leftSection={<Icon size={12} aria-hidden />}
      aria-label={name}
      title={obstacle ?? name}
      {...unusable(obstacle !== null)}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
