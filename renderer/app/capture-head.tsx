import { useTranslation } from 'react-i18next';
import { ExportMenu } from '../captures/export-menu.tsx';
import { useApp } from '../stores/use-app.ts';
import classes from './app.module.css';

/** What a capture of the past is of, whether Tricorder was the client in it, and when it began. */
export function CaptureHead({ captureId }: { captureId: string }) {
  const { t, i18n } = useTranslation();
  const capture = useApp(({ captures }) => captures.find(({ id }) => id === captureId));
  if (!capture) return null;
  const { label, endpoint, startedAt, importedAt } = capture;
  const origin = t(importedAt === null ? 'app.recordedHere' : 'app.importedFromFile');
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'long' });
  return (
    <header className={classes.captureHead}>
      <h1>{label}</h1>
      <span className="mono dimmed ellipsis">{endpoint}</span>
      <span className={`${classes.captureOrigin} dimmed figures`}>
        {origin} · <time>{time.format(startedAt)}</time>
      </span>
      <ExportMenu captureId={captureId} />
    </header>
  );
}
