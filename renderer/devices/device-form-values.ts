import { defaultPort } from '../../shared/alibaba/endpoints.ts';
import type { Triple } from '../../shared/alibaba/triple-text.ts';
import {
  type Device,
  type DeviceDraft,
  type DeviceKind,
  type DeviceTarget,
  deviceTargetSchema,
  type MqttVersion,
  PLATFORM_KEEP_ALIVE,
  type SignMethod,
  type Transport,
} from '../../shared/contract/devices.ts';

/** Every field of the device form, those of the kinds that are not chosen included. */
export interface DeviceFormValues {
  readonly kind: DeviceKind;
  readonly productKey: string;
  readonly deviceName: string;
  readonly region: string;
  readonly instanceId: string;
  readonly name: string;
  readonly host: string;
  /** Empty while the field is. */
  readonly port: number | '';
  readonly transport: Transport;
  readonly signMethod: SignMethod;
  readonly keepAlive: number | '';
  readonly cleanSession: boolean;
  readonly rootCertificate: string;
  readonly username: string;
  readonly clientId: string;
  readonly mqttVersion: MqttVersion;
  /** The device secret or password as typed now; a saved one is never here. */
  readonly secret: string;
  readonly removeSecret: boolean;
}

export type DeviceField = keyof DeviceFormValues;

/** The platform recommends 300 s and more (D-30527); a local connection may be watched closer. */
const keepAliveFor = (kind: DeviceKind) =>
  kind === 'alibaba-public' || kind === 'alibaba-enterprise' ? 300 : 60;

const transportFor = (kind: DeviceKind): Transport =>
  kind === 'alibaba-public' || kind === 'alibaba-enterprise' ? 'tls' : 'tcp';

/** True where a root certificate has a use. */
export const isEncrypted = (transport: Transport) => transport === 'tls' || transport === 'wss';

/** What follows the kind until the user sets it. */
const kindDefaults = (kind: DeviceKind) => ({
  transport: transportFor(kind),
  port: defaultPort(kind, transportFor(kind)),
  keepAlive: keepAliveFor(kind),
});

const empty: DeviceFormValues = {
  kind: 'alibaba-public',
  productKey: '',
  deviceName: '',
  region: 'cn-shanghai',
  instanceId: '',
  name: '',
  host: '',
  signMethod: 'hmacsha256',
  cleanSession: true,
  rootCertificate: '',
  username: '',
  clientId: '',
  mqttVersion: '3.1.1',
  secret: '',
  removeSecret: false,
  ...kindDefaults('alibaba-public'),
};

/** The form's first values: the defaults, or what is saved of a device. */
export function initialValues(device: Device | null): DeviceFormValues {
  if (!device) return empty;
  const { target } = device;
  const rootCertificate = 'rootCertificate' in target ? (target.rootCertificate ?? '') : '';
  const { transport = 'tcp' } = target;
  const { host = '' } = 'host' in target ? target : {};
  return { ...empty, ...kindDefaults(target.kind), ...target, transport, host, rootCertificate };
}

/**
 * The values after a change. Transport, port and keep-alive follow the kind, and the port follows
 * the transport, until they differ from what was offered: then the user has set them.
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
  }
  const offered = defaultPort(values.kind, values.transport);
  if (change.port === undefined && values.port === offered)
    next.port = defaultPort(next.kind, next.transport);
  return next;
}

/** The values with a pasted triple; a broker has none, so its form turns into the platform's. */
export function withTriple(values: DeviceFormValues, triple: Triple): DeviceFormValues {
  const { productKey, deviceName, deviceSecret } = triple;
  const kind = values.kind === 'broker' ? 'alibaba-public' : values.kind;
  return withChange(values, { kind, productKey, deviceName, secret: deviceSecret });
}

/** True when the saved secret is one of the chosen kind: a triple's is no broker password. */
export function keepsSecret(values: DeviceFormValues, device: Device | null): boolean {
  const sameUse = (device?.target.kind === 'broker') === (values.kind === 'broker');
  return (device?.secrets.includes('secret') ?? false) && sameUse && !values.removeSecret;
}

/** What is wrong with a field: the name of its text below `devices.errors`. */
export type FieldError =
  | 'required'
  | 'productKey'
  | 'deviceName'
  | 'region'
  | 'instanceId'
  | 'name'
  | 'host'
  | 'port'
  | 'keepAlive'
  | 'platformKeepAlive'
  | 'clientId'
  | 'tripleClientId'
  | 'clientIdNeeded'
  | 'rootCertificate';

export type FieldErrors = Partial<Record<DeviceField, FieldError>>;

function errorOf(field: DeviceField, values: DeviceFormValues): FieldError {
  const value = values[field];
  if (value === '' || (typeof value === 'string' && value.trim() === '')) return 'required';
  if (field === 'keepAlive') return values.kind === 'broker' ? 'keepAlive' : 'platformKeepAlive';
  if (field === 'clientId') return values.kind === 'broker' ? 'clientId' : 'tripleClientId';
  return field as FieldError;
}

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/;

/**
 * The draft to send, or the errors by field. The schema of the contract decides; beside it stand
 * three rules that need more than one field: a triple needs a secret, MQTT 3.1.1 needs a clean
 * session where the client has no id of its own [MQTT-3.1.3-7], and a certificate must be PEM.
 */
export function toDraft(
  values: DeviceFormValues,
  device: Device | null,
): { draft: DeviceDraft } | { errors: FieldErrors } {
  const errors: FieldErrors = {};
  const encrypted = values.kind !== 'local' && isEncrypted(values.transport);
  const rootCertificate = (encrypted && values.rootCertificate.trim()) || null;
  const parsed = deviceTargetSchema.safeParse({
    ...values,
    host: values.host || undefined,
    rootCertificate,
  });
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path[0] as DeviceField;
    errors[field] = errorOf(field, values);
  }
  const keeps = keepsSecret(values, device);
  if (values.kind !== 'broker' && !values.secret && !keeps) errors.secret = 'required';
  const unnamed = values.clientId === '' && values.mqttVersion === '3.1.1';
  if (values.kind === 'broker' && unnamed && !values.cleanSession)
    errors.clientId = 'clientIdNeeded';
  if (rootCertificate && !PEM.test(rootCertificate)) errors.rootCertificate = 'rootCertificate';
  if (!parsed.success || Object.keys(errors).length > 0) return { errors };
  return { draft: draftOf(parsed.data, values, device, keeps) };
}

function draftOf(
  target: DeviceTarget,
  values: DeviceFormValues,
  device: Device | null,
  keeps: boolean,
): DeviceDraft {
  const id = device?.id ?? null;
  // Leaving the secret out keeps the saved one, which must not reach an endpoint of another kind.
  return values.secret === '' && keeps ? { id, target } : { id, target, secret: values.secret };
}

/** Bounds of "Keep alive (s)" for the chosen kind, in seconds. */
export function keepAliveBounds(kind: DeviceKind): { readonly min: number; readonly max: number } {
  return kind === 'broker' ? { min: 0, max: 65_535 } : PLATFORM_KEEP_ALIVE;
}
