import { ActionIcon } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { FollowButton } from '../components/follow-button.tsx';
import type { View } from '../stores/view/view.ts';
import classes from './ladder.module.css';
import { PictureMenu } from './picture-menu.tsx';
import { levelNames, stepFrom, type ZoomLevel, zoom, zoomStore } from './zoom.ts';

/**
 * How near the ladder is, a picture of it, and whether it follows its tail: each in its place at every
 * zoom, lest a second click meets another button.
 */
export function LadderTools({ view, captureId }: { view: View; captureId: string }) {
  const { t } = useTranslation();
  const level = useStore(zoomStore, (state) => state.level);
  const following = useStore(view.store, (state) => state.following);
  return (
    <div className={classes.tools}>
      <ZoomButtons />
      <PictureMenu view={view} captureId={captureId} />
      <FollowButton
        following={following}
        disabledBecause={level === 'overview' ? t('ladder.allInSight') : undefined}
        onFollow={view.follow}
      />
    </div>
  );
}

function ZoomButtons() {
  const { t } = useTranslation();
  const level = useStore(zoomStore, (state) => state.level);
  const name = (to: ZoomLevel) => t(`ladder.levels.${levelNames[to]}`);
  return (
    <ActionIcon.Group>
      {([-1, 1] as const).map((step) => {
        const next = stepFrom(level, step);
        const label = t(step === 1 ? 'ladder.zoomIn' : 'ladder.zoomOut');
        const Icon = step === 1 ? IconZoomIn : IconZoomOut;
        return (
          <ActionIcon
            key={step}
            variant="default"
            aria-label={label}
            title={next === level ? label : `${label}: ${name(next)}`}
            disabled={next === level}
            onClick={() => zoom(step)}
          >
            <Icon size={14} aria-hidden />
          </ActionIcon>
        );
      })}
    </ActionIcon.Group>
  );
}
