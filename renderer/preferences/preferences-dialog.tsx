import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { closePreferences, preferencesDialogStore } from '../stores/dialogs.ts';
import { Appearance } from './appearance.tsx';
import { CaptureBudget } from './capture-budget.tsx';
import { Connections } from './connections.tsx';
import { DefaultQos } from './default-qos.tsx';
import classes from './preferences.module.css';

/** What the user may choose about the program; every choice is in force as soon as it is made. */
export function PreferencesDialog() {
  const { t } = useTranslation();
  const opened = useStore(preferencesDialogStore, (state) => state.open);
  return (
    <Modal
      opened={opened}
      onClose={closePreferences}
      title={t('preferences.title')}
      size="30rem"
      closeButtonProps={{ 'aria-label': t('preferences.close') }}
    >
      <div className={classes.sections}>
        <Appearance />
        <CaptureBudget />
        <DefaultQos />
        <Connections />
      </div>
    </Modal>
  );
}
