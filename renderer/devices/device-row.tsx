import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Device, deviceLabel } from '../../shared/contract/devices.ts';
import { StateIcon, stateLook } from '../components/state-icon.tsx';
import { reportFailure } from '../stores/failures.ts';
import { connectDevice, isActive } from '../stores/sessions.ts';
import { openDevice } from '../stores/tabs.ts';
import { useApp } from '../stores/use-app.ts';
import { useFront } from '../stores/use-front.ts';
import { useLocalOwner, useMisbehaving } from '../stores/use-platform.ts';
import { DeviceMenu } from './device-menu.tsx';
import classes from './devices-pane.module.css';
import { LastSeen } from './last-seen.tsx';

/** One saved device: a click opens it, a double click or a second Enter connects it. */
export function DeviceRow({ device, isStop }: { device: Device; isStop: boolean }) {
  const { t } = useTranslation();
  const describedBy = useId();
  const [menuOpen, setMenuOpen] = useState(false);
  const session = useApp(({ sessions }) =>
    Object.values(sessions).find(({ deviceId }) => deviceId === device.id),
  );
  const misbehaves = useMisbehaving(useLocalOwner(device)) !== null;
  const front = useFront();
  const name = deviceLabel(device.target);
  const look = stateLook(session?.state ?? null);
  const isFront =
    front.kind === 'device'
      ? front.deviceId === device.id
      : front.kind === 'capture' && front.captureId === session?.captureId;

  function connect() {
    if (session && isActive(session.state)) return;
    openDevice(device.id);
    connectDevice(device.id).catch(reportFailure);
  }

  function press(event: KeyboardEvent) {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (isFront && event.key === 'Enter') connect();
      else openDevice(device.id);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      setMenuOpen(true);
      // An open menu closes at any key pressed outside it, this one too if it got that far.
      event.stopPropagation();
    } else return;
    event.preventDefault();
  }

  return (
    <div
      role="treeitem"
      aria-label={name}
      aria-describedby={describedBy}
      aria-selected={isFront}
      data-key={device.id}
      tabIndex={isStop ? 0 : -1}
      onKeyDown={press}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the treeitem around it is the widget */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are the treeitem's */}
      <div
        className={classes.row}
        onClick={() => openDevice(device.id)}
        onDoubleClick={connect}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenuOpen(true);
        }}
      >
        <StateIcon look={look} />
        <span className={classes.name} title={name}>
          {name}
        </span>
        {misbehaves && (
          <span title={t('devices.misbehaves')} className={classes.misbehaves}>
            <IconAlertTriangleFilled size={13} aria-hidden />
          </span>
        )}
        {look === 'idle' && device.lastConnectedAt !== null && (
          <LastSeen at={device.lastConnectedAt} />
        )}
        <span id={describedBy} hidden>
          {t(`devices.states.${look}`)}
          {misbehaves && `. ${t('devices.misbehaves')}`}
        </span>
        <DeviceMenu
          device={device}
          opened={menuOpen}
          onOpen={setMenuOpen}
          onConnect={session && isActive(session.state) ? null : connect}
        />
      </div>
    </div>
  );
}
