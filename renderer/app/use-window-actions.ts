import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceLabel } from '../../shared/contract/devices.ts';
import { languages, themes } from '../../shared/contract/preferences.ts';
import type { Action } from '../stores/actions.ts';
import {
  openDeviceForm,
  openImport,
  openKeyboardSheet,
  openPreferences,
} from '../stores/dialogs.ts';
import { reportFailure } from '../stores/failures.ts';
import { hotkeys } from '../stores/hotkeys.ts';
import { setPreferences } from '../stores/preferences.ts';
import { connectDevice, tryPlatform } from '../stores/sessions.ts';
import { openCapture, showHome, stepTab } from '../stores/tabs.ts';
import { useActions } from '../stores/use-actions.ts';
import { useApp } from '../stores/use-app.ts';
import { useTabs } from '../stores/use-front.ts';
import type { DeviceList } from './use-device-list.ts';

/** Offers what can be done whatever is in front. */
export function useWindowActions({ shown, toggle }: DeviceList): void {
  useAppActions(shown, toggle);
  useDeviceActions();
  useTabActions();
}

function useAppActions(devicesShown: boolean, toggleDevices: () => void): void {
  const { t } = useTranslation();
  const actions = useMemo(
    (): Action[] => [
      action('home', t('palette.actions.home'), showHome),
      action('addDevice', t('palette.actions.addDevice'), () => openDeviceForm(null)),
      action('importCapture', t('palette.actions.importCapture'), () => openImport(null)),
      action('tryPlatform', t('palette.actions.tryPlatform'), () => {
        tryPlatform().catch(reportFailure);
      }),
      {
        ...action(
          'deviceList',
          t(devicesShown ? 'palette.actions.hideDevices' : 'palette.actions.showDevices'),
          toggleDevices,
        ),
        hotkey: hotkeys.deviceList,
      },
      {
        ...action('preferences', t('palette.actions.preferences'), openPreferences),
        hotkey: hotkeys.preferences,
      },
      {
        ...action('keys', t('palette.actions.keys'), openKeyboardSheet),
        hotkey: hotkeys.keyboardSheet,
      },
      ...themes.map((theme) =>
        action(
          `theme-${theme}`,
          t('palette.actions.theme', { name: t(`app.themes.${theme}`) }),
          () => setPreferences({ theme }),
        ),
      ),
      ...languages.map((language) =>
        action(
          `language-${language}`,
          t('palette.actions.language', { name: t(`app.languages.${language}`) }),
          () => setPreferences({ language }),
        ),
      ),
    ],
    [t, devicesShown, toggleDevices],
  );
  useActions(actions);
}

const action = (id: string, label: string, run: () => void): Action => ({
  id,
  group: 'app',
  label,
  run,
});

function useDeviceActions(): void {
  const { t } = useTranslation();
  const devices = useApp((state) => state.devices);
  const actions = useMemo(
    () =>
      devices.flatMap((device): Action[] => {
        const name = deviceLabel(device.target);
        return [
          {
            id: `connect-${device.id}`,
            group: 'devices',
            label: t('palette.actions.connectDevice', { name }),
            run: () => void connectDevice(device.id).catch(reportFailure),
          },
          {
            id: `edit-${device.id}`,
            group: 'devices',
            label: t('palette.actions.editDevice', { name }),
            run: () => openDeviceForm(device),
          },
        ];
      }),
    [t, devices],
  );
  useActions(actions);
}

function useTabActions(): void {
  const { t } = useTranslation();
  const tabs = useTabs();
  const captures = useApp((state) => state.captures);
  const actions = useMemo((): Action[] => {
    if (tabs.length === 0) return [];
    return [
      ...tabs.map((captureId): Action => {
        const name = captures.find(({ id }) => id === captureId)?.label ?? captureId;
        return {
          id: `tab-${captureId}`,
          group: 'go',
          label: t('palette.actions.goTo', { name }),
          run: () => openCapture(captureId),
        };
      }),
      {
        id: 'nextTab',
        group: 'go',
        label: t('palette.actions.nextTab'),
        hotkey: hotkeys.nextTab,
        run: () => stepTab(1),
      },
      {
        id: 'previousTab',
        group: 'go',
        label: t('palette.actions.previousTab'),
        hotkey: hotkeys.previousTab,
        run: () => stepTab(-1),
      },
    ];
  }, [t, tabs, captures]);
  useActions(actions);
}
