import type { TFunction } from 'i18next';
import type { StateBand } from '../../shared/contract/ladder-commands.ts';
import type { ConnectionState } from '../../shared/session/connection-state.ts';
import type { Side } from './packet-words.ts';
import { type StateLook, stateLook } from './state-icon.tsx';

/** What a band says, with the most important first where there is no room for all. */
export function bandText(
  { states, changes }: Pick<StateBand, 'states' | 'changes'>,
  side: Side,
  t: TFunction,
): string {
  const parts = states.map((state) => stateText(state, side, t)).filter((text) => text !== '');
  const more = changes - states.length;
  if (more > 0) parts.splice(states.length / 2, 0, t('ladder.states.more', { count: more }));
  return parts.join(' · ');
}

/** How a band looks: a loss in it counts more than what came of it. */
export function bandLook({ states }: StateBand): StateLook {
  if (states.some(isLoss)) return 'failed';
  return stateLook(states.at(-1) ?? null);
}

/** Whether the device is on the line, or on its way there, behind a band; so too where nothing is known. */
export function isUp(band: StateBand | null): boolean {
  const status = band?.states.at(-1)?.status ?? 'connected';
  return status === 'connected' || status === 'connecting';
}

/** Whether a state tells that the connection was lost, or could not be made. */
export const isLoss = (state: ConnectionState): boolean =>
  state.status === 'waiting' || (state.status === 'closed' && state.cause !== null);

const isEnd = (state: ConnectionState) => isLoss(state) || state.status === 'closed';

/** Whether a band tells that a connection ended, or could not be made, and another was begun. */
export const isBegunAnew = ({ states }: Pick<StateBand, 'states'>): boolean =>
  states.some((state, at) => state.status === 'connecting' && states.slice(0, at).some(isEnd));

/** What a state is, in words; empty for a session that never connected. */
export function stateText(state: ConnectionState, side: Side, t: TFunction): string {
  switch (state.status) {
    case 'idle':
      return '';
    case 'connecting':
      return state.attempt === 1
        ? t('ladder.states.connecting')
        : t('ladder.states.connectingAgain', { attempt: state.attempt });
    case 'connected':
      return t(state.sessionPresent ? 'ladder.states.connectedAgain' : 'ladder.states.connected');
    case 'waiting':
    case 'closed': {
      if (state.cause === null) return t('ladder.states.closed');
      const { kind, phase } = state.cause;
      const cause = t(`ladder.causes.${kind}`, { side: t(`packetWords.theSides.${side}`) });
      // Once connected there is no phase that could have failed.
      return t(phase === null ? 'ladder.states.lost' : 'ladder.states.failed', { cause });
    }
  }
}
