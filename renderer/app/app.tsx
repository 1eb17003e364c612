import { useTranslation } from 'react-i18next';
import { ImportDialog } from '../captures/import-dialog.tsx';
import { DeviceDialog } from '../devices/device-dialog.tsx';
import { DevicesPane } from '../devices/devices-pane.tsx';
import { Notices } from '../notices/notices.tsx';
import { KeyboardSheet } from '../palette/keyboard-sheet.tsx';
import { Palette } from '../palette/palette.tsx';
import { ParametersDialog } from '../parameters/parameters-dialog.tsx';
import { PreferencesDialog } from '../preferences/preferences-dialog.tsx';
import { useApp } from '../stores/use-app.ts';
import classes from './app.module.css';
import { Header } from './header.tsx';
import { MainPane } from './main-pane.tsx';
import { Pane } from './pane.tsx';
import { RememberedSplit } from './remembered-split.tsx';
import { StatusBar } from './status-bar.tsx';
import { useDeviceList } from './use-device-list.ts';
import { useWindowActions } from './use-window-actions.ts';

/** The window. */
export function App() {
  const { t } = useTranslation();
  const loading = useApp((state) => state.status === 'loading');
  const wasLoaded = useApp((state) => state.version !== '');
  const deviceList = useDeviceList();
  useWindowActions(deviceList);
  if (!wasLoaded)
    return (
      <div className={classes.window}>
        <Notices />
        {loading && <p className={classes.loading}>{t('app.loading')}</p>}
      </div>
    );
  return (
    <div className={classes.window}>
      <Header deviceList={deviceList} />
      <Notices />
      <main className={classes.body}>
        <RememberedSplit
          name="window"
          orientation="horizontal"
          separator={t('app.resizeDevices')}
          first={{ size: '11.5rem', minSize: '9rem', maxSize: '30rem', fixed: true }}
          second={{ minSize: '30rem' }}
          alone={!deviceList.shown}
        >
          <Pane>
            <DevicesPane />
          </Pane>
          <Pane>
            <MainPane />
          </Pane>
        </RememberedSplit>
      </main>
      <StatusBar />
      <Pane>
        <DeviceDialog />
        <ImportDialog />
        <ParametersDialog />
        <PreferencesDialog />
        <KeyboardSheet />
        <Palette />
      </Pane>
    </div>
  );
}
