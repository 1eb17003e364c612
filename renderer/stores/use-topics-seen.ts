import { useCallback, useState } from 'react';
import { topicsSeen } from './topics-seen.ts';

/** The topics of a capture as they were when `learn` was last called. */
export function useTopicsSeen(captureId: string) {
  const [topics, setTopics] = useState<readonly string[]>([]);
  const learn = useCallback(() => {
    // Without an answer there is less to offer, and nothing to say.
    topicsSeen(captureId).then(setTopics, () => undefined);
  }, [captureId]);
  return { topics, learn };
}
