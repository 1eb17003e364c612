import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PacketField, PacketRow } from '../../../shared/contract/packets.ts';
import { FilterItems } from '../../components/filter-items.tsx';
import { type Point, PointMenu } from '../../components/point-menu.tsx';
import { useAddTerm } from '../../stores/view/use-add-term.ts';
import { fieldTerms } from './field-terms.ts';

interface Props {
  readonly captureId: string;
  readonly row: PacketRow;
  readonly field: PacketField;
  readonly at: Point;
  onCopy(text: string): void;
  onClose(): void;
}

/** What can be done with a field: copying it, asking for packets that have it, or for all others. */
export function FieldMenu({ captureId, row, field, at, onCopy, onClose }: Props) {
  const { t } = useTranslation();
  const addTerm = useAddTerm(captureId);
  const terms = fieldTerms(row, field);
  const { name, value } = field;
  return (
    <PointMenu label={name} at={at} onClose={onClose}>
      {value !== '' && (
        <Menu.Item onClick={() => onCopy(value)}>{t('packet.copyFieldValue')}</Menu.Item>
      )}
      <Menu.Item onClick={() => onCopy([name, value].filter(Boolean).join(': '))}>
        {t(value === '' ? 'packet.copyFieldName' : 'packet.copyField')}
      </Menu.Item>
      {terms && (
        <>
          <Menu.Divider />
          <FilterItems wanted={[terms.same]} unwanted={[terms.others]} onAdd={addTerm} />
        </>
      )}
    </PointMenu>
  );
}
