import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SessionProgress } from '../../shared/contract/sessions.ts';

/**
 * How far sessions have come, by session id. A store of its own: it changes as packets go, and what
 * reads a session must not be drawn again for that.
 */
export const progressStore = createStore<Readonly<Record<string, SessionProgress>>>(() => ({}));

export function putProgress(progress: SessionProgress): void {
  progressStore.setState({ [progress.sessionId]: progress });
}

/** Of a session that is gone. */
export function forgetProgress(sessionId: string): void {
  const { [sessionId]: _gone, ...others } = progressStore.getState();
  progressStore.setState(others, true);
}

/** Takes what a snapshot says of all sessions in place of what was known. */
export function replaceProgress(all: readonly SessionProgress[]): void {
  progressStore.setState(Object.fromEntries(all.map((one) => [one.sessionId, one])), true);
}

/** Reads a session's progress in a component; the selector must answer with a value that is kept. */
export function useProgress<T>(
  sessionId: string | null,
  selector: (progress: SessionProgress) => T,
): T | undefined {
  return useStore(progressStore, (all) => {
    const progress = sessionId === null ? undefined : all[sessionId];
    return progress && selector(progress);
  });
}
