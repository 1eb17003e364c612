import type { CommandInput, CommandName, CommandOutput } from './commands.ts';
import type { EventName, EventPayload } from './events.ts';
import type { Result } from './result.ts';

/**
 * What both doors give a page, and all they give it: the desktop's preload exposes it as
 * `window.tricorder`, web mode builds it over a WebSocket.
 */
export interface Door {
  /** Never rejects: failures of the way there are `door-closed`. */
  invoke<K extends CommandName>(name: K, input: CommandInput<K>): Promise<Result<CommandOutput<K>>>;
  /** Calls back for every event of that name; answers with what ends it. */
  subscribe<K extends EventName>(name: K, listener: (payload: EventPayload<K>) => void): () => void;
}
