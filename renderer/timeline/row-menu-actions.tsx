import { Menu } from '@mantine/core';
import {
  IconBookmark,
  IconBookmarkOff,
  IconCopy,
  IconNote,
  IconStopwatch,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { Hotkey } from '../components/hotkey.tsx';
import { setBookmark, useBookmarkNotes } from '../stores/bookmarks.ts';
import { setTimeReference, useTimeReference } from '../stores/view/time-reference.ts';
import type { PacketCopy } from './packet-copies.ts';

interface Props {
  readonly captureId: string;
  readonly row: PacketRow;
  /** Ways to copy the packet besides its row. */
  readonly copies: readonly PacketCopy[];
  onCopy(what: 'row' | PacketCopy): void;
  onEditNote(row: number): void;
}

/** What can be done with a packet besides filtering: copying, marking, measuring times from it. */
export function RowMenuActions({ captureId, row, copies, onCopy, onEditNote }: Props) {
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
      <Menu.Divider />
      <Menu.Label>{t('timeline.copy')}</Menu.Label>
      {(['row', ...copies] as const).map((what) => (
        <Menu.Item
          key={what}
          leftSection={<IconCopy size={14} aria-hidden />}
          onClick={() => onCopy(what)}
        >
          {what === 'row' ? t('timeline.copyRow') : t(`packet.copy.${what}`)}
        </Menu.Item>
      ))}
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
