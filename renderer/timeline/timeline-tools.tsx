import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconArrowBarToDown, IconClock, IconStopwatch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { setPreferences } from '../stores/preferences.ts';
import { useApp } from '../stores/use-app.ts';
import type { View } from '../stores/view/view.ts';
import classes from './timeline.module.css';

/** How the timeline writes times, and whether it follows its tail. */
export function TimelineTools({ view }: { view: View }) {
  const { t } = useTranslation();
  const following = useStore(view.store, (state) => state.following);
  return (
    <div className={classes.tools}>
      <Times />
      <ActionIcon
        variant={following ? 'light' : 'default'}
        color="accent"
        aria-pressed={following}
        aria-label={t('timeline.follow')}
        title={t('timeline.follow')}
        onClick={() => view.follow(!following)}
      >
        <IconArrowBarToDown size={14} />
      </ActionIcon>
    </div>
  );
}

function Times() {
  const { t } = useTranslation();
  const times = useApp(({ preferences }) => preferences.times);
  return (
    <SegmentedControl
      aria-label={t('timeline.times')}
      className={classes.times}
      value={times}
      onChange={(value) => setPreferences({ times: value as typeof times })}
      data={[
        { value: 'absolute', label: <TimesLabel icon={IconClock} text={t('timeline.absolute')} /> },
        {
          value: 'relative',
          label: <TimesLabel icon={IconStopwatch} text={t('timeline.relative')} />,
        },
      ]}
    />
  );
}

function TimesLabel({ icon: Icon, text }: { icon: typeof IconClock; text: string }) {
  return (
    <span title={text} className={classes.timesLabel}>
      <Icon size={14} aria-hidden />
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
