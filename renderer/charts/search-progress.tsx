import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './charts.module.css';

/** What a search beside a recording is behind most of the time is not worth a word. */
const NEARLY_ALL = 0.99;

interface Props {
  readonly searched: number;
  readonly packets: number;
  readonly stopped: boolean;
  onStop(): void;
  onResume(): void;
}

/** How far a search has come, and a way to end it and to go on; nothing once it is done. */
export function SearchProgress({ searched, packets, stopped, onStop, onResume }: Props) {
  const { t, i18n } = useTranslation();
  if (searched >= packets * (stopped ? 1 : NEARLY_ALL)) return null;
  const percent = (searched / packets).toLocaleString(i18n.language, { style: 'percent' });
  return (
    <div className={classes.progress}>
      <span role="status">{t(stopped ? 'charts.stopped' : 'charts.searching', { percent })}</span>
      <Button variant="default" size="compact-xs" onClick={stopped ? onResume : onStop}>
        {t(stopped ? 'charts.goOn' : 'charts.stop')}
      </Button>
    </div>
  );
}
