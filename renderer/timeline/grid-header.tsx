// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row (ARIA grid pattern)
import { memo, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TimeScale, zoneText } from '../components/time-text.ts';
import { chooseColumns } from '../stores/choose-columns.ts';
import { type ColumnName, isJsonColumn, withPlace } from '../stores/columns.ts';
import { ColumnHeader } from './column-header.tsx';
import type { PlacedColumn } from './columns.ts';
import classes from './timeline.module.css';

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly columns: readonly PlacedColumn[];
  readonly scale: TimeScale;
  /** The packet that times are measured from, as it is numbered on the screen; null for none. */
  readonly reference: number | null;
}

const zoneName = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Names of the columns, with what their values refer to. */
export const GridHeader = memo(function GridHeader({ ref, columns, scale, reference }: Props) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<ColumnName | null>(null);
  const topicAt = columns.findIndex(({ name }) => name === 'topic');
  const edgeOf = (at: number) => {
    if (topicAt < 0 || at < topicAt) return 'right';
    return at === topicAt ? null : 'left';
  };
  const timeTitle = {
    clock: t('timeline.zone', { zone: zoneName() }),
    since:
      reference === null
        ? t('timeline.relative')
        : t('timeline.sinceNumber', { number: reference }),
    connect: t('timeline.connect'),
    delta: t('timeline.deltaTitle'),
  }[scale.kind];
  const titles: Partial<Record<ColumnName, string>> = {
    time: timeTitle,
    delta: t('timeline.deltaTitle'),
    gap: t('timeline.gapTitle'),
    connection: t('timeline.connectionTitle'),
  };
  const moveTo = (over: ColumnName) => {
    if (dragged === null || dragged === over) return;
    chooseColumns((all) =>
      withPlace(
        all,
        dragged,
        all.findIndex(({ name }) => name === over),
      ),
    );
  };
  return (
    <div ref={ref} role="row" className={classes.header}>
      {columns.map(({ name }, at) => (
        <ColumnHeader
          key={name}
          name={name}
          edge={edgeOf(at)}
          title={isJsonColumn(name) ? name : titles[name]}
          onDrag={setDragged}
          onDragOver={() => moveTo(name)}
        >
          {name === 'time' && <TimeNote scale={scale} reference={reference} />}
        </ColumnHeader>
      ))}
    </div>
  );
});

/** What times refer to, in a word; the whole of it is in the title. */
function TimeNote({ scale, reference }: Pick<Props, 'scale' | 'reference'>) {
  const { t } = useTranslation();
  const note = {
    clock: zoneText(Date.now() * 1_000),
    since: reference === null ? t('timeline.sinceStart') : `#${reference}`,
    connect: t('timeline.sinceConnect'),
    delta: 'Δ',
  }[scale.kind];
  return (
    <span aria-hidden className={classes.note}>
      {note}
    </span>
  );
}
