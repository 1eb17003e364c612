import { useEffect, useRef, useState } from 'react';
import type { TopicCount, TopicValue } from '../../shared/contract/topics.ts';
import { ask } from '../bridge.ts';

/** Values kept, by topic; more than a screen shows. */
const KEPT_MAX = 500;

/**
 * The last values of the topics in sight, asked for as they come; one question at a time. A value
 * stands until a newer one has come.
 */
export function useValues(captureId: string, counts: readonly TopicCount[]) {
  const [values, setValues] = useState<ReadonlyMap<string, TopicValue>>(new Map());
  const [asking, setAsking] = useState(false);
  /** Rows of the last question: what was not answered is not asked again and again. */
  const asked = useRef('');
  const missing = counts.filter(({ topic, lastRow }) => values.get(topic)?.row !== lastRow);

  useEffect(() => {
    const rows = missing.map(({ lastRow }) => lastRow);
    if (asking || rows.length === 0 || asked.current === rows.join()) return;
    const topics = new Map(missing.map(({ lastRow, topic }) => [lastRow, topic]));
    asked.current = rows.join();
    setAsking(true);
    ask('topics.values', { captureId, rows }).then(
      (answer) => {
        setValues((before) => {
          const after = new Map(before);
          for (const value of answer.values) {
            const topic = topics.get(value.row) ?? '';
            after.delete(topic);
            after.set(topic, value);
          }
          for (const topic of after.keys()) {
            if (after.size <= KEPT_MAX) break;
            after.delete(topic);
          }
          return after;
        });
        setAsking(false);
      },
      // Without an answer the column stays empty; the counts say why, if the capture is gone.
      () => setAsking(false),
    );
  });
  return values;
}
