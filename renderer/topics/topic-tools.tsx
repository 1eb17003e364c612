import { ActionIcon, Button, CloseButton, TextInput } from '@mantine/core';
import { IconFoldDown, IconFoldUp, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../components/format.ts';
import classes from './topics.module.css';
import type { TopicsKnown } from './use-topic-tree.ts';

/** What counting beside a recording is behind most of the time is not worth a word. */
const NEARLY_ALL = 0.99;

interface Props {
  readonly known: TopicsKnown | null;
  readonly search: string;
  readonly chosen: string | null;
  onSearch(search: string): void;
  onOpenAll(): void;
  onCloseAll(): void;
  onUnchoose(): void;
  onShowTimeline(): void;
}

/** What can be done with the tree, what it holds, and what it filters. */
export function TopicTools(props: Props) {
  const { known, search, chosen, onSearch, onOpenAll, onCloseAll } = props;
  const { t } = useTranslation();
  return (
    <div className={classes.tools}>
      <TextInput
        type="search"
        className={classes.search}
        aria-label={t('topicTree.search')}
        placeholder={t('topicTree.search')}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        leftSection={<IconSearch size={14} />}
        rightSection={
          search && (
            <CloseButton aria-label={t('topicTree.clearSearch')} onClick={() => onSearch('')} />
          )
        }
      />
      <ActionIcon
        aria-label={t('topicTree.openAll')}
        title={t('topicTree.openAll')}
        onClick={onOpenAll}
      >
        <IconFoldDown size={16} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('topicTree.closeAll')}
        title={t('topicTree.closeAll')}
        onClick={onCloseAll}
      >
        <IconFoldUp size={16} />
      </ActionIcon>
      {chosen !== null && (
        <div className={classes.chosen}>
          <span className="ellipsis" title={chosen}>
            {t('topicTree.chosen', { term: chosen })}
          </span>
          <CloseButton
            aria-label={t('topicTree.unchoose')}
            title={t('topicTree.unchoose')}
            onClick={props.onUnchoose}
          />
          <Button variant="default" size="compact-xs" onClick={props.onShowTimeline}>
            {t('topicTree.showTimeline')}
          </Button>
        </div>
      )}
      <div role="status" className={classes.count}>
        {known && <TopicCountText known={known} />}
      </div>
    </div>
  );
}

function TopicCountText({ known: { tree, total, searched, packets } }: { known: TopicsKnown }) {
  const { t, i18n } = useTranslation();
  const number = (count: number) => formatCount(count, i18n.language);
  if (searched < packets * NEARLY_ALL) {
    const percent = (searched / packets).toLocaleString(i18n.language, { style: 'percent' });
    return t('topicTree.reading', { percent });
  }
  return tree.size < total
    ? t('topicTree.limited', { shown: number(tree.size), total: number(total) })
    : t('topicTree.topics', { count: total, number: number(total) });
}
