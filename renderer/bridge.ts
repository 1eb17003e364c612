import type { CommandInput, CommandName, CommandOutput } from '../shared/contract/commands.ts';
import type { Door } from '../shared/contract/door.ts';
import type { ErrorCode } from '../shared/contract/result.ts';
import { createWebDoor } from './web-door.ts';

declare global {
  interface Window {
    /** The desktop's door, exposed by its preload; absent in web mode. */
    readonly tricorder?: Door;
  }
}

export type DoorState = 'open' | 'lost';

const stateListeners = new Set<(state: DoorState) => void>();
let doorState: DoorState | null = null;

function setDoorState(state: DoorState): void {
  if (state === doorState) return;
  doorState = state;
  for (const listener of [...stateListeners]) listener(state);
}

/** The key in web mode's address has become a cookie: it must not stay in the history. */
function forgetKey(): void {
  const address = new URL(location.href);
  if (!address.searchParams.has('key')) return;
  address.searchParams.delete('key');
  history.replaceState(null, '', address);
}

function openDoor(): Door {
  if (window.tricorder) {
    setDoorState('open');
    return window.tricorder;
  }
  forgetKey();
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return createWebDoor(`${scheme}://${location.host}/door`, setDoorState);
}

/** The way to the host, whichever of the two doors this page came through. */
export const door: Door = openDoor();

/**
 * Tells of the door's state: at once if it is known, then with every change. A page that reads
 * `open` again after `lost` has missed events and must ask for a new snapshot.
 */
export function onDoorState(listener: (state: DoorState) => void): () => void {
  stateListeners.add(listener);
  if (doorState) listener(doorState);
  return () => void stateListeners.delete(listener);
}

/** A command the host refused; `message` is the detail behind the code, in English. */
export class AskError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'AskError';
    this.code = code;
  }
}

/** Invokes a command and answers with its value; rejects with an {@link AskError}. */
export async function ask<K extends CommandName>(
  name: K,
  input: CommandInput<K>,
): Promise<CommandOutput<K>> {
  const result = await door.invoke(name, input);
  if (!result.ok) throw new AskError(result.error.code, result.error.message);
  return result.value;
}
