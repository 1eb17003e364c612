import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../components/format.ts';
import { packetsIn } from './density-shapes.ts';
import classes from './ladder.module.css';
import type { Density } from './use-density.ts';

/** What is said of one slice of the overview. */
export interface SliceText {
  readonly times: string;
  readonly packets: string;
  readonly problems: string;
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
  const { from, to, slices } = density;
  const length = (to - from) / slices.length;
  const slice = slices[number];
  const sum = (counts: readonly number[] = []) =>
    formatCount(
      counts.reduce((a, b) => a + b, 0),
      language,
    );
  const problems = slice?.problems ?? 0;
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
    problems: problems > 0 ? t('ladder.sliceProblems', { count: problems }) : '',
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
          {text.problems !== '' && <span className={classes.problems}>{text.problems}</span>}
          <span className="ellipsis">{t('ladder.overviewHint')}</span>
        </>
      )}
    </div>
  );
}
