import type { StateBand } from '../../shared/contract/ladder-commands.ts';
import type { ConnectionState } from '../../shared/session/connection-state.ts';
import { isLoss } from '../components/band-text.ts';

/**
 * The packet that explains a change of the connection, as a row of the capture: the last one before it,
 * such as the answer to a CONNECT or what was said before a loss. null where no packet could, as for
 * an address that was not found.
 */
export function explainingRow({ row, states }: StateBand): number | null {
  const told = states.find(isLoss) ?? states.at(-1);
  return told && row > 0 && isExplained(told) ? row - 1 : null;
}

function isExplained(state: ConnectionState): boolean {
  if (state.status === 'connected') return true;
  if (state.status !== 'waiting' && state.status !== 'closed') return false;
  if (state.cause === null) return state.status === 'closed';
  // Once connected there is no phase that could have failed.
  return state.cause.phase === null || state.cause.kind === 'connack-refused';
}
