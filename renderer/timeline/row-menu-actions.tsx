import { Menu } from '@mantine/core';
import { IconBookmark, IconBookmarkOff, IconNote, IconStopwatch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { Hotkey } from '../components/hotkey.tsx';
import { setBookmark, useBookmarkNotes } from '../stores/bookmarks.ts';
import { setTimeReference, useTimeReference } from '../stores/view/time-reference.ts';

interface Props {
  readonly captureId: string;
  readonly row: PacketRow;
  onEditNote(row: number): void;
}

/** What can be done with a packet besides filtering and copying: marking, measuring times from it. */
export function RowMenuActions({ captureId, row, onEditNote }: Props) {
  const { t } = useTranslation();
  const isReference = useTimeReference(captureId)?.row === row.row;
  const isMarked = useBookmarkNotes(captureId).has(row.row);
  const Mark = isMarked ? IconBookmarkOff : IconBookmark;
  return (
    <>
      <Menu.Item
        leftSection={<Mark size={14} aria-hidden />}
        rightSection={<Key name="B" />}
        onClick={() => setBookmark(captureId, row.row, isMarked ? null : '')}
      >
        {t(isMarked ? 'timeline.removeBookmark' : 'timeline.addBookmark')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconNote size={14} aria-hidden />}
        onClick={() => onEditNote(row.row)}
      >
        {t('timeline.editNote')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconStopwatch size={14} aria-hidden />}
        rightSection={<Key name="T" />}
        onClick={() => setTimeReference(captureId, isReference ? null : row)}
      >
        {t(isReference ? 'timeline.measureNoMore' : 'timeline.measureFrom')}
      </Menu.Item>
    </>
  );
}

/** The key that does the same; it is no part of the item's name. */
function Key({ name }: { name: string }) {
  return (
    <span aria-hidden>
      <Hotkey hotkey={name} />
    </span>
  );
}
