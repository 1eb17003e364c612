import type { TopicOwner } from '../../shared/alibaba/topics.ts';
import { useApp } from './use-app.ts';

/** The triple whose topics a capture's are; null where the device is on no platform. */
export function useTopicOwner(captureId: string): TopicOwner | null {
  return useApp(({ captures }) => captures.find(({ id }) => id === captureId)?.owner ?? null);
}
