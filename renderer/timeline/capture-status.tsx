import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Capture } from '../../shared/contract/packets.ts';
import { formatBytes, formatCount } from '../components/format.ts';
import { useApp } from '../stores/use-app.ts';
import { useView } from '../stores/view/use-view.ts';
import { packetsOf, type View } from '../stores/view/view.ts';
import classes from './timeline.module.css';
import { type Recording, useRecording } from './use-recording.ts';

/** What a capture holds by now, and whether it is still written. */
export function CaptureStatus({ captureId }: { captureId: string }) {
  const opened = useView(captureId);
  const capture = useApp(({ captures }) => captures.find(({ id }) => id === captureId));
  const recording = useRecording(captureId);
  return opened && <Status view={opened.view} capture={capture} recording={recording} />;
}

interface StatusProps {
  readonly view: View;
  readonly capture: Capture | undefined;
  readonly recording: Recording;
}

/** The list of captures knows of bytes that were written before the first event of the view. */
function Status({ view, capture, recording }: StatusProps) {
  const { t, i18n } = useTranslation();
  const state = useStore(view.store);
  const { rate, bytes, dropped } = state;
  const packets = packetsOf(state);
  const live = recording !== 'finished';
  const number = (value: number) => formatCount(value, i18n.language);
  const parts = [
    {
      on: t('timeline.recording'),
      resting: t('timeline.resting'),
      stopped: t('timeline.stopped'),
      finished: t('timeline.finished'),
    }[recording],
    t('timeline.packets', { count: packets, number: number(packets) }),
    ...(live ? [t('timeline.rate', { number: number(rate) })] : []),
    t('timeline.fileSize', { size: formatBytes(Math.max(bytes, capture?.bytes ?? 0)) }),
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
