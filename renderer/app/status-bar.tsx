import { useTranslation } from 'react-i18next';
import { useApp } from '../stores/use-app.ts';
import { useFront } from '../stores/use-front.ts';
import { CaptureStatus } from '../timeline/capture-status.tsx';
import classes from './app.module.css';
import { Pane } from './pane.tsx';

/** The line at the bottom: how the capture in front goes, and where all of it is kept. */
export function StatusBar() {
  const { t } = useTranslation();
  const front = useFront();
  const version = useApp((state) => state.version);
  const mode = useApp((state) => state.mode);
  const dataDir = useApp((state) => state.dataDir);
  return (
    <footer className={classes.status}>
      {front.kind === 'capture' && (
        <Pane>
          <CaptureStatus captureId={front.captureId} />
        </Pane>
      )}
      <span className={classes.statusEnd} title={dataDir}>
        {t('app.brand')} {version} · {t(`app.${mode}`)}
      </span>
    </footer>
  );
}
