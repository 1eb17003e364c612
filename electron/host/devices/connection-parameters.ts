import { endpointHost } from '../../../shared/alibaba/endpoints.ts';
import {
  buildClientId,
  secureModeFor,
  signContent,
  userName,
} from '../../../shared/alibaba/signature.ts';
import type { DeviceTarget, SignMethod, Transport } from '../../../shared/contract/devices.ts';
import { signPassword } from '../sign.ts';

/** Where a device connects. */
export interface Endpoint {
  readonly transport: Transport;
  readonly host: string;
  readonly port: number;
  /** Path of the WebSocket URL. */
  readonly path: string;
  /** PEM of the roots to trust instead of the runtime's own; null for those. */
  readonly rootCertificate: string | null;
}

/** What a device says of itself in CONNECT. The password is a secret: never log it. */
export interface Credentials {
  readonly clientId: string;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly keepAlive: number;
  readonly cleanSession: boolean;
  readonly protocolVersion: 4 | 5;
}

/** The endpoint of a target; the local platform's port is known only while it runs. */
export function endpointOf(target: DeviceTarget, localPort: number): Endpoint {
  const host = endpointHost(target);
  // The platform's path is not documented (D-63656); its JS SDK asks for `/`. Other brokers listen on
  // `/mqtt` by convention.
  const path = target.kind === 'broker' ? '/mqtt' : '/';
  if (target.kind === 'local') {
    return { transport: 'tcp', host, port: localPort, path, rootCertificate: null };
  }
  const { transport, port, rootCertificate } = target;
  return { transport, host, port, path, rootCertificate };
}

const schemes = { tcp: 'mqtt', tls: 'mqtts', ws: 'ws', wss: 'wss' } as const;

/** An endpoint as a person reads it, such as `mqtts://host:8883`. */
export function endpointText({ transport, host, port }: Endpoint): string {
  return `${schemes[transport]}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** How a target is reached. */
export function transportOf(target: DeviceTarget): Transport {
  return target.kind === 'local' ? 'tcp' : target.transport;
}

/** The platform takes at most 64 characters before the first `|` (D-73742). */
const CLIENT_ID_MAX = 64;

/** What a triple says of itself and signs; its password is the HMAC of `content`. */
export interface SignedIdentity {
  readonly clientId: string;
  readonly username: string;
  readonly content: string;
  readonly signMethod: SignMethod;
  readonly secureMode: 2 | 3;
}

/**
 * Computes what a triple says in CONNECT, all but the password (D-73742); the client id defaults to
 * `${productKey}.${deviceName}`, as the console and the official C SDK do.
 *
 * @param now milliseconds since the epoch, for the signed timestamp
 */
export function signedIdentity(
  target: Exclude<DeviceTarget, { kind: 'broker' }>,
  now: number,
): SignedIdentity {
  const { productKey, deviceName, signMethod } = target;
  const id = target.clientId || `${productKey}.${deviceName}`.slice(0, CLIENT_ID_MAX);
  const timestamp = String(now);
  const secureMode = secureModeFor(transportOf(target));
  return {
    clientId: buildClientId(id, { securemode: secureMode, signmethod: signMethod, timestamp }),
    username: userName(deviceName, productKey),
    content: signContent({ clientId: id, deviceName, productKey, timestamp }),
    signMethod,
    secureMode,
  };
}

/**
 * What to say in CONNECT. For a triple everything is computed from it.
 *
 * @param now milliseconds since the epoch, for the signed timestamp
 */
export function credentialsOf(target: DeviceTarget, secret: string, now: number): Credentials {
  const { keepAlive, cleanSession } = target;
  if (target.kind === 'broker') {
    return {
      clientId: target.clientId,
      username: target.username === '' ? undefined : target.username,
      password: secret === '' ? undefined : secret,
      keepAlive,
      cleanSession,
      protocolVersion: target.mqttVersion === '5' ? 5 : 4,
    };
  }
  const { clientId, username, content, signMethod } = signedIdentity(target, now);
  return {
    clientId,
    username,
    password: signPassword(content, secret, signMethod),
    keepAlive,
    cleanSession,
    protocolVersion: 4,
  };
}
