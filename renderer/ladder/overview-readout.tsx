import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../components/format.ts';
import { severityColor } from '../components/severity-icon.tsx';
import { packetsIn } from './density-shapes.ts';
import classes from './ladder.module.css';
import type { SliceProblems } from './slice-problems.ts';
import type { Density } from './use-density.ts';

/** What is said of one slice of the overview. */
export interface SliceText {
  readonly times: string;
  readonly packets: string;
  readonly problems: string;
  /** How bad they are; null where there are none. */
  readonly severity: SliceProblems['severity'];
}

interface SliceTextOptions {
  readonly density: Density;
  readonly slice: number;
  readonly language: string;
  readonly t: TFunction;
  timeText(time: number): string;
}

export function sliceText(options: SliceTextOptions): SliceText {
  const { density, slice: number, language, t, timeText } = options;
  const { from, to, slices, problems } = density;
  const length = (to - from) / slices.length;
  const slice = slices[number];
  const sum = (counts: readonly number[] = []) =>
    formatCount(
      counts.reduce((a, b) => a + b, 0),
      language,
    );
  const { count, severity } = problems[number] ?? { count: 0, severity: null };
  return {
    times: t('ladder.slice', {
      from: timeText(from + number * length),
      to: timeText(from + (number + 1) * length),
    }),
    packets:
      slice && packetsIn(slice) > 0
        ? [
            t('ladder.sliceSent', { number: sum(slice.sent) }),
            t('ladder.sliceReceived', { number: sum(slice.received) }),
          ].join(', ')
        : t('ladder.sliceEmpty'),
    problems: count > 0 ? t('ladder.sliceProblems', { count }) : '',
    severity,
  };
}

/** Says what is under the pointer, or under the keyboard's cursor. */
export function OverviewReadout({ text }: { text: SliceText | null }) {
  const { t } = useTranslation();
  return (
    <div className={classes.readout}>
      {text && (
        <>
          <b>{text.times}</b>
          <span>{text.packets}</span>
          {text.severity && (
            <span style={{ color: severityColor(text.severity) }}>{text.problems}</span>
          )}
          <span className="ellipsis">{t('ladder.overviewHint')}</span>
        </>
      )}
    </div>
  );
}
