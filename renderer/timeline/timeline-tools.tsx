import { ActionIcon } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { FollowButton } from '../components/follow-button.tsx';
import { withCleared } from '../stores/view/filter-floor.ts';
import type { OpenedView } from '../stores/view/use-view.ts';
import { packetsOf } from '../stores/view/view.ts';
import { BookmarksMenu } from './bookmarks-menu.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import classes from './timeline.module.css';
import { TimesMenu } from './times-menu.tsx';
import { useRecording } from './use-recording.ts';

interface Props extends OpenedView {
  readonly captureId: string;
  onSelect(row: number): void;
}

/** How the timeline writes times, which columns it has, what it hides, and whether it follows its tail. */
export function TimelineTools({ captureId, view, filterText, onSelect }: Props) {
  const { t } = useTranslation();

  /** Shows what comes from now on: the packets so far are hidden by the filter, and nothing is lost. */
  function clear(): void {
    const { inForce } = filterText.store.getState();
    filterText.set(withCleared(inForce, packetsOf(view.store.getState())));
    view.follow(true);
  }

  // Of a finished capture nothing comes from now on.
  const isFinished = useRecording(captureId) === 'finished';
  const following = useStore(view.store, (state) => state.following);
  return (
    <div className={classes.tools}>
      <TimesMenu captureId={captureId} />
      <BookmarksMenu
        captureId={captureId}
        view={view}
        filterText={filterText}
        onSelect={onSelect}
      />
      <ColumnsPanel captureId={captureId} />
      {!isFinished && (
        <ActionIcon
          variant="default"
          aria-label={t('timeline.clear')}
          title={t('timeline.clear')}
          onClick={clear}
        >
          <IconEraser size={14} />
        </ActionIcon>
      )}
      <FollowButton following={following} onFollow={view.follow} />
    </div>
  );
}
