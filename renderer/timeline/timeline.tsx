import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Failure } from '../components/failure.tsx';
import { textFor } from '../i18n/setup.ts';
import { useApp } from '../stores/use-app.ts';
import { PacketGrid } from './packet-grid.tsx';
import classes from './timeline.module.css';
import { useView } from './use-view.ts';
import type { View } from './view-store.ts';

interface Props {
  readonly captureId: string;
  /** Position in the capture, 0 is the first packet. */
  readonly selectedRow: number | null;
  onSelect(row: number | null): void;
}

/** Every packet of a capture in the order of the wire. */
export function Timeline({ captureId, ...selection }: Props) {
  const view = useView(captureId);
  return (
    <section className={classes.timeline}>
      {view && (
        <>
          <PacketGrid view={view} {...selection} />
          <InsteadOfRows view={view} captureId={captureId} />
        </>
      )}
    </section>
  );
}

/** What is said where there are no rows, and why there are none. */
function InsteadOfRows({ view, captureId }: { view: View; captureId: string }) {
  const { t } = useTranslation();
  const empty = useStore(view.store, ({ status, total }) => status === 'open' && total === 0);
  const error = useStore(view.store, (state) => state.error);
  const live = useApp(({ captures }) => captures.find(({ id }) => id === captureId)?.live ?? true);
  if (error)
    return (
      <div className={classes.failure}>
        <Failure
          text={textFor(`errors.${error.code}`)}
          detail={error.message}
          detailLabel={t('timeline.details')}
        />
      </div>
    );
  if (!empty) return null;
  return (
    <div className={classes.empty}>
      <strong>{t(live ? 'timeline.nothingYet' : 'timeline.holdsNothing')}</strong>
      {live && <span>{t('timeline.nothingYetHint')}</span>}
    </div>
  );
}
