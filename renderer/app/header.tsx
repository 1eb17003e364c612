import { spotlight } from '@mantine/spotlight';
import {
  IconCommand,
  IconDeviceDesktop,
  IconLayoutSidebar,
  IconLayoutSidebarFilled,
  IconMoon,
  IconPlus,
  IconSettings,
  IconSun,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languages, themes } from '../../shared/contract/preferences.ts';
import { openPreferences } from '../stores/dialogs.ts';
import { hotkeys } from '../stores/hotkeys.ts';
import { setPreferences } from '../stores/preferences.ts';
import { showHome } from '../stores/tabs.ts';
import { useApp } from '../stores/use-app.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import classes from './header.module.css';
import { HeaderButton } from './header-button.tsx';
import { TabBar } from './tab-bar.tsx';
import type { DeviceList } from './use-device-list.ts';

const themeIcons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const;

/** The bar across the top: the tabs, and what concerns the whole window. */
export function Header({ deviceList }: { deviceList: DeviceList }) {
  const { t } = useTranslation();
  const { theme, language } = useApp((state) => state.preferences);
  const ThemeIcon = themeIcons[theme];
  const toggleLabel = t(deviceList.shown ? 'app.hideDevices' : 'app.showDevices');
  return (
    <header className={classes.header}>
      <HeaderButton
        label={toggleLabel}
        hotkey={hotkeys.deviceList}
        pressed={deviceList.shown}
        onClick={deviceList.toggle}
      >
        {deviceList.shown ? <IconLayoutSidebarFilled size={16} /> : <IconLayoutSidebar size={16} />}
      </HeaderButton>
      <span className={classes.brand}>{t('app.brand')}</span>
      <TabBar />
      <HeaderButton label={t('app.newTab')} onClick={showHome}>
        <IconPlus size={16} />
      </HeaderButton>
      <div className={classes.space} />
      <HeaderButton label={t('palette.open')} hotkey={hotkeys.palette} onClick={spotlight.open}>
        <IconCommand size={16} />
      </HeaderButton>
      <ChoiceMenu
        label={t('app.theme')}
        value={theme}
        choices={themes.map((value) => ({ value, label: t(`app.themes.${value}`) }))}
        onChoose={(value) => setPreferences({ theme: value })}
      >
        <ThemeIcon size={16} />
      </ChoiceMenu>
      <ChoiceMenu
        label={t('app.language')}
        value={language}
        choices={languages.map((value) => ({ value, label: t(`app.languages.${value}`) }))}
        onChoose={(value) => setPreferences({ language: value })}
      >
        <span className={classes.language}>中/EN</span>
      </ChoiceMenu>
      <HeaderButton
        label={t('preferences.title')}
        hotkey={hotkeys.preferences}
        onClick={openPreferences}
      >
        <IconSettings size={16} />
      </HeaderButton>
    </header>
  );
}
