import { createStore } from 'zustand/vanilla';
import type { ProblemList } from '../../shared/contract/problems.ts';
import { ask, door, onDoorState } from '../bridge.ts';

/** What the host found in captures, by capture id; absent until it was asked. */
export const problemStore = createStore<{ readonly lists: Readonly<Record<string, ProblemList>> }>(
  () => ({ lists: {} }),
);

function put(list: ProblemList): void {
  problemStore.setState(({ lists }) => ({ lists: { ...lists, [list.captureId]: list } }));
}

/** Has the host look for problems in a capture, and keeps its list, until the answer is called. */
export function watchProblems(captureId: string): () => void {
  const watch = () => {
    // A capture that cannot be opened says so in the timeline; there is nothing to list here.
    ask('problems.watch', { captureId }).then(put, () => undefined);
  };
  const endState = onDoorState((state) => state === 'open' && watch());
  const endEvents = door.subscribe('problems.changed', (list) => {
    if (list.captureId === captureId) put(list);
  });
  watch();
  return () => {
    endState();
    endEvents();
  };
}
