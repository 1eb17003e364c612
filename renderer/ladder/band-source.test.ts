import { expect, it } from 'vitest';
import type { Cause, ConnectionState } from '../../shared/session/connection-state.ts';
import { explainingRow } from './band-source.ts';
import { aBand, lostCause } from './ladder.test-support.ts';

const rowOf = (...states: readonly ConnectionState[]) =>
  explainingRow(aBand(7, { states: [...states] }));
const connecting = { status: 'connecting', phase: 'tcp', attempt: 2 } as const;
const waiting = (cause: Cause) => ({ status: 'waiting', attempt: 2, retryAt: 0, cause }) as const;

it('a change is explained by the packet before it, a loss also where an attempt follows', () => {
  expect(rowOf({ status: 'connected', since: 0, sessionPresent: false })).toBe(6);
  expect(rowOf({ status: 'closed', cause: null })).toBe(6);
  expect(rowOf(waiting(lostCause), connecting)).toBe(6);
  expect(rowOf(waiting({ ...lostCause, kind: 'connack-refused', phase: 'mqtt' }))).toBe(6);
});

it('no packet explains what failed before there were any, and what only begins', () => {
  expect(rowOf(waiting({ ...lostCause, kind: 'dns-failed', phase: 'dns' }))).toBeNull();
  expect(rowOf(connecting)).toBeNull();
  expect(explainingRow(aBand(0))).toBeNull();
});
