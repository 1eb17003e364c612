import { z } from 'zod';

/**
 * What a connection attempt does, in order; `tls` only over TLS, `websocket` only over ws and wss.
 * `register` waits for what a dynamic registration gives; the device then connects anew with it.
 */
export const connectPhases = ['dns', 'tcp', 'tls', 'websocket', 'mqtt', 'register'] as const;
export const connectPhaseSchema = z.enum(connectPhases);
export type ConnectPhase = z.infer<typeof connectPhaseSchema>;

/** Why the certificate of the other end is not accepted. */
export const certificateProblemSchema = z.object({
  problem: z.enum(['untrusted', 'self-signed', 'expired', 'not-yet-valid', 'other-name']),
  /** Common name of the root that its chain leads to; empty if it names none. */
  root: z.string(),
});
export type CertificateProblem = z.infer<typeof certificateProblemSchema>;

/** Why a connection could not be made or ended. A closed union; `raw` is the error as it came. */
export const causeSchema = z.object({
  kind: z.enum([
    'dns-failed',
    'connection-refused',
    'unreachable',
    'timed-out',
    'tls-failed',
    'websocket-refused',
    'connack-refused',
    'no-connack',
    'closed-by-broker',
    'disconnected-by-broker',
    'connection-reset',
    'keep-alive-timeout',
    'protocol-error',
    'secret-unreadable',
    'platform-not-running',
    'storage-failed',
    /** The connection for a dynamic registration ended without giving anything. */
    'registration-unanswered',
    'unknown',
  ]),
  /** In which phase it happened; null once connected. */
  phase: connectPhaseSchema.nullable(),
  /** CONNACK return code or MQTT 5 reason code, where there is one. */
  code: z.number().nullable(),
  raw: z.string(),
  /** What is wrong with the certificate that the other end showed, where that is known. */
  certificate: certificateProblemSchema.optional(),
});
export type Cause = z.infer<typeof causeSchema>;

/** A connection as one value, never a handful of booleans. Times are milliseconds since the epoch. */
export const connectionStateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('idle') }),
  z.object({
    status: z.literal('connecting'),
    phase: connectPhaseSchema,
    /** 1 for the first attempt. */
    attempt: z.number().int().min(1),
  }),
  z.object({ status: z.literal('connected'), since: z.number(), sessionPresent: z.boolean() }),
  z.object({
    status: z.literal('waiting'),
    /** The attempt that will be made at `retryAt`. */
    attempt: z.number().int().min(1),
    retryAt: z.number(),
    /** null where nothing failed: the first attempt has to wait. */
    cause: causeSchema.nullable(),
    /** True while the platform's five connects a minute are used up (D-30527). */
    rateLimited: z.boolean().optional(),
  }),
  z.object({ status: z.literal('closed'), cause: causeSchema.nullable() }),
]);
export type ConnectionState = z.infer<typeof connectionStateSchema>;

/** What can happen to a connection. */
export type ConnectionEvent =
  | { type: 'start' }
  | { type: 'phase'; phase: ConnectPhase }
  | { type: 'accepted'; at: number; sessionPresent: boolean }
  | { type: 'failed'; cause: Cause; retryAt: number | null; rateLimited?: boolean }
  /** The attempt may not be made before `retryAt`. */
  | { type: 'held'; retryAt: number }
  | { type: 'retry' }
  | { type: 'stop' };

const attemptOf = (state: ConnectionState): number =>
  state.status === 'connecting' || state.status === 'waiting' ? state.attempt : 1;

/**
 * The one transition function of a connection. Events that make no sense in a state leave it as it
 * is: a socket's `close` that follows its `error` must not erase the cause.
 */
export function next(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  switch (event.type) {
    case 'start':
      return state.status === 'idle' || state.status === 'closed'
        ? { status: 'connecting', phase: 'dns', attempt: 1 }
        : state;
    case 'retry':
      return state.status === 'waiting'
        ? { status: 'connecting', phase: 'dns', attempt: state.attempt }
        : state;
    case 'phase':
      return state.status === 'connecting' ? { ...state, phase: event.phase } : state;
    case 'accepted':
      return state.status === 'connecting'
        ? { status: 'connected', since: event.at, sessionPresent: event.sessionPresent }
        : state;
    case 'failed':
      if (state.status !== 'connecting' && state.status !== 'connected') return state;
      return event.retryAt === null
        ? { status: 'closed', cause: event.cause }
        : {
            status: 'waiting',
            attempt: state.status === 'connected' ? 2 : attemptOf(state) + 1,
            retryAt: event.retryAt,
            cause: event.cause,
            ...(event.rateLimited && { rateLimited: true }),
          };
    case 'held':
      return state.status === 'connecting'
        ? {
            status: 'waiting',
            attempt: state.attempt,
            retryAt: event.retryAt,
            cause: null,
            rateLimited: true,
          }
        : state;
    case 'stop':
      return state.status === 'closed'
        ? state
        : { status: 'closed', cause: state.status === 'waiting' ? state.cause : null };
  }
}
