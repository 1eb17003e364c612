// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row (ARIA treegrid pattern)
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { describeTopic } from '../../shared/alibaba/describe-topic.ts';
import type { TopicOwner } from '../../shared/alibaba/topics.ts';
import type { TopicCount, TopicValue } from '../../shared/contract/topics.ts';
import { formatClock } from '../components/clock.ts';
import { formatBytes, formatCount } from '../components/format.ts';
import { languageInForce } from '../i18n/setup.ts';
import type { TopicLine } from './topic-rows.ts';
import { rateOf } from './topic-tree.ts';
import classes from './topics.module.css';

interface Props {
  readonly line: TopicLine;
  readonly at: number;
  readonly id: string;
  readonly value: TopicValue | undefined;
  readonly owner: TopicOwner | null;
  /** The filter asks for it. */
  readonly chosen: boolean;
  /** The keyboard stands on it. */
  readonly active: boolean;
}

/** One level of topics: its counts are its own and those below it, its value is its own. */
export function TopicLineView({ line, at, id, value, owner, chosen, active }: Props) {
  const { t, i18n } = useTranslation();
  const { node, label, depth, open, position, siblings } = line;
  const number = (count: number) => (count === 0 ? '' : formatCount(count, i18n.language));
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <div
      role="row"
      id={id}
      aria-level={depth}
      aria-expanded={open ?? undefined}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-rowindex={at + 2}
      aria-selected={chosen}
      data-line={at}
      data-active={active || undefined}
      className={classes.line}
    >
      <span
        role="gridcell"
        className={classes.name}
        style={{ paddingLeft: `${(depth - 1) * 0.875}rem` }}
        title={node.path}
      >
        <span className={classes.chevron} data-toggle={open !== null || undefined}>
          {open !== null && <Chevron size={13} aria-hidden />}
        </span>
        <span className={classes.label}>{label === '' ? '""' : label}</span>
        {node.own && <Purpose count={node.own} owner={owner} />}
      </span>
      <span role="gridcell" className={classes.figure}>
        {number(node.sent)}
      </span>
      <span role="gridcell" className={classes.figure}>
        {number(node.received)}
      </span>
      <span
        role="gridcell"
        className={classes.figure}
        data-column="bytes"
        title={t('topicTree.exactBytes', {
          count: node.bytes,
          number: formatCount(node.bytes, i18n.language),
        })}
      >
        {formatBytes(node.bytes)}
      </span>
      <span role="gridcell" className={classes.figure}>
        <Rate rate={rateOf(node)} />
      </span>
      <span role="gridcell" className={classes.time}>
        {formatClock(node.lastTime)}
      </span>
      <span role="gridcell" className={classes.value} title={value?.text ?? undefined}>
        {value && <Value value={value} />}
      </span>
    </div>
  );
}

function Purpose({ count, owner }: { count: TopicCount; owner: TopicOwner | null }) {
  const { t } = useTranslation();
  const from = count.received === 0 ? 'up' : count.sent === 0 ? 'down' : null;
  const known = describeTopic(count.topic, from, owner);
  if (known === null) return null;
  const purpose = known.purpose[languageInForce()];
  return (
    <span className={classes.purpose}>
      {known.isReply ? t('topics.reply.subscribe', { purpose }) : purpose}
    </span>
  );
}

/** Rates below one a second are counted by the minute. */
function Rate({ rate }: { rate: number | null }) {
  const { t, i18n } = useTranslation();
  if (rate === null) return null;
  const perMinute = rate < 1;
  const number = (perMinute ? rate * 60 : rate).toLocaleString(i18n.language, {
    maximumSignificantDigits: 3,
  });
  return t(perMinute ? 'topicTree.perMinute' : 'topicTree.perSecond', { number });
}

function Value({ value: { text, size } }: { value: TopicValue }) {
  const { t, i18n } = useTranslation();
  if (text === null) {
    const number = formatCount(size, i18n.language);
    return <em>{t('topicTree.binary', { count: size, number })}</em>;
  }
  return size === 0 ? <em>{t('topicTree.emptyValue')}</em> : <code>{text}</code>;
}
