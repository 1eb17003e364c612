import { connect as connectTcp, isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { createWebSocketStream, WebSocket } from 'ws';
import { PACKET_BYTES_MAX } from '../../../shared/mqtt/frame-splitter.ts';
import type { ConnectPhase } from '../../../shared/session/connection-state.ts';
import type { Endpoint } from '../devices/endpoint.ts';
import type { ClientCertificate } from '../devices/login.ts';
import { certificateErrorOf } from './certificate-error.ts';
import { trustedRoots } from './trusted-roots.ts';

/** Milliseconds a phase may take. */
const PHASE_TIMEOUT_MS = 20_000;

/** The connection could not be opened; `phase` says how far it came. */
export class TransportError extends Error {
  readonly phase: ConnectPhase;

  constructor(phase: ConnectPhase, cause: Error) {
    super(cause.message, { cause });
    this.phase = phase;
  }
}

/**
 * Opens the stream that will carry MQTT: TCP, then TLS, then WebSocket as the endpoint asks. Each
 * phase is announced as it begins.
 *
 * @throws TransportError; also when `signal` aborts
 */
export async function openTransport(
  endpoint: Endpoint,
  certificate: ClientCertificate | null,
  onPhase: (phase: ConnectPhase) => void,
  signal: AbortSignal,
): Promise<Duplex> {
  let phase: ConnectPhase = 'dns';
  const enter = (next: ConnectPhase) => {
    phase = next;
    onPhase(next);
  };
  let socket: Socket | undefined;
  try {
    enter('dns');
    socket = connectTcp({ host: endpoint.host, port: endpoint.port, noDelay: true });
    socket.once('lookup', (error) => error === null && enter('tcp'));
    // A literal address is never looked up.
    socket.once('connectionAttempt', () => phase === 'dns' && enter('tcp'));
    await settled(socket, 'connect', signal);
    if (endpoint.transport === 'tls' || endpoint.transport === 'wss') {
      enter('tls');
      const encrypted = startTls(socket, endpoint, certificate);
      socket = encrypted;
      await settled(encrypted, 'secureConnect', signal);
      const refusal = certificateErrorOf(encrypted, certifiedName(endpoint));
      if (refusal !== null) throw refusal;
    }
    if (endpoint.transport === 'ws' || endpoint.transport === 'wss') {
      enter('websocket');
      return await openWebSocket(socket, endpoint, signal);
    }
    return socket;
  } catch (error) {
    socket?.destroy();
    throw new TransportError(phase, error instanceof Error ? error : new Error(String(error)));
  }
}

/** The name that the other end's certificate must be for. */
function certifiedName({ host, certificateName }: Endpoint): string {
  return certificateName ?? host;
}

function startTls(
  socket: Socket,
  endpoint: Endpoint,
  certificate: ClientCertificate | null,
): TLSSocket {
  const name = certifiedName(endpoint);
  const ca = trustedRoots(endpoint.roots);
  return connectTls({
    socket,
    // Server Name Indication takes names only (RFC 6066 §3).
    ...(isIP(name) === 0 ? { servername: name } : {}),
    host: name,
    minVersion: 'TLSv1.2',
    // The same is checked, after the handshake and before a byte is sent, while the chain can be read.
    rejectUnauthorized: false,
    ...(ca === undefined ? {} : { ca }),
    ...(endpoint.alpn.length === 0 ? {} : { ALPNProtocols: [...endpoint.alpn] }),
    ...(certificate === null
      ? {}
      : {
          cert: certificate.certificate,
          key: certificate.privateKey,
          passphrase: certificate.passphrase,
        }),
  });
}

/** The subprotocol `mqtt` is required by MQTT 3.1.1 §6 and sent by the platform's JS SDK. */
async function openWebSocket(
  socket: Socket,
  { host, port, path, transport }: Endpoint,
  signal: AbortSignal,
): Promise<Duplex> {
  const authority = host.includes(':') ? `[${host}]` : host;
  const webSocket = new WebSocket(`${transport}://${authority}:${port}${path}`, 'mqtt', {
    createConnection: () => socket,
    perMessageDeflate: false,
    maxPayload: PACKET_BYTES_MAX,
  });
  await settled(webSocket, 'open', signal);
  return createWebSocketStream(webSocket);
}

/** Resolves with the event, rejects on `error`, `close`, abort or after PHASE_TIMEOUT_MS. */
function settled(emitter: Socket | WebSocket, event: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (outcome: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
      emitter.off(event, succeeded);
      emitter.off('close', closed);
      outcome();
    };
    const succeeded = () => finish(resolve);
    // The error listener stays: a late error of a socket given up must not end the process.
    const failed = (error: Error) => finish(() => reject(error));
    const closed = () => failed(new Error('the connection was closed'));
    const aborted = () => failed(new Error('stopped'));
    const timer = setTimeout(
      () =>
        failed(
          Object.assign(new Error(`no answer for ${PHASE_TIMEOUT_MS / 1000} s`), {
            code: 'ETIMEDOUT',
          }),
        ),
      PHASE_TIMEOUT_MS,
    );
    emitter.on(event, succeeded);
    emitter.on('error', failed);
    emitter.on('close', closed);
    signal.addEventListener('abort', aborted);
  });
}
