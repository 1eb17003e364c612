import { useTranslation } from 'react-i18next';
import classes from './charts.module.css';
import { LineSample } from './line-sample.tsx';

interface Props {
  /** The time under the cursor; empty while it is elsewhere. */
  readonly clock: string;
  readonly entries: readonly {
    readonly name: string;
    readonly value: string;
    readonly look: number;
  }[];
}

/** What lies under the cursor, in a place that does not cover it. */
export function Readout({ clock, entries }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.readout}>
      {clock === '' ? (
        <span className="dimmed">{t('charts.keys')}</span>
      ) : (
        <>
          <span className="mono">{clock}</span>
          {entries.map(({ name, value, look }) => (
            <span key={`${look} ${name}`} className={classes.reading}>
              <LineSample look={look} />
              {name} <strong>{value}</strong>
            </span>
          ))}
        </>
      )}
    </div>
  );
}
