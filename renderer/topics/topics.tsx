import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Failure } from '../components/failure.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { topicTermIn, withTopicTerm } from '../stores/view/filter-terms.ts';
import type { FilterText } from '../stores/view/filter-text.ts';
import { TopicGrid } from './topic-grid.tsx';
import { branchesOf, type TopicOrder, topicLines } from './topic-rows.ts';
import { TopicTools } from './topic-tools.tsx';
import classes from './topics.module.css';
import { useTopicTree } from './use-topic-tree.ts';

interface Props {
  readonly captureId: string;
  readonly filterText: FilterText;
  /** The user wants to see the packets of the topic that was chosen. */
  onShowTimeline(): void;
}

/** The topics that a capture's messages were published to; choosing one filters the packets. */
export function Topics({ captureId, filterText, onShowTimeline }: Props) {
  const { t } = useTranslation();
  const { known, error, retry } = useTopicTree(captureId);
  const inForce = useStore(filterText.store, (state) => state.inForce);
  const chosen = useMemo(() => topicTermIn(inForce), [inForce]);
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<TopicOrder>({ by: 'topic', descending: false });
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(
    () => (known ? topicLines(known.tree, { closed, search, order }) : []),
    [known, closed, search, order],
  );

  function toggle(path: string, open: boolean): void {
    const after = new Set(closed);
    if (open) after.delete(path);
    else after.add(path);
    setClosed(after);
  }

  const choose = (term: string | null) => {
    const { text } = filterText.store.getState();
    filterText.set(withTopicTerm(text, term));
  };

  return (
    <section className={classes.topics} aria-label={t('topicTree.region')}>
      <TopicTools
        known={known}
        search={search}
        chosen={chosen}
        onSearch={setSearch}
        onOpenAll={() => setClosed(new Set())}
        onCloseAll={() => known && setClosed(branchesOf(known.tree))}
        onUnchoose={() => choose(null)}
        onShowTimeline={onShowTimeline}
      />
      {error !== null && (
        <div className={classes.failure}>
          <Failure
            text={t('topicTree.failed', { reason: explainError(error) })}
            detail={errorDetail(error)}
            detailLabel={t('topicTree.details')}
          />
          <Button variant="default" onClick={retry}>
            {t('topicTree.retry')}
          </Button>
        </div>
      )}
      {known !== null && lines.length > 0 && (
        <TopicGrid
          captureId={captureId}
          lines={lines}
          order={order}
          chosen={chosen}
          onOrder={setOrder}
          onToggle={toggle}
          onChoose={choose}
        />
      )}
      {known !== null && lines.length === 0 && known.searched === known.packets && (
        <div className={classes.empty}>
          <strong>
            {search === '' ? t('topicTree.empty') : t('topicTree.noneFound', { search })}
          </strong>
          {search === '' && <span>{t('topicTree.emptyHint')}</span>}
        </div>
      )}
    </section>
  );
}
