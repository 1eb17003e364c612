import type { Session } from '../../shared/contract/sessions.ts';
import { useApp } from './use-app.ts';

/** The session that writes to a capture; null for a capture of the past. */
export function useSessionOf(captureId: string): Session | null {
  return useApp(
    ({ sessions }) => Object.values(sessions).find((one) => one.captureId === captureId) ?? null,
  );
}
