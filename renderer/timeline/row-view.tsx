// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row (ARIA grid pattern)
import { IconAlertTriangleFilled, IconClockExclamation } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { memo } from 'react';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { dupOf, packetTypeOf, retainOf } from '../../shared/mqtt/packet-types.ts';
import { formatClock, formatSince } from '../components/clock.ts';
import { formatBytes, formatDuration } from '../components/format.ts';
import { codeText, familyOfRow, isRefusal, markedQos } from '../components/packet-summary.ts';
import classes from './row-view.module.css';

interface Props {
  /** Where the row stands in the view. */
  readonly position: number;
  /** Its number in the capture; undefined while that is not known. */
  readonly number: number | undefined;
  /** undefined until it has come. */
  readonly row: PacketRow | undefined;
  /** Time of the row before in microseconds since the epoch, if it is known. */
  readonly timeBefore: number | undefined;
  /** What times are relative to, in microseconds since the epoch; null for the time of day. */
  readonly origin: number | null;
  readonly selected: boolean;
  readonly id: string;
  readonly t: TFunction;
}

function TypeTag({ row, t }: { row: PacketRow; t: TFunction }) {
  const family = familyOfRow(row);
  return (
    <span className={classes.tag} data-family={family}>
      {family === 'broken' && (
        <IconAlertTriangleFilled
          size={11}
          role="img"
          aria-label={row.broken ? t('timeline.malformed') : t('timeline.refused')}
        />
      )}
      {row.broken ? t('timeline.notMqtt') : packetTypeOf(row.header)}
    </span>
  );
}

/** A topic is cut at its start, because its end is what tells it from its neighbours. */
function Summary({ row, t }: { row: PacketRow; t: TFunction }) {
  const publish = packetTypeOf(row.header) === 'PUBLISH' && !row.broken;
  const code = codeText(row);
  const text = row.topic ?? code ?? '';
  const qos = markedQos(row);
  return (
    <>
      {row.topic !== null && packetTypeOf(row.header) !== 'CONNECT' ? (
        <span className={classes.topic} title={text}>
          <bdi dir="ltr">{text}</bdi>
        </span>
      ) : (
        <span
          className={row.topic === null ? classes.code : classes.text}
          data-refused={isRefusal(row) || undefined}
          title={text}
        >
          {text}
        </span>
      )}
      {publish && qos !== null && <span className={classes.mark}>QoS {qos}</span>}
      {publish && retainOf(row.header) && (
        <span className={classes.mark}>{t('timeline.retain')}</span>
      )}
      {publish && dupOf(row.header) && <span className={classes.mark}>{t('timeline.dup')}</span>}
    </>
  );
}

function Answer({ row, t }: { row: PacketRow; t: TFunction }) {
  if (row.unanswered)
    return (
      <span className={classes.unanswered}>
        <IconClockExclamation size={13} aria-hidden />
        {t('timeline.unanswered')}
      </span>
    );
  // The answer of the protocol first: what Alink says above it is in the details.
  const other = row.peer ?? row.related;
  if (other === null) return null;
  const after = row.peer === null ? row.relatedAfter : row.roundTrip;
  return (
    <>
      <span className={classes.peer}>↳ #{other + 1}</span>{' '}
      {after === null ? '' : formatDuration(after / 1_000)}
    </>
  );
}

function Cells({
  row,
  timeBefore,
  origin,
  t,
}: Pick<Props, 'timeBefore' | 'origin' | 't'> & { row: PacketRow }) {
  const time = origin === null ? formatClock(row.time) : formatSince(row.time - origin);
  const delta =
    timeBefore === undefined
      ? ''
      : `+${formatDuration(Math.max(0, row.time - timeBefore) / 1_000)}`;
  const direction = row.direction === 'sent' ? '→' : '←';
  return (
    <>
      <span role="gridcell">{time}</span>
      <span role="gridcell" className={classes.minor}>
        {delta}
      </span>
      <span role="gridcell" className={classes.direction} title={t(`timeline.${row.direction}`)}>
        <span aria-hidden>{direction}</span>
        <span className="visually-hidden">{t(`timeline.${row.direction}`)}</span>
      </span>
      <span role="gridcell">
        <TypeTag row={row} t={t} />
      </span>
      <span role="gridcell" className={classes.number}>
        {row.packetId}
      </span>
      <span role="gridcell" className={classes.summary}>
        <Summary row={row} t={t} />
      </span>
      <span role="gridcell" className={classes.number}>
        {formatBytes(row.size)}
      </span>
      <span role="gridcell" className={classes.answer}>
        <Answer row={row} t={t} />
      </span>
    </>
  );
}

/** One packet of the timeline; its number at most until its row has come. */
export const RowView = memo(function RowView(props: Props) {
  const { position, number, row, selected, id, ...rest } = props;
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={position + 1}
      aria-selected={selected}
      aria-busy={!row || undefined}
      data-row={number}
      className={classes.row}
    >
      <span role="gridcell" className={classes.number}>
        {number !== undefined && number + 1}
      </span>
      {row && <Cells row={row} {...rest} />}
    </div>
  );
});
