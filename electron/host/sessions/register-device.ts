import type { Duplex } from 'node:stream';
import type { TripleTarget } from '../../../shared/contract/devices.ts';
import type { Capture } from '../capture/capture.ts';
import type { Credentials } from '../devices/login.ts';
import { type Registered, readRegistered } from '../devices/registration.ts';
import { RegistrationError } from './causes.ts';
import { MqttConnection } from './mqtt-connection.ts';

/** The platform pushes at once and closes after 15 s; then nothing comes any more. */
const REGISTRATION_MS = 20_000;

export interface RegistrationAttempt {
  readonly target: TripleTarget;
  readonly credentials: Credentials;
  readonly capture: Capture;
  /** CONNACK came, as `ConnectionListener.accepted` tells: the push is waited for. */
  onAccepted(connackAfter: number | null): void;
}

/**
 * Registers over an open transport: connects, waits for the push, which needs no subscription, and
 * says goodbye (alibaba-iot §1.5). Recorded like any connection, its secrets masked.
 *
 * @throws RegistrationError; also when `signal` aborts
 */
export function registerDevice(
  transport: Duplex,
  { target, credentials, capture, onAccepted }: RegistrationAttempt,
  signal: AbortSignal,
): Promise<Registered> {
  return new Promise((resolve, reject) => {
    let registered: Registered | null = null;
    const end = () => void connection.end();
    const timer = setTimeout(end, REGISTRATION_MS);
    signal.addEventListener('abort', end, { once: true });
    const connection = new MqttConnection(credentials, capture, {
      accepted: (_sessionPresent, connackAfter) => onAccepted(connackAfter),
      closed: (cause) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        if (registered === null) reject(new RegistrationError(cause));
        else resolve(registered);
      },
      packetSent: () => undefined,
      packetReceived: (packet) => {
        if (packet.cmd !== 'publish' || registered !== null) return;
        registered = readRegistered(packet.topic, packet.payload.toString(), target);
        if (registered !== null) end();
      },
    });
    connection.start(transport);
  });
}
