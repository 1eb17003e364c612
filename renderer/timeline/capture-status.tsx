import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatBytes, formatCount } from '../components/format.ts';
import { useApp } from '../stores/use-app.ts';
import { useView } from '../stores/view/use-view.ts';
import { packetsOf, type View } from '../stores/view/view.ts';
import classes from './timeline.module.css';
import { type Recording, useRecording } from './use-recording.ts';

/** What a capture holds by now, and whether it is still written. */
export function CaptureStatus({ captureId }: { captureId: string }) {
  const opened = useView(captureId);
  const recording = useRecording(captureId);
  const isImported = useApp(({ captures }) =>
    captures.some(({ id, importedAt }) => id === captureId && importedAt !== null),
  );
  return opened && <Status view={opened.view} recording={isImported ? 'imported' : recording} />;
}

interface StatusProps {
  readonly view: View;
  /** `imported`: what the file held was said when it was read. */
  readonly recording: Recording | 'imported';
}

const recordingTexts = {
  on: 'recording',
  resting: 'resting',
  stopped: 'stopped',
  finished: 'finished',
  imported: 'imported',
} as const satisfies Record<Recording | 'imported', string>;

function Status({ view, recording }: StatusProps) {
  const { t, i18n } = useTranslation();
  const state = useStore(view.store);
  const { rate, bytes, dropped, reading } = state;
  const packets = packetsOf(state);
  const number = (value: number) => formatCount(value, i18n.language);
  const parts = [
    reading === null
      ? t(`timeline.${recordingTexts[recording]}`)
      : t('timeline.read', { percent: Math.floor(100 * reading) }),
    t('timeline.packets', { count: packets, number: number(packets) }),
    ...(recording === 'on' ? [t('timeline.rate', { number: number(rate) })] : []),
    t('timeline.fileSize', { size: formatBytes(bytes) }),
    ...(recording === 'imported' || dropped > 0 ? [] : [t('timeline.complete')]),
  ];
  return (
    <div className={classes.status}>
      {parts.join(' · ')}
      {dropped > 0 && (
        <span className={classes.lost}>
          {' · '}
          {t('timeline.dropped', { count: dropped, number: number(dropped) })}
        </span>
      )}
    </div>
  );
}
