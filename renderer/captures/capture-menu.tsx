import { ActionIcon, Menu } from '@mantine/core';
import {
  IconDots,
  IconFileAnalytics,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '../../shared/contract/packets.ts';
import { ask } from '../bridge.ts';
import { reportFailure } from '../stores/failures.ts';
import { openCapture } from '../stores/tabs.ts';
import { ExportItems } from './export-items.tsx';

interface Props {
  readonly capture: Capture;
  /** What the button is called: which capture it is about. */
  readonly label: string;
  readonly opened: boolean;
  onOpen(opened: boolean): void;
  onRename(): void;
  onDelete(): void;
}

/** What can be done with a past capture, from its row's button or its context menu. */
export function CaptureMenu({ capture, label, opened, onOpen, onRename, onDelete }: Props) {
  const { t } = useTranslation();
  const { id: captureId, pinned } = capture;
  return (
    <Menu opened={opened} onChange={onOpen} position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={label}>
          <IconDots size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileAnalytics size={14} />}
          onClick={() => openCapture(captureId)}
        >
          {t('captures.open')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil size={14} />} onClick={onRename}>
          {t('captures.rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={pinned ? <IconPinnedOff size={14} /> : <IconPin size={14} />}
          onClick={() => ask('captures.pin', { captureId, pinned: !pinned }).catch(reportFailure)}
        >
          {t(pinned ? 'captures.unpin' : 'captures.pin')}
        </Menu.Item>
        <Menu.Divider />
        <ExportItems captureId={captureId} />
        <Menu.Divider />
        <Menu.Item
          color="var(--danger-text)"
          leftSection={<IconTrash size={14} />}
          onClick={onDelete}
        >
          {t('captures.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
