import type { BrokenReason } from '../../../shared/mqtt/frame-splitter.ts';
import { PACKET_BYTES_MAX } from '../../../shared/mqtt/frame-splitter.ts';
import type { Cause } from '../../../shared/session/connection-state.ts';
import { CertificateError } from './certificate-error.ts';
import { TransportError } from './open-transport.ts';

/** Kinds of the operating system's error codes (libuv names). */
const kindsByCode: Readonly<Record<string, Cause['kind']>> = {
  ENOTFOUND: 'dns-failed',
  EAI_AGAIN: 'dns-failed',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'timed-out',
  ECONNRESET: 'connection-reset',
  EPIPE: 'connection-reset',
};

/** An error as its reporter worded it, with its code; several attempts (IPv6, IPv4) in one line. */
function rawText(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(rawText).join('; ');
  if (!(error instanceof Error)) return String(error);
  const code = codeOf(error);
  return code === '' || error.message.includes(code) ? error.message : `${code}: ${error.message}`;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The vault could not decrypt the device's secret. */
export class UnreadableSecretError extends Error {
  constructor(cause: unknown) {
    super('the saved secret cannot be decrypted', { cause });
  }
}

/** Why an attempt failed before CONNECT was sent. */
export function causeOfAttempt(error: unknown): Cause {
  if (error instanceof UnreadableSecretError) {
    return { kind: 'secret-unreadable', phase: null, code: null, raw: error.message };
  }
  if (error instanceof RegistrationError) return error.reason;
  if (!(error instanceof TransportError)) {
    return { kind: 'unknown', phase: null, code: null, raw: rawText(error) };
  }
  const { phase } = error;
  const original = error.cause instanceof Error ? error.cause : error;
  const raw = rawText(original);
  const known = kindsByCode[codeOf(original)];
  const late = phase === 'tls' ? 'tls-failed' : phase === 'websocket' ? 'websocket-refused' : null;
  const kind = known === 'timed-out' ? known : (late ?? known ?? 'unknown');
  const { certificate } = original instanceof CertificateError ? original : {};
  return { kind, phase, code: null, raw, ...(certificate && { certificate }) };
}

/** What OpenSSL says of a handshake that the other end gave up, after this end held it for done. */
const TLS_ALERT = /^ERR_SSL_/;

/** What mqtt.js says when a CONNACK or a PINGRESP does not come (v5 of the library, `client.js`). */
const CONNACK_TIMEOUT = 'connack timeout';
const KEEP_ALIVE_TIMEOUT = 'Keepalive timeout';

/**
 * Why mqtt.js gave a connection up.
 *
 * @param accepted whether a CONNACK had accepted the connection
 */
export function causeOfClient(error: Error, accepted: boolean): Cause {
  const phase = accepted ? null : 'mqtt';
  const raw = rawText(error);
  const code = 'code' in error && typeof error.code === 'number' ? error.code : null;
  if (error.message.startsWith('Connection refused:')) {
    return { kind: 'connack-refused', phase, code, raw };
  }
  if (error.message === CONNACK_TIMEOUT) return { kind: 'no-connack', phase, code: null, raw };
  if (error.message === KEEP_ALIVE_TIMEOUT) {
    return { kind: 'keep-alive-timeout', phase, code: null, raw };
  }
  const known = kindsByCode[codeOf(error)];
  const kind = known ?? (TLS_ALERT.test(codeOf(error)) ? 'tls-failed' : 'protocol-error');
  return { kind, phase, code, raw };
}

/** The registration was refused, or its connection ended before anything had been pushed. */
export class RegistrationError extends Error {
  readonly reason: Cause;

  constructor(cause: Cause) {
    super(cause.raw);
    this.reason =
      cause.kind === 'closed-by-broker'
        ? { ...cause, kind: 'registration-unanswered', phase: 'register' }
        : cause;
  }
}

const brokenTexts: Readonly<Record<BrokenReason, string>> = {
  'reserved-type': 'received bytes that are no MQTT: control packet type 0 is reserved',
  'remaining-length': 'received a remaining length of more than four bytes',
  'too-large': `received the start of a packet of more than ${PACKET_BYTES_MAX} bytes`,
};

/** What was received is not MQTT. */
export function causeOfBroken(reason: BrokenReason, accepted: boolean): Cause {
  return {
    kind: 'protocol-error',
    phase: accepted ? null : 'mqtt',
    code: null,
    raw: brokenTexts[reason],
  };
}
