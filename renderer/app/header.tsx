import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconLayoutSidebar,
  IconLayoutSidebarFilled,
  IconMoon,
  IconPlus,
  IconSun,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setPreferences } from '../stores/preferences.ts';
import { showHome } from '../stores/tabs.ts';
import { useApp } from '../stores/use-app.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import classes from './header.module.css';
import { TabBar } from './tab-bar.tsx';
import type { DeviceList } from './use-device-list.ts';

const themes = ['auto', 'light', 'dark'] as const;
const themeIcons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const;
const languages = ['auto', 'en', 'zh-CN'] as const;

/** The bar across the top: the tabs, and what concerns the whole window. */
export function Header({ deviceList }: { deviceList: DeviceList }) {
  const { t } = useTranslation();
  const { theme, language } = useApp((state) => state.preferences);
  const ThemeIcon = themeIcons[theme];
  const toggleLabel = t(deviceList.shown ? 'app.hideDevices' : 'app.showDevices');
  return (
    <header className={classes.header}>
      <Tooltip withinPortal={false} label={`${toggleLabel} (Ctrl+B)`}>
        <ActionIcon
          aria-label={toggleLabel}
          aria-pressed={deviceList.shown}
          onClick={deviceList.toggle}
        >
          {deviceList.shown ? (
            <IconLayoutSidebarFilled size={16} />
          ) : (
            <IconLayoutSidebar size={16} />
          )}
        </ActionIcon>
      </Tooltip>
      <span className={classes.brand}>{t('app.brand')}</span>
      <TabBar />
      <Tooltip withinPortal={false} label={t('app.newTab')}>
        <ActionIcon aria-label={t('app.newTab')} onClick={showHome}>
          <IconPlus size={16} />
        </ActionIcon>
      </Tooltip>
      <div className={classes.space} />
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
    </header>
  );
}
