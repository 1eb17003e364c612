import {
  IconAlertTriangleFilled,
  IconClockExclamation,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { CellValue } from '../../shared/contract/cell-values.ts';
import type { Finding, PacketRow } from '../../shared/contract/packets.ts';
import {
  dupOf,
  type PacketFamily,
  packetTypeOf,
  retainOf,
} from '../../shared/mqtt/packet-types.ts';
import { answerOf } from '../../shared/session/answer.ts';
import { formatBytes, formatDuration } from '../components/format.ts';
import {
  codeText,
  familyOfRow,
  isRefusal,
  markedQos,
  severityOfRow,
} from '../components/packet-summary.ts';
import { SeverityIcon, severityColor } from '../components/severity-icon.tsx';
import { deltaText, gapText, type TimeScale, timeText } from '../components/time-text.ts';
import { type ColumnName, isJsonColumn } from '../stores/columns.ts';
import { isWorse } from '../stores/row-findings.ts';
import { isTooLong, type RowValues } from '../stores/view/cell-values.ts';
import { qosText } from './row-text.ts';
import classes from './row-view.module.css';
import type { RowWords } from './use-row-words.ts';

/** What the cells of a row are drawn from. */
export interface CellSource {
  readonly row: PacketRow;
  /** Time of the row before in microseconds since the epoch, if it is known. */
  readonly timeBefore: number | undefined;
  readonly scale: TimeScale;
  readonly words: RowWords;
  /** Of the columns with values of the payload; undefined while there are none. */
  readonly values: RowValues | undefined;
}

/** What a problem, or the end of a connection, says at a packet, in the language in force. */
export interface RowMark {
  readonly severity: Finding['severity'];
  readonly text: string;
}

/**
 * What stands in a column; the number is the row's own, known before its packet.
 *
 * @param lost what is said of the connection before the one that the packet is the first of
 */
export function cellOf(
  name: Exclude<ColumnName, 'number'>,
  { row, timeBefore, scale, words, values }: CellSource,
  mark: RowMark | null,
  lost: RowMark | null,
): ReactNode {
  if (isJsonColumn(name))
    return isTooLong(row) ? (
      <Shortened text="" why={words.tooLong} />
    ) : (
      <Value value={values?.[name]} words={words} />
    );
  switch (name) {
    case 'time':
      return timeText(row, timeBefore, scale);
    case 'delta':
      return deltaText(row.time, timeBefore);
    case 'gap':
      return gapText(row);
    case 'connection':
      return row.connection;
    case 'qos':
      return qosText(row, words);
    case 'direction':
      return <Direction sent={row.direction === 'sent'} words={words} />;
    case 'type':
      return (
        <TypeTag header={row.header} family={familyOfRow(row)} broken={row.broken} words={words} />
      );
    case 'id':
      return row.packetId;
    case 'topic':
      return <Summary row={row} words={words} mark={mark} lost={lost} />;
    case 'size':
      return formatBytes(row.size);
    case 'answer':
      return <Answer row={row} words={words} />;
  }
}

/** A value of the payload; the cell cuts what is long, and its title has the whole. */
function Value({ value, words }: { value: CellValue | null | undefined; words: RowWords }) {
  if (!value) return null;
  return value.cut ? (
    <Shortened text={value.text} why={words.cutValue} />
  ) : (
    <span title={value.text}>{value.text}</span>
  );
}

/** There is more than is shown here, and why. */
function Shortened({ text, why }: { text: string; why: string }) {
  return (
    <span title={[text && `${text}…`, why].filter(Boolean).join('\n')}>
      {text}…<span className="visually-hidden"> {why}</span>
    </span>
  );
}

interface CellProps {
  readonly row: PacketRow;
  readonly words: RowWords;
}

interface SummaryProps extends CellProps {
  readonly mark: RowMark | null;
  readonly lost: RowMark | null;
}

/** Most rows say the same here as those that stood in their place before. */
const Direction = memo(function Direction({ sent, words }: { sent: boolean; words: RowWords }) {
  const name = sent ? words.sent : words.received;
  return (
    <>
      <span aria-hidden title={name}>
        {sent ? '→' : '←'}
      </span>
      <span className="visually-hidden">{name}</span>
    </>
  );
});

interface TypeProps {
  readonly header: number;
  readonly family: PacketFamily;
  readonly broken: boolean;
  readonly words: RowWords;
}

const TypeTag = memo(function TypeTag({ header, family, broken, words }: TypeProps) {
  return (
    <span className={classes.tag} data-family={family}>
      {family === 'broken' && (
        <IconAlertTriangleFilled
          size="0.6875rem"
          role="img"
          aria-label={broken ? words.malformed : words.refused}
        />
      )}
      {broken ? words.notMqtt : packetTypeOf(header)}
    </span>
  );
});

/**
 * A topic is cut at its start, because its end is what tells it from its neighbours. It makes room for
 * a problem that the row does not tell by itself, and takes it from one that it does. What befell the
 * connection before is no news of this packet: its own text keeps half of the room.
 */
function Summary({ row, words, mark, lost }: SummaryProps) {
  const publish = packetTypeOf(row.header) === 'PUBLISH' && !row.broken;
  const code = codeText(row);
  const text = row.topic ?? code ?? '';
  const isTopic = row.topic !== null && packetTypeOf(row.header) !== 'CONNECT';
  const qos = markedQos(row);
  const purpose = isTopic ? words.purpose(row) : '';
  const isNews = mark !== null && isWorse(mark.severity, severityOfRow(row));
  return (
    <>
      {isNews && <Mark mark={mark} words={words} isFirst />}
      {isTopic ? (
        <span className={classes.topicText} title={[text, purpose].filter(Boolean).join('\n')}>
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
      {purpose && <span className={classes.purpose}>{purpose}</span>}
      {mark && !isNews && <Mark mark={mark} words={words} />}
      {lost && !mark && <Loss lost={lost} words={words} />}
      {publish && qos !== null && <span className={classes.mark}>QoS {qos}</span>}
      {publish && retainOf(row.header) && <span className={classes.mark}>{words.retain}</span>}
      {publish && dupOf(row.header) && <span className={classes.mark}>{words.dup}</span>}
    </>
  );
}

interface MarkProps {
  readonly mark: RowMark;
  readonly words: RowWords;
  /** Room is its own before all others'. */
  readonly isFirst?: boolean;
}

function Mark({ mark: { severity, text }, words, isFirst = false }: MarkProps) {
  return (
    <span
      className={classes.finding}
      style={{ color: severityColor(severity) }}
      data-first={isFirst || undefined}
      title={text}
    >
      <SeverityIcon severity={severity} size="0.75rem" label={words[severity]} /> {text}
    </span>
  );
}

/** Shares the room with the row's own text, and says that it is not this packet which is at fault. */
function Loss({ lost: { severity, text }, words }: { lost: RowMark; words: RowWords }) {
  const said = words.before(text);
  return (
    <span
      className={classes.finding}
      style={{ color: severityColor(severity) }}
      data-behind
      title={said}
    >
      <IconPlugConnectedX size="0.75rem" aria-hidden /> {said}
    </span>
  );
}

function Answer({ row, words }: CellProps) {
  if (row.unanswered)
    return (
      <span className={classes.unanswered}>
        <IconClockExclamation size="0.8125rem" aria-hidden /> {words.unanswered}
      </span>
    );
  const answer = answerOf(row);
  if (answer === null) return null;
  return (
    <>
      <span className={classes.peer}>
        {answer.row > row.row ? '↓' : '↑'} #{answer.row + 1}
      </span>{' '}
      {formatDuration(answer.after / 1_000)}
    </>
  );
}
