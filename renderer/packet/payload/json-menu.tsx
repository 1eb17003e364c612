import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../components/copy-text.ts';
import { FilterItems } from '../../components/filter-items.tsx';
import { type Point, PointMenu } from '../../components/point-menu.tsx';
import type { JsonActions } from './use-json-actions.ts';

interface Props {
  readonly actions: JsonActions;
  readonly at: Point;
  /** Tells of what comes of copying. */
  onCopy(copying: Promise<boolean>): void;
  onClose(): void;
}

/** What can be done with a value of JSON, at the value itself. */
export function JsonMenu({ actions, at, onCopy, onClose }: Props) {
  const { t } = useTranslation();
  const { place, chart, column, filter } = actions;
  return (
    <PointMenu label={place.path} at={at} onClose={onClose}>
      <Menu.Item onClick={() => onCopy(copyText(place.path))}>
        {t('packet.json.copyPath')}
      </Menu.Item>
      <Menu.Item onClick={() => onCopy(copyText(place.value))}>
        {t('packet.json.copyValue')}
      </Menu.Item>
      {chart && <Menu.Item onClick={chart}>{t('packet.json.chart')}</Menu.Item>}
      {column && (
        <Menu.Item
          disabled={column.obstacle !== null}
          title={column.obstacle ?? undefined}
          onClick={column.toggle}
        >
          {t(column.isShown ? 'packet.json.noColumn' : 'packet.json.column')}
        </Menu.Item>
      )}
      {filter && (
        <>
          <Menu.Divider />
          <FilterItems
            wanted={[filter.terms.same]}
            unwanted={[filter.terms.others]}
            onAdd={filter.add}
          />
        </>
      )}
    </PointMenu>
  );
}
