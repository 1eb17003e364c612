import { isActive } from '../stores/sessions.ts';
import { useApp } from '../stores/use-app.ts';
import { useSessionOf } from '../stores/use-session-of.ts';

/**
 * Whether packets go into a capture: `resting` while its session has no connection and makes none,
 * `stopped` when the disk refused, `finished` for good.
 */
export type Recording = 'on' | 'resting' | 'stopped' | 'finished';

export function useRecording(captureId: string): Recording {
  const capture = useApp(({ captures }) => captures.find(({ id }) => id === captureId));
  const session = useSessionOf(captureId);
  if (capture?.live === false) return 'finished';
  if (typeof capture?.failure === 'string') return 'stopped';
  return session && !isActive(session.state) ? 'resting' : 'on';
}
