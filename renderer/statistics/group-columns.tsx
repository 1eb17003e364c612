import type { TFunction } from 'i18next';
import type { PacketFigures } from '../../shared/contract/statistics.ts';
import { formatCount } from '../components/format.ts';
import type { Column } from './figure-table.tsx';
import classes from './statistics.module.css';

/** Below, a share is not told by its figure. */
const LEAST_SHARE = 0.001;

/**
 * The columns of tables that put packets in kinds: how many went which way, their share and their
 * sizes.
 *
 * @param packets of all kinds together
 */
export function groupColumns(
  packets: number,
  t: TFunction,
  language: string,
): readonly Column<PacketFigures>[] {
  const count = (value: number) => (value === 0 ? '' : formatCount(value, language));
  const total = ({ sent, received }: PacketFigures) => sent + received;
  const share = (row: PacketFigures) => total(row) / Math.max(1, packets);
  const percent = (part: number) =>
    part.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 });
  // What there is, is not none.
  const shareText = (row: PacketFigures) =>
    share(row) < LEAST_SHARE ? `< ${percent(LEAST_SHARE)}` : percent(share(row));
  const figure = (
    key: string,
    name: string,
    value: (row: PacketFigures) => number,
    minor = false,
  ): Column<PacketFigures> => ({
    key,
    name,
    kind: 'figure',
    minor,
    text: (row) => count(value(row)),
  });

  return [
    figure('sent', t('statistics.sent'), ({ sent }) => sent),
    figure('received', t('statistics.received'), ({ received }) => received),
    {
      key: 'share',
      name: t('statistics.share'),
      kind: 'figure',
      text: shareText,
      draw: (row) => (
        <span className={classes.share}>
          <span className={classes.bar} aria-hidden>
            <span style={{ width: `${100 * share(row)}%` }} />
          </span>
          {shareText(row)}
        </span>
      ),
    },
    figure('bytes', t('statistics.bytes'), ({ bytes }) => bytes),
    figure('smallest', t('statistics.smallest'), ({ smallest }) => smallest, true),
    figure('mean', t('statistics.mean'), (row) => Math.round(row.bytes / total(row)), true),
    figure('largest', t('statistics.largest'), ({ largest }) => largest, true),
  ];
}
