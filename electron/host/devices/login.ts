import { randomBytes } from 'node:crypto';
import type { ConnectProperties, Will } from '../../../shared/contract/broker-options.ts';
import type { SecretName } from '../../../shared/contract/credentials.ts';
import { credentialsOfTarget, type DeviceTarget } from '../../../shared/contract/devices.ts';
import { signPassword } from '../sign.ts';
import { deviceIdentity, type Moment } from './device-identity.ts';

/** What a device says in CONNECT. The password is a secret: never log it. */
export interface Credentials {
  readonly clientId: string;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly keepAlive: number;
  readonly cleanSession: boolean;
  readonly protocolVersion: 3 | 4 | 5;
  readonly will: Will | undefined;
  readonly properties: ConnectProperties | undefined;
}

/** What a client shows in the TLS handshake. The key is a secret: never log it. */
export interface ClientCertificate {
  readonly certificate: string;
  readonly privateKey: string;
  /** Empty where the key is not locked. */
  readonly passphrase: string;
}

/** All that a device needs for one connection. */
export interface Login {
  readonly credentials: Credentials;
  readonly certificate: ClientCertificate | null;
  /** It registers: the platform pushes what the device connects with from then on. */
  readonly registers: boolean;
}

/** Secrets in clear; a name without one has none. */
export type Secrets = Readonly<Partial<Record<SecretName, string>>>;

const levels = { '3.1': 3, '3.1.1': 4, '5': 5 } as const;

function brokerCredentials(
  target: Extract<DeviceTarget, { kind: 'broker' }>,
  { secret }: Secrets,
): Credentials {
  const { clientId, username, keepAlive, cleanSession, mqttVersion } = target;
  return {
    clientId,
    username: username === '' ? undefined : username,
    password: secret,
    keepAlive,
    cleanSession,
    protocolVersion: levels[mqttVersion],
    will: target.will,
    properties: mqttVersion === '5' ? target.properties : undefined,
  };
}

/** What to say in CONNECT. For a triple everything is computed from it. */
export function credentialsOf(target: DeviceTarget, secrets: Secrets, moment: Moment): Credentials {
  if (target.kind === 'broker') return brokerCredentials(target, secrets);
  const { clientId, username, signature } = deviceIdentity(target, moment);
  const signed =
    signature &&
    signPassword(signature.content, secrets[signature.key] ?? '', signature.signMethod);
  const isToken = credentialsOfTarget(target).kind === 'token';
  return {
    clientId,
    username,
    password: signed ?? (isToken ? secrets.deviceToken : undefined),
    keepAlive: target.keepAlive,
    cleanSession: target.cleanSession,
    protocolVersion: 4,
    will: undefined,
    properties: undefined,
  };
}

/** The certificate that a target's client shows; undefined for one that shows none. */
export function certificateOf(target: DeviceTarget): string | undefined {
  if (target.kind === 'broker') return target.clientCertificate;
  const credentials = credentialsOfTarget(target);
  return credentials.kind === 'x509' ? credentials.certificate : undefined;
}

/** The moment of a connection that is made now. */
export function thisMoment(): Moment {
  return { now: Date.now(), random: randomBytes(8).toString('hex') };
}

/** All that a device needs for a connection that is made now. */
export function loginOf(target: DeviceTarget, secrets: Secrets): Login {
  const certificate = certificateOf(target);
  const { privateKey = '', passphrase = '' } = secrets;
  return {
    credentials: credentialsOf(target, secrets, thisMoment()),
    certificate: certificate === undefined ? null : { certificate, privateKey, passphrase },
    registers: target.kind !== 'broker' && credentialsOfTarget(target).kind === 'register',
  };
}
