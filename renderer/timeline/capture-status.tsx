import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatBytes, formatCount } from '../components/format.ts';
import { useView } from '../stores/view/use-view.ts';
import { packetsOf, type View } from '../stores/view/view.ts';
import classes from './timeline.module.css';
import { type Recording, useRecording } from './use-recording.ts';

/** What a capture holds by now, and whether it is still written. */
export function CaptureStatus({ captureId }: { captureId: string }) {
  const opened = useView(captureId);
  const recording = useRecording(captureId);
  return opened && <Status view={opened.view} recording={recording} />;
}

interface StatusProps {
  readonly view: View;
  readonly recording: Recording;
}

const recordingTexts = {
  on: 'recording',
  resting: 'resting',
  stopped: 'stopped',
  finished: 'finished',
} as const satisfies Record<Recording, string>;

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
  ];
  return (
    <div className={classes.status}>
      {parts.join(' · ')} ·{' '}
      <span className={dropped > 0 ? classes.lost : undefined}>
        {dropped === 0
          ? t('timeline.complete')
          : t('timeline.dropped', { count: dropped, number: number(dropped) })}
      </span>
    </div>
  );
}
