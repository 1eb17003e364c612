import { useEffect, useMemo, useState } from 'react';
import { type Completion, completeFilter } from '../../shared/filter/complete-filter.ts';
import type { View } from '../stores/view/view.ts';
import { topicWanted } from './completion-edit.ts';

/** What the term at the caret may become; topics are asked for as they are needed. */
export function useSuggestions(view: View, text: string, caret: number, open: boolean): Completion {
  const [topics, setTopics] = useState<readonly string[]>([]);
  const completion = useMemo(
    () => completeFilter(text, Math.min(caret, text.length), { topics }),
    [text, caret, topics],
  );
  const wanted = open ? topicWanted(text, completion, caret) : null;
  useEffect(() => {
    if (wanted === null) return;
    let isLatest = true;
    void view.topics(wanted).then((found) => {
      if (isLatest) setTopics(found);
    });
    return () => {
      isLatest = false;
    };
  }, [view, wanted]);
  return completion;
}
