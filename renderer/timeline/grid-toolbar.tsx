import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowBarToDown, IconArrowDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setPreferences } from '../stores/preferences.ts';
import { useApp } from '../stores/use-app.ts';
import classes from './timeline.module.css';

interface Props {
  readonly following: boolean;
  /** Rows below the sight that came after following ended. */
  readonly unseen: number;
  onFollow(following: boolean): void;
}

/** How times are shown, and whether the timeline follows its tail. */
export function GridToolbar({ following, unseen, onFollow }: Props) {
  const { t, i18n } = useTranslation();
  const times = useApp(({ preferences }) => preferences.times);
  return (
    <div className={classes.toolbar}>
      <SegmentedControl
        aria-label={t('timeline.times')}
        value={times}
        onChange={(value) => setPreferences({ times: value as typeof times })}
        data={[
          { value: 'absolute', label: t('timeline.absolute') },
          { value: 'relative', label: t('timeline.relative') },
        ]}
      />
      <span className={classes.space} />
      {unseen > 0 && (
        <Button
          variant="light"
          size="compact-xs"
          leftSection={<IconArrowDown size={14} aria-hidden />}
          onClick={() => onFollow(true)}
        >
          {t('timeline.unseen', { number: unseen.toLocaleString(i18n.language) })}
        </Button>
      )}
      <Button
        variant={following ? 'light' : 'default'}
        size="compact-xs"
        aria-pressed={following}
        leftSection={<IconArrowBarToDown size={14} aria-hidden />}
        onClick={() => onFollow(!following)}
      >
        {t('timeline.follow')}
      </Button>
    </div>
  );
}
