import type { TopicOwner } from '../../shared/alibaba/topics.ts';
import { useApp } from './use-app.ts';

/** The triple whose topics a capture's are; null where the device is on no platform, or gone. */
export function useTopicOwner(captureId: string): TopicOwner | null {
  const target = useApp(({ captures, devices }) => {
    const capture = captures.find(({ id }) => id === captureId);
    return devices.find(({ id }) => id === capture?.deviceId)?.target;
  });
  return target === undefined || target.kind === 'broker' ? null : target;
}
