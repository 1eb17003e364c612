import { defaultPort, transportsFor } from '../../shared/alibaba/endpoints.ts';
import type { Triple } from '../../shared/alibaba/triple-text.ts';
import type { DeviceCredentials, SecretName } from '../../shared/contract/credentials.ts';
import type {
  Device,
  DeviceKind,
  MqttVersion,
  SignMethod,
  Transport,
} from '../../shared/contract/devices.ts';

/** How a triple signs in, as the form offers it: `regnwl` registers without pre-registration. */
export type SignIn = 'secret' | 'register' | 'regnwl' | 'token' | 'x509';

/** Which root certificates are trusted: a store's, or those that are given. */
export type Trust = 'runtime' | 'system' | 'given';

/** Every field of the device form, those of the kinds that are not chosen included. */
export interface DeviceFormValues {
  readonly kind: DeviceKind;
  readonly productKey: string;
  readonly deviceName: string;
  readonly region: string;
  readonly instanceId: string;
  readonly signIn: SignIn;
  readonly timestamp: boolean;
  readonly parameters: string;
  /** The client id that came with a token. */
  readonly tokenClientId: string;
  /** Instead of the host of an instance of Alibaba Cloud. */
  readonly customHost: string;
  readonly name: string;
  readonly host: string;
  /** Empty while the field is. */
  readonly port: number | '';
  readonly transport: Transport;
  readonly path: string;
  readonly signMethod: SignMethod;
  readonly keepAlive: number | '';
  readonly cleanSession: boolean;
  readonly trust: Trust;
  readonly rootCertificate: string;
  readonly username: string;
  readonly clientId: string;
  readonly mqttVersion: MqttVersion;
  /** PEM of the client's own certificate: of X.509, or for a broker that asks for one. */
  readonly certificate: string;
  /** Names between commas. */
  readonly alpn: string;
  readonly hasWill: boolean;
  readonly willTopic: string;
  readonly willPayload: string;
  readonly willQos: '0' | '1' | '2';
  readonly willRetain: boolean;
  readonly willDelay: number | '';
  readonly sessionExpiryInterval: number | '';
  readonly receiveMaximum: number | '';
  readonly maximumPacketSize: number | '';
  readonly topicAliasMaximum: number | '';
  readonly requestResponseInformation: boolean;
  readonly requestProblemInformation: boolean;
  /** A `name=value` in each line. */
  readonly userProperties: string;
  /** Secrets as typed now; a saved one is never here. */
  readonly secret: string;
  readonly productSecret: string;
  readonly privateKey: string;
  readonly passphrase: string;
  readonly removeSecret: boolean;
}

export type DeviceField = keyof DeviceFormValues;
/** Secrets that are typed; a token comes from a registration alone. */
export type TypedSecret = Exclude<SecretName, 'deviceToken'>;

/** True for an instance of Alibaba Cloud. */
export const isCloud = (kind: DeviceKind) =>
  kind === 'alibaba-public' || kind === 'alibaba-enterprise';

/** The platform recommends 300 s and more (D-30527); a local connection may be watched closer. */
const keepAliveFor = (kind: DeviceKind) => (isCloud(kind) ? 300 : 60);

const transportFor = (kind: DeviceKind): Transport => (isCloud(kind) ? 'tls' : 'tcp');

/** What follows the kind until the user sets it. */
export const kindDefaults = (kind: DeviceKind) => ({
  transport: transportFor(kind),
  port: defaultPort(kind, transportFor(kind)),
  keepAlive: keepAliveFor(kind),
});

const noWill = {
  hasWill: false,
  willTopic: '',
  willPayload: '',
  willQos: '0',
  willRetain: false,
  willDelay: '',
} as const;

const noProperties = {
  sessionExpiryInterval: '',
  receiveMaximum: '',
  maximumPacketSize: '',
  topicAliasMaximum: '',
  requestResponseInformation: false,
  // What a broker does that is not told (MQTT 5 §3.1.2.11.7).
  requestProblemInformation: true,
  userProperties: '',
} as const;

/** The values of a new device. */
export const empty: DeviceFormValues = {
  kind: 'alibaba-public',
  productKey: '',
  deviceName: '',
  region: 'cn-shanghai',
  instanceId: '',
  signIn: 'secret',
  timestamp: true,
  parameters: '',
  tokenClientId: '',
  customHost: '',
  name: '',
  host: '',
  path: '/mqtt',
  signMethod: 'hmacsha256',
  cleanSession: true,
  trust: 'runtime',
  rootCertificate: '',
  username: '',
  clientId: '',
  mqttVersion: '3.1.1',
  certificate: '',
  alpn: '',
  ...noWill,
  ...noProperties,
  secret: '',
  productSecret: '',
  privateKey: '',
  passphrase: '',
  removeSecret: false,
  ...kindDefaults('alibaba-public'),
};

/** The contract's name of a way to sign in. */
export const credentialsKind = (signIn: SignIn): DeviceCredentials['kind'] =>
  signIn === 'regnwl' ? 'register' : signIn;

/** The transports that the chosen kind and way to sign in can use. */
export function transportsOf({ kind, signIn }: Pick<DeviceFormValues, 'kind' | 'signIn'>) {
  return transportsFor(kind === 'broker' ? 'secret' : credentialsKind(signIn));
}

/**
 * The values after a change. Transport, port and keep-alive follow the kind, and the port follows
 * the transport, until they differ from what was offered: then the user has set them. A transport that
 * the way to sign in cannot use gives way to TLS; what is typed as a root certificate is trusted.
 */
export function withChange(
  values: DeviceFormValues,
  change: Partial<DeviceFormValues>,
): DeviceFormValues {
  const next = { ...values, ...change };
  if (next.kind !== values.kind) {
    const before = kindDefaults(values.kind);
    const after = kindDefaults(next.kind);
    if (values.transport === before.transport) next.transport = after.transport;
    if (values.keepAlive === before.keepAlive) next.keepAlive = after.keepAlive;
    // The local platform has no client certificates.
    if (next.kind === 'local' && next.signIn === 'x509') next.signIn = 'secret';
  }
  if (!transportsOf(next).includes(next.transport)) next.transport = 'tls';
  const offered = defaultPort(values.kind, values.transport);
  if (change.port === undefined && values.port === offered)
    next.port = defaultPort(next.kind, next.transport);
  if (change.rootCertificate !== undefined)
    next.trust = change.rootCertificate.trim() === '' ? 'runtime' : 'given';
  return next;
}

/** The values with a pasted triple; a broker has none, so its form turns into the platform's. */
export function withTriple(values: DeviceFormValues, triple: Triple): DeviceFormValues {
  const { productKey, deviceName, deviceSecret } = triple;
  const kind = values.kind === 'broker' ? 'alibaba-public' : values.kind;
  return withChange(values, {
    kind,
    signIn: 'secret',
    productKey,
    deviceName,
    secret: deviceSecret,
  });
}

/** True when a secret is saved that the chosen kind has a use for: a triple's is no broker password. */
export function isSaved(
  name: SecretName,
  { kind }: Pick<DeviceFormValues, 'kind'>,
  device: Device | null,
): boolean {
  const isSameUse = (device?.target.kind === 'broker') === (kind === 'broker');
  return isSameUse && (device?.secrets.includes(name) ?? false);
}
