import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconListDetails,
  IconPencil,
  IconPlugConnected,
  IconTrash,
} from '@tabler/icons-react';
import { type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Device, deviceLabel } from '../../shared/contract/devices.ts';
import { ask } from '../bridge.ts';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { explainError } from '../i18n/explain.ts';
import { openDeviceForm } from '../stores/dialogs.ts';
import { reportFailure } from '../stores/failures.ts';
import { openParameters } from '../stores/parameters-dialog.ts';
import classes from './devices-pane.module.css';

interface Props {
  readonly device: Device;
  readonly opened: boolean;
  onOpen(opened: boolean): void;
  /** Connects the device; null while it is connected, connecting or waiting to. */
  readonly onConnect: (() => void) | null;
}

const stay = (event: MouseEvent) => event.stopPropagation();

/** What can be done with a saved device, from its row's button or its context menu. */
export function DeviceMenu({ device, opened, onOpen, onConnect }: Props) {
  const { t } = useTranslation();
  const [removing, setRemoving] = useState(false);
  const name = deviceLabel(device.target);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps clicks from the row around it
    // biome-ignore lint/a11y/useKeyWithClickEvents: nothing is done by this click
    <div onClick={stay} onDoubleClick={stay}>
      <Menu opened={opened} onChange={onOpen} position="bottom-start" returnFocus>
        <Menu.Target>
          <ActionIcon
            className={classes.actions}
            size={20}
            tabIndex={-1}
            aria-label={t('devices.actions', { name })}
          >
            <IconDots size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPlugConnected size={14} />}
            disabled={!onConnect}
            onClick={() => onConnect?.()}
          >
            {t('devices.connect')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconListDetails size={14} />}
            onClick={() => openParameters(device)}
          >
            {t('parameters.title')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => openDeviceForm(device)}>
            {t('devices.editAction')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCopy size={14} />}
            onClick={() => ask('devices.duplicate', { deviceId: device.id }).catch(reportFailure)}
          >
            {t('devices.duplicate')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="var(--danger-text)"
            leftSection={<IconTrash size={14} />}
            onClick={() => setRemoving(true)}
          >
            {t('devices.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {removing && (
        <ConfirmDialog
          title={t('devices.removeTitle', { name })}
          text={t('devices.removeText')}
          confirm={t('devices.removeConfirm')}
          cancel={t('devices.cancel')}
          explain={explainError}
          onConfirm={async () => {
            await ask('devices.remove', { deviceId: device.id });
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </div>
  );
}
