import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../shared/contract/devices.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { ask } from '../bridge.ts';
import type { Action } from '../stores/actions.ts';
import { openDeviceForm } from '../stores/dialogs.ts';
import { reportFailure } from '../stores/failures.ts';
import { hotkeys } from '../stores/hotkeys.ts';
import { openParameters } from '../stores/parameters-dialog.ts';
import { connectDevice, isActive } from '../stores/sessions.ts';
import { useActions } from '../stores/use-actions.ts';

/** Offers what can be done with the session in front, and with its device. */
export function useSessionActions(session: Session | null, device: Device | null): void {
  const { t } = useTranslation();
  const sessionId = session?.id ?? null;
  const status = session?.state.status ?? null;
  const active = session !== null && isActive(session.state);
  const actions = useMemo((): Action[] => {
    const offered: Action[] = [];
    const offer = (id: string, label: string, command: () => unknown, hotkey?: string) =>
      offered.push({ id, group: 'session', label, run: command, ...(hotkey && { hotkey }) });
    if (sessionId !== null && active) {
      const disconnect = () => ask('sessions.disconnect', { sessionId }).catch(reportFailure);
      offer('disconnect', t('palette.actions.disconnect'), disconnect, hotkeys.connection);
    }
    if (sessionId !== null && status === 'waiting') {
      const retry = () => ask('sessions.retryNow', { sessionId }).catch(reportFailure);
      offer('retryNow', t('palette.actions.retryNow'), retry);
    }
    if (device !== null) {
      const connect = () => connectDevice(device.id).catch(reportFailure);
      if (!active) offer('connect', t('palette.actions.connect'), connect, hotkeys.connection);
      offer('parameters', t('palette.actions.parameters'), () => openParameters(device));
      offer('edit', t('palette.actions.edit'), () => openDeviceForm(device));
    }
    return offered;
  }, [t, sessionId, status, active, device]);
  useActions(actions);
}
