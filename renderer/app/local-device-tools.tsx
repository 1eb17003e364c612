import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformOwner } from '../../shared/contract/platform.ts';
import { LocalPlatform } from '../platform/local-platform.tsx';
import classes from './app.module.css';
import { Pane } from './pane.tsx';

interface Props {
  readonly owner: PlatformOwner;
  readonly captures: ReactNode;
}

/** A device of the local platform that has no session. Looking at the platform starts it. */
export function LocalDeviceTools({ owner, captures }: Props) {
  const { t } = useTranslation();
  return (
    <Tabs defaultValue="captures" keepMounted={false} className={classes.tools}>
      <Tabs.List aria-label={t('app.tools')}>
        <Tabs.Tab value="captures">{t('app.captures')}</Tabs.Tab>
        <Tabs.Tab value="platform">{t('app.platform')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="captures" className={classes.toolPanel}>
        {captures}
      </Tabs.Panel>
      <Tabs.Panel value="platform" className={classes.toolPanel}>
        <Pane>
          <LocalPlatform owner={owner} />
        </Pane>
      </Tabs.Panel>
    </Tabs>
  );
}
