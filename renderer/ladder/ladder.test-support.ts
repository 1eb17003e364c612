import { vi } from 'vitest';
import type { StateBand } from '../../shared/contract/ladder-commands.ts';
import type { Cause } from '../../shared/session/connection-state.ts';
import { startI18n } from '../i18n/setup.ts';

export const lostCause: Cause = { kind: 'closed-by-broker', phase: null, code: null, raw: '' };

/** A band in which the connection was accepted, unless told otherwise. */
export function aBand(position: number, more: Partial<StateBand> = {}): StateBand {
  const states = more.states ?? [{ status: 'connected', since: 0, sessionPresent: false }];
  return { row: position, position, time: 0, until: 0, states, changes: states.length, ...more };
}

/** Loads the English texts, without a page. */
export function startEnglish(): void {
  vi.stubGlobal('document', { documentElement: {} });
  startI18n('en');
}
