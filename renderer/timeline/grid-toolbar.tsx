import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconArrowBarToDown, IconClock, IconStopwatch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setPreferences } from '../stores/preferences.ts';
import { useApp } from '../stores/use-app.ts';
import { FilterField } from './filter-field.tsx';
import { PacketsShown } from './packets-shown.tsx';
import classes from './timeline.module.css';
import type { OpenedView } from './use-view.ts';

interface Props extends OpenedView {
  readonly hiddenRow: number | null;
  readonly following: boolean;
  onFollow(following: boolean): void;
}

/** What the timeline shows: its filter, how times are written, and whether it follows its tail. */
export function GridToolbar({ view, filterText, hiddenRow, following, onFollow }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.toolbar}>
      <FilterField view={view} filterText={filterText} />
      <PacketsShown view={view} filterText={filterText} hiddenRow={hiddenRow} />
      <Times />
      <ActionIcon
        variant={following ? 'light' : 'default'}
        color="accent"
        aria-pressed={following}
        aria-label={t('timeline.follow')}
        title={t('timeline.follow')}
        onClick={() => onFollow(!following)}
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
