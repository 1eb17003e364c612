import { createStore } from 'zustand/vanilla';

/** The last failure of something done where there is no place to say so beside it. */
export const failureStore = createStore<{ readonly error: unknown }>(() => ({ error: null }));

/** Shows a failure at the top of the window until it is dismissed. */
export function reportFailure(error: unknown): void {
  failureStore.setState({ error });
}

/** Takes the failure away. */
export function dismissFailure(): void {
  failureStore.setState({ error: null });
}
