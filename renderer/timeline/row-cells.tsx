import { IconAlertTriangleFilled, IconClockExclamation } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { dupOf, packetTypeOf, retainOf } from '../../shared/mqtt/packet-types.ts';
import { formatBytes, formatDuration } from '../components/format.ts';
import { codeText, familyOfRow, isRefusal, markedQos } from '../components/packet-summary.ts';
import type { ColumnName } from './columns.ts';
import classes from './row-view.module.css';
import { deltaText, type TimeScale, timeText } from './time-text.ts';

/** What the cells of a row are drawn from. */
export interface CellSource {
  readonly row: PacketRow;
  /** Time of the row before in microseconds since the epoch, if it is known. */
  readonly timeBefore: number | undefined;
  readonly scale: TimeScale;
  readonly t: TFunction;
}

/** What stands in a column; the number is the row's own, known before its packet. */
export function cellOf(name: Exclude<ColumnName, 'number'>, source: CellSource): ReactNode {
  const { row, timeBefore, scale, t } = source;
  switch (name) {
    case 'time':
      return timeText(row, timeBefore, scale);
    case 'delta':
      return deltaText(row.time, timeBefore);
    case 'direction':
      return <Direction row={row} t={t} />;
    case 'type':
      return <TypeTag row={row} t={t} />;
    case 'id':
      return row.packetId;
    case 'topic':
      return <Summary row={row} t={t} />;
    case 'size':
      return formatBytes(row.size);
    case 'answer':
      return <Answer row={row} t={t} />;
  }
}

interface CellProps {
  readonly row: PacketRow;
  readonly t: TFunction;
}

function Direction({ row, t }: CellProps) {
  return (
    <>
      <span aria-hidden title={t(`timeline.${row.direction}`)}>
        {row.direction === 'sent' ? '→' : '←'}
      </span>
      <span className="visually-hidden">{t(`timeline.${row.direction}`)}</span>
    </>
  );
}

function TypeTag({ row, t }: CellProps) {
  const family = familyOfRow(row);
  return (
    <span className={classes.tag} data-family={family}>
      {family === 'broken' && (
        <IconAlertTriangleFilled
          size="0.6875rem"
          role="img"
          aria-label={row.broken ? t('timeline.malformed') : t('timeline.refused')}
        />
      )}
      {row.broken ? t('timeline.notMqtt') : packetTypeOf(row.header)}
    </span>
  );
}

/** A topic is cut at its start, because its end is what tells it from its neighbours. */
function Summary({ row, t }: CellProps) {
  const publish = packetTypeOf(row.header) === 'PUBLISH' && !row.broken;
  const code = codeText(row);
  const text = row.topic ?? code ?? '';
  const qos = markedQos(row);
  return (
    <>
      {row.topic !== null && packetTypeOf(row.header) !== 'CONNECT' ? (
        <span className={classes.topicText} title={text}>
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

function Answer({ row, t }: CellProps) {
  if (row.unanswered)
    return (
      <span className={classes.unanswered}>
        <IconClockExclamation size="0.8125rem" aria-hidden />
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
