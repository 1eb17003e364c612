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
  /** Series that may have an entry: there is room for all of them before they have. */
  readonly shown: number;
}

/** Entries that a line of a narrow window holds. */
const A_LINE = 3;

/** What lies under the cursor, in a place that does not cover it. */
export function Readout({ clock, entries, shown }: Props) {
  const { t } = useTranslation();
  const lines = Math.max(1, Math.ceil(shown / A_LINE));
  return (
    <div className={classes.readout} style={{ height: `${1.5 * lines}rem` }}>
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
