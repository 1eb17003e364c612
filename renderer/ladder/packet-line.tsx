// biome-ignore-all lint/a11y/useSemanticElements: a picture has no table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row (ARIA grid pattern)
import type { TFunction } from 'i18next';
import { memo } from 'react';
import type { Finding, PacketRow } from '../../shared/contract/packets.ts';
import { formatDuration } from '../components/format.ts';
import { familyOfRow } from '../components/packet-summary.ts';
import type { Side } from '../components/packet-words.ts';
import { SeverityIcon, severityColor } from '../components/severity-icon.tsx';
import { Arrow, BrokenAnswer } from './arrow.tsx';
import { widthOf } from './fit-text.ts';
import { layOutLabel } from './label-layout.ts';
import classes from './ladder.module.css';
import type { Lanes } from './lanes.ts';
import { answerBeside, packetLabel, packetSentence } from './packet-text.ts';
import { type LineHeight, shapeOf, sinkOf } from './row-shape.ts';
import { LabelText, MinorText } from './texts.tsx';

/** Between a lane and what is written beside it. */
const PAD = 12;
/** How far an answer comes that never arrived, as a share of the way between the lanes. */
const STUB = 0.22;

export interface PacketLineProps {
  readonly id: string;
  /** Place among all lines, from 0. */
  readonly item: number;
  /** Its number in the capture; undefined while that is not known. */
  readonly number: number | undefined;
  /** undefined until it has come. */
  readonly row: PacketRow | undefined;
  /** Microseconds without a packet before it, worth telling; null otherwise. */
  readonly idle: number | null;
  /** What a problem says that points at it. */
  readonly finding: Finding | undefined;
  readonly side: Side;
  /** When it was, as times are written now; empty until the row has come. */
  readonly time: string;
  /** The one that the details show. */
  readonly selected: boolean;
  /** It is selected, alone or with others. */
  readonly chosen: boolean;
  /** The other half of its exchange is there, and hidden by the filter. */
  readonly answerHidden: boolean;
  readonly y: number;
  readonly height: LineHeight;
  readonly lanes: Lanes;
  readonly t: TFunction;
}

/** One packet: an arrow from who sent it to who received it. */
export const PacketLine = memo(function PacketLine(props: PacketLineProps) {
  const { id, item, number, row, chosen, y, height, lanes, t } = props;
  const sentence = row && packetSentence(row, props, t);
  return (
    <g
      role="row"
      id={id}
      aria-rowindex={item + 1}
      aria-selected={chosen}
      aria-busy={!row || undefined}
      data-row={number}
      className={classes.line}
      transform={`translate(0 ${y})`}
    >
      <rect className={classes.back} width={lanes.width} height={height} fill="transparent" />
      <g role="gridcell" aria-label={sentence}>
        {row && <Packet {...props} row={row} />}
      </g>
    </g>
  );
});

function Packet(props: PacketLineProps & { row: PacketRow }) {
  const { row, time, idle, height, lanes, t } = props;
  const shape = shapeOf(height);
  const answer = answerBeside(row, props.answerHidden);
  const isSent = row.direction === 'sent';
  const [from, to] = isSent ? [lanes.device, lanes.cloud] : [lanes.cloud, lanes.device];
  const family = familyOfRow(row);
  return (
    <>
      {idle !== null && <Idle idle={idle} lanes={lanes} t={t} />}
      {lanes.numbers !== null && (
        <MinorText x={lanes.numbers} y={shape.figures} anchor="end">
          {row.row + 1}
        </MinorText>
      )}
      <MinorText x={lanes.times} y={shape.figures}>
        {time}
      </MinorText>
      <Arrow
        from={from}
        to={to}
        y={shape.arrow}
        sink={sinkOf(row.roundTrip, shape.slope)}
        color={`var(--family-${family})`}
      />
      {row.unanswered && <BrokenAnswer from={to} end={to + (from - to) * STUB} y={shape.stub} />}
      <Label {...props} family={family} />
      {answer !== null && (
        <MinorText x={lanes.beside} y={shape.figures}>
          {lanes.numbers !== null && `${answer.row > row.row ? '↓' : '↑'} #${answer.row + 1} `}
          {formatDuration(answer.after / 1_000)}
        </MinorText>
      )}
    </>
  );
}

const IDLE_SIZE = 10;
const IDLE_PAD = 3;
/** Between how long it was and the line. */
const IDLE_GAP = 6;
/** Below the upper edge of the line: halfway between the times above and below where lines are densest. */
const IDLE_BASELINE = 1;

interface IdleProps {
  readonly idle: number;
  readonly lanes: Lanes;
  readonly t: TFunction;
}

/** Time in which nothing happened takes no room: a line that begins behind it says how long it was. */
function Idle({ idle, lanes, t }: IdleProps) {
  const text = t('ladder.idle', { duration: formatDuration(idle / 1_000) });
  const width = widthOf(text, { size: IDLE_SIZE, mono: false });
  return (
    <g data-part="idle">
      <line
        x1={lanes.times + width + IDLE_GAP}
        x2={lanes.width - 8}
        stroke="var(--text-dimmed)"
        strokeDasharray="1 4"
      />
      {/* No edge of a selected line runs through it. */}
      <rect
        x={lanes.times - IDLE_PAD}
        y={IDLE_BASELINE - IDLE_SIZE + 1}
        width={width + 2 * IDLE_PAD}
        height={IDLE_SIZE}
        rx={2}
        fill="var(--surface)"
      />
      <MinorText x={lanes.times} y={IDLE_BASELINE} size={IDLE_SIZE}>
        {text}
      </MinorText>
    </g>
  );
}

function Label(props: PacketLineProps & { row: PacketRow; family: string }) {
  const { row, family, height, lanes, t } = props;
  const shape = shapeOf(height);
  const label = packetLabel(row, props, t);
  const start = lanes.device + PAD;
  const room = lanes.cloud - PAD - start;
  const { type, marks, subject, words } = layOutLabel(label, start, room, shape.words !== null);
  const wordsY = shape.words ?? shape.label;
  return (
    <>
      <title>{[label.subject, label.words].filter(Boolean).join(' · ')}</title>
      <LabelText x={start} y={shape.label} color={`var(--family-${family})`} bold>
        {type}
      </LabelText>
      {marks.text !== '' && (
        <LabelText x={marks.x} y={shape.label} color="var(--text-dimmed)" minor>
          {marks.text}
        </LabelText>
      )}
      <LabelText
        x={subject.x}
        y={shape.label}
        color={family === 'broken' ? 'var(--family-broken)' : 'var(--text)'}
      >
        {subject.text}
      </LabelText>
      {words.text !== '' && (
        <g data-part="words">
          {label.severity && (
            <SeverityIcon x={words.icon} y={wordsY - 10} size={11} severity={label.severity} />
          )}
          <MinorText
            x={words.x}
            y={wordsY}
            color={label.severity ? severityColor(label.severity) : undefined}
          >
            {words.text}
          </MinorText>
        </g>
      )}
    </>
  );
}
