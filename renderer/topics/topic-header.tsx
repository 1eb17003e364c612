// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons in the headers have the focus
import { UnstyledButton } from '@mantine/core';
import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TopicOrder, TopicSort } from './topic-rows.ts';
import classes from './topics.module.css';

const columns = ['topic', 'sent', 'received', 'bytes', 'rate', 'last'] as const;

interface Props {
  readonly order: TopicOrder;
  onOrder(order: TopicOrder): void;
}

/** Names of the columns; a click sorts by one, another turns the order around. */
export function TopicHeader({ order, onOrder }: Props) {
  const { t } = useTranslation();
  const SortIcon = order.descending ? IconArrowNarrowDown : IconArrowNarrowUp;
  const sortBy = (by: TopicSort) =>
    // Figures are looked at from the largest, names from the first.
    onOrder({ by, descending: order.by === by ? !order.descending : by !== 'topic' });
  return (
    <div role="row" aria-rowindex={1} className={classes.header}>
      {columns.map((by) => (
        <span
          key={by}
          role="columnheader"
          aria-sort={order.by !== by ? undefined : order.descending ? 'descending' : 'ascending'}
          className={by === 'topic' || by === 'last' ? undefined : classes.right}
          data-column={by}
        >
          <UnstyledButton
            className={classes.sort}
            title={by === 'rate' ? t('topicTree.rateTitle') : undefined}
            onClick={() => sortBy(by)}
          >
            {t(`topicTree.columns.${by}`)}
            {order.by === by && <SortIcon size={12} aria-hidden />}
          </UnstyledButton>
        </span>
      ))}
      <span role="columnheader">{t('topicTree.columns.value')}</span>
    </div>
  );
}
