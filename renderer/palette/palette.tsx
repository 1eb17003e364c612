import '@mantine/spotlight/styles.css';
import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Hotkey } from '../components/hotkey.tsx';
import { actionGroups, actionStore } from '../stores/actions.ts';
import { hotkeys } from '../stores/hotkeys.ts';
import classes from './palette.module.css';
import { useHotkeysOfActions } from './use-hotkeys-of-actions.ts';

/** Everything that can be done now, found by a few letters. */
export function Palette() {
  const { t } = useTranslation();
  const actions = useStore(actionStore, (state) => state.actions);
  useHotkeysOfActions(actions);
  const groups = actionGroups.map((group) => ({
    group: t(`palette.groups.${group}`),
    actions: actions
      .filter((action) => action.group === group)
      .map(({ id, label, hotkey, run }) => ({
        id,
        label,
        onClick: run,
        rightSection: hotkey && <Hotkey hotkey={hotkey} />,
      })),
  }));
  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
      shortcut={hotkeys.palette}
      tagsToIgnore={[]}
      triggerOnContentEditable
      nothingFound={t('palette.nothingFound')}
      highlightQuery
      scrollable
      maxHeight="60dvh"
      attributes={{ content: { 'aria-label': t('palette.title') } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 0 }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      classNames={{
        action: classes.action ?? '',
        actionLabel: classes.label ?? '',
        actionsGroup: classes.group ?? '',
      }}
      searchProps={{
        leftSection: <IconSearch size={16} aria-hidden />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.search'),
      }}
    />
  );
}
