// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
import { type KeyboardEvent, type MouseEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTopicOwner } from '../stores/use-topic-owner.ts';
import { topicTerm } from '../stores/view/filter-terms.ts';
import { TopicHeader } from './topic-header.tsx';
import { topicStep } from './topic-keys.ts';
import { TopicLineView } from './topic-line.tsx';
import type { TopicLine, TopicOrder } from './topic-rows.ts';
import classes from './topics.module.css';
import { useLinesInSight } from './use-lines-in-sight.ts';
import { useValues } from './use-values.ts';

interface Props {
  readonly captureId: string;
  readonly lines: readonly TopicLine[];
  readonly order: TopicOrder;
  /** The term of the filter in force that asks for a topic. */
  readonly chosen: string | null;
  onOrder(order: TopicOrder): void;
  onToggle(path: string, open: boolean): void;
  onChoose(term: string): void;
}

/** The term that shows a line's messages, and those below it. */
const termOf = ({ node, open }: TopicLine) => topicTerm(node.path, open !== null);

/** The tree as a grid: draws the lines in sight, whatever the number of topics. */
export function TopicGrid(props: Props) {
  const { captureId, lines, order, chosen, onOrder, onToggle, onChoose } = props;
  const { t } = useTranslation();
  const gridId = useId();
  const owner = useTopicOwner(captureId);
  const [cursor, setCursor] = useState<string | null>(null);
  const { scroller, lineHeight, first, last, page, onScroll, show } = useLinesInSight(lines.length);
  const drawn = lines.slice(first, last + 1);
  const values = useValues(
    captureId,
    drawn.flatMap(({ node }) => node.own ?? []),
  );
  const at = lines.findIndex(({ node }) => node.path === cursor);
  const lineId = (index: number) => `${gridId}-${index}`;

  function moveTo(index: number): void {
    setCursor(lines[index]?.node.path ?? null);
    show(index);
  }

  function press(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const step = topicStep(event.key, lines, at, page);
    if (step === null) return;
    event.preventDefault();
    if (step.kind === 'move') moveTo(step.to);
    else if (step.kind === 'choose') onChoose(termOf(step.line));
    else onToggle(step.path, step.kind === 'open');
  }

  function click({ target }: MouseEvent): void {
    const element = target instanceof Element ? target.closest('[data-line]') : null;
    const index = element instanceof HTMLElement ? Number(element.dataset.line) : -1;
    const line = lines[index];
    if (line === undefined || !(target instanceof Element)) return;
    setCursor(line.node.path);
    if (line.open !== null && target.closest('[data-toggle]')) onToggle(line.node.path, !line.open);
    else onChoose(termOf(line));
  }

  return (
    <div
      ref={scroller}
      role="treegrid"
      aria-label={t('topicTree.grid')}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={at >= first && at <= last ? lineId(at) : undefined}
      tabIndex={0}
      className={classes.grid}
      onScroll={onScroll}
      onClick={click}
      onKeyDown={press}
      onFocus={() => at < 0 && moveTo(0)}
    >
      <TopicHeader order={order} onOrder={onOrder} />
      <div role="rowgroup" className={classes.lines} style={{ height: lines.length * lineHeight }}>
        <div role="presentation" className={classes.drawn} style={{ top: first * lineHeight }}>
          {drawn.map((line, index) => (
            <TopicLineView
              key={line.node.path}
              line={line}
              at={first + index}
              id={lineId(first + index)}
              value={values.get(line.node.path)}
              owner={owner}
              chosen={termOf(line) === chosen}
              active={first + index === at}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
