import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Hotkey } from '../components/hotkey.tsx';
import { closeKeyboardSheet, keyboardSheetStore } from '../stores/dialogs.ts';
import { keyTable } from './key-table.ts';
import classes from './keyboard-sheet.module.css';

/** Every key there is, by the place where it works. */
export function KeyboardSheet() {
  const { t } = useTranslation();
  const opened = useStore(keyboardSheetStore, (state) => state.open);
  return (
    <Modal
      opened={opened}
      onClose={closeKeyboardSheet}
      title={t('palette.keys.title')}
      size="52rem"
      closeButtonProps={{ 'aria-label': t('palette.close') }}
    >
      <div className={classes.columns}>
        {keyTable.map(({ place, keys }) => (
          <section key={place} className={classes.place}>
            <h3>{t(`palette.keys.places.${place}`)}</h3>
            <dl>
              {keys.map(({ does, hotkeys }) => (
                <div key={does}>
                  <dt>{t(`palette.keys.${does}`)}</dt>
                  <dd>
                    {hotkeys.map((hotkey) => (
                      <Hotkey key={hotkey} hotkey={hotkey} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
