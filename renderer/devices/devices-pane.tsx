import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openDeviceForm } from '../stores/dialogs.ts';
import { useApp } from '../stores/use-app.ts';
import { DeviceTree } from './device-tree.tsx';
import classes from './devices-pane.module.css';
import { groupDevices } from './group-devices.ts';

/** The saved devices: found, opened, connected and edited from here. */
export function DevicesPane() {
  const { t } = useTranslation();
  const devices = useApp((state) => state.devices);
  const [search, setSearch] = useState('');
  const groups = useMemo(() => groupDevices(devices, search), [devices, search]);
  return (
    <section className={classes.pane} aria-label={t('devices.region')}>
      <header className={classes.header}>
        <TextInput
          type="search"
          aria-label={t('devices.search')}
          placeholder={t('devices.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          leftSection={<IconSearch size={14} />}
          rightSection={
            search && (
              <CloseButton aria-label={t('devices.clearSearch')} onClick={() => setSearch('')} />
            )
          }
        />
      </header>
      <div className={classes.list}>
        {groups.length > 0 ? (
          <DeviceTree groups={groups} />
        ) : (
          <p className={classes.empty}>
            {devices.length === 0 ? t('devices.none') : t('devices.noneFound', { search })}
          </p>
        )}
      </div>
      <footer className={classes.footer}>
        <Button
          fullWidth
          px="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => openDeviceForm(null)}
        >
          {t('devices.add')}
        </Button>
      </footer>
    </section>
  );
}
