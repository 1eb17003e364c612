import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Cause,
  type ConnectionEvent,
  type ConnectionState,
  next,
} from './connection-state.ts';

const cause: Cause = { kind: 'connack-refused', phase: 'mqtt', code: 4, raw: 'Connection refused' };
const run = (events: readonly ConnectionEvent[], from: ConnectionState = { status: 'idle' }) =>
  events.reduce(next, from);

test('an attempt goes through its phases to connected', () => {
  expect(run([{ type: 'start' }, { type: 'phase', phase: 'tcp' }])).toEqual({
    status: 'connecting',
    phase: 'tcp',
    attempt: 1,
  });
  expect(run([{ type: 'start' }, { type: 'accepted', at: 5, sessionPresent: true }])).toEqual({
    status: 'connected',
    since: 5,
    sessionPresent: true,
  });
});

test('what comes after a refusal does not erase its cause', () => {
  const closed = run([
    { type: 'start' },
    { type: 'failed', cause, retryAt: null },
    { type: 'failed', cause: { ...cause, kind: 'closed-by-broker' }, retryAt: null },
    { type: 'stop' },
  ]);
  expect(closed).toEqual({ status: 'closed', cause });
});

test('a lost connection waits, counts its attempts and tries again', () => {
  const waiting = run([
    { type: 'start' },
    { type: 'accepted', at: 1, sessionPresent: false },
    { type: 'failed', cause, retryAt: 9 },
  ]);
  expect(waiting).toEqual({ status: 'waiting', attempt: 2, retryAt: 9, cause });
  const again = run([{ type: 'retry' }, { type: 'failed', cause, retryAt: 20 }], waiting);
  expect(again).toMatchObject({ status: 'waiting', attempt: 3, retryAt: 20 });
  expect(next(again, { type: 'stop' })).toEqual({ status: 'closed', cause });
});

test('the user ends a connection without a cause', () => {
  const state = run([{ type: 'start' }, { type: 'accepted', at: 1, sessionPresent: false }]);
  expect(next(state, { type: 'stop' })).toEqual({ status: 'closed', cause: null });
});

test('no sequence of events leaves the states or connects without an attempt', () => {
  const event: fc.Arbitrary<ConnectionEvent> = fc.oneof(
    fc.constant<ConnectionEvent>({ type: 'start' }),
    fc.constant<ConnectionEvent>({ type: 'phase', phase: 'tls' }),
    fc.constant<ConnectionEvent>({ type: 'accepted', at: 1, sessionPresent: false }),
    fc.constant<ConnectionEvent>({ type: 'failed', cause, retryAt: 3 }),
    fc.constant<ConnectionEvent>({ type: 'failed', cause, retryAt: null }),
    fc.constant<ConnectionEvent>({ type: 'retry' }),
    fc.constant<ConnectionEvent>({ type: 'stop' }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (list) => {
      let state: ConnectionState = { status: 'idle' };
      for (const one of list) {
        const before = state.status;
        state = next(state, one);
        if (state.status === 'connected' && before !== 'connected')
          expect(before).toBe('connecting');
        if (state.status === 'waiting')
          expect(['connecting', 'connected', 'waiting']).toContain(before);
      }
    }),
  );
});
