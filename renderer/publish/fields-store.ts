import { createStore } from 'zustand/vanilla';

/** Whether publish forms show the payload in fields too: the same for every session of the page. */
export const fieldsStore = createStore<{ readonly shown: boolean }>(() => ({ shown: false }));

export function toggleFields(): void {
  fieldsStore.setState(({ shown }) => ({ shown: !shown }));
}
