import { extendedParametersProblem } from '../../shared/alibaba/extended-parameters.ts';
import {
  type Device,
  type DeviceDraft,
  type DeviceKind,
  deviceTargetSchema,
  PLATFORM_KEEP_ALIVE,
} from '../../shared/contract/devices.ts';
import { readUserProperties } from '../components/user-properties.ts';
import type { devices } from '../i18n/en/devices.ts';
import {
  type DeviceField,
  type DeviceFormValues,
  isSaved,
  type TypedSecret,
} from './device-form-values.ts';
import { targetInput } from './device-target.ts';

/** What is wrong with a field: the name of its text below `devices.errors`. */
export type FieldError = keyof typeof devices.errors;
export type FieldErrors = Partial<Record<DeviceField, FieldError>>;

/** Fields whose name in the contract is another one, by the path there. */
const fieldsByPath: Readonly<Record<string, DeviceField>> = {
  'credentials.certificate': 'certificate',
  clientCertificate: 'certificate',
  'will.topic': 'willTopic',
  'will.payload': 'willPayload',
  'will.delay': 'willDelay',
};

function fieldOf(path: readonly PropertyKey[], { kind }: DeviceFormValues): DeviceField {
  const [first, second] = path.map(String);
  if (first === 'host' && kind !== 'broker') return 'customHost';
  const known =
    fieldsByPath[[first, second].filter(Boolean).join('.')] ?? fieldsByPath[first ?? ''];
  return known ?? ((first === 'properties' ? second : first) as DeviceField);
}

const parameterErrors = {
  malformed: 'parametersMalformed',
  computed: 'parametersComputed',
  twice: 'parametersTwice',
  'too-long': 'parametersLong',
} as const;

const numbers: Partial<Record<DeviceField, FieldError>> = {
  willDelay: 'uint32',
  sessionExpiryInterval: 'uint32',
  receiveMaximum: 'receiveMaximum',
  maximumPacketSize: 'maximumPacketSize',
  topicAliasMaximum: 'uint16',
};

/** The text for a field that the schema refuses. */
function errorOf(field: DeviceField, values: DeviceFormValues): FieldError {
  const value = values[field];
  if (value === '' || (typeof value === 'string' && value.trim() === '')) return 'required';
  const isBroker = values.kind === 'broker';
  if (field === 'keepAlive') return isBroker ? 'keepAlive' : 'platformKeepAlive';
  if (field === 'clientId') return isBroker ? 'clientId' : 'tripleClientId';
  if (field === 'customHost') return 'host';
  if (field === 'parameters') {
    return parameterErrors[
      extendedParametersProblem(values.parameters.trim())?.kind ?? 'malformed'
    ];
  }
  return numbers[field] ?? (field as FieldError);
}

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/;

/** What the typed and the saved secrets lack, and a broker's password its user name. */
function secretErrors(values: DeviceFormValues, device: Device | null): FieldErrors {
  const { kind, signIn } = values;
  const has = (name: TypedSecret) =>
    values[name] !== '' ||
    (isSaved(name, values, device) && !(name === 'secret' && values.removeSecret));
  if (kind === 'broker') {
    const isShown = 'clientCertificate' in targetInput(values);
    return {
      ...(isShown && !has('privateKey') && { privateKey: 'required' }),
      ...(values.privateKey !== '' && !isShown && { certificate: 'required' }),
      // Since MQTT 5 a password may stand alone [MQTT-3.1.2-22].
      ...(values.mqttVersion !== '5' &&
        has('secret') &&
        values.username === '' && { username: 'usernameNeeded' }),
    };
  }
  if (signIn === 'secret' && !has('secret')) return { secret: 'required' };
  if (signIn === 'x509' && !has('privateKey')) return { privateKey: 'required' };
  const registers = signIn === 'register' || signIn === 'regnwl';
  return registers && !has('productSecret') ? { productSecret: 'required' } : {};
}

/** Rules that need more than one field, or more than the schema asks of a device in a file. */
function furtherErrors(values: DeviceFormValues, device: Device | null): FieldErrors {
  const { kind, clientId, mqttVersion, cleanSession, rootCertificate } = values;
  const errors = secretErrors(values, device);
  if (kind === 'broker' && clientId === '') {
    if (mqttVersion === '3.1') errors.clientId = 'clientIdNeeded31';
    // [MQTT-3.1.3-7]
    if (mqttVersion === '3.1.1' && !cleanSession) errors.clientId = 'clientIdNeeded';
  }
  if (kind === 'broker' && mqttVersion === '5' && !readUserProperties(values.userProperties))
    errors.userProperties = 'userProperties';
  const given = targetInput(values).rootCertificate;
  if (given === '') errors.rootCertificate = 'required';
  else if (typeof given === 'string' && !PEM.test(rootCertificate))
    errors.rootCertificate = 'rootCertificate';
  return errors;
}

/** The secrets to send: what is typed; leaving one out keeps the saved one. */
function secretsOf(values: DeviceFormValues): Partial<Record<TypedSecret, string>> {
  const { secret, productSecret, privateKey, passphrase, removeSecret } = values;
  return {
    ...((secret !== '' || removeSecret) && { secret }),
    ...(productSecret !== '' && { productSecret }),
    // A new key has a passphrase of its own, or none.
    ...(privateKey !== '' && { privateKey, passphrase }),
    ...(passphrase !== '' && { passphrase }),
  };
}

/** The draft to send, or the errors by field. The schema of the contract decides most of them. */
export function toDraft(
  values: DeviceFormValues,
  device: Device | null,
): { draft: DeviceDraft } | { errors: FieldErrors } {
  const parsed = deviceTargetSchema.safeParse(targetInput(values));
  const errors: FieldErrors = {};
  for (const { path } of parsed.error?.issues ?? []) {
    const field = fieldOf(path, values);
    errors[field] = errorOf(field, values);
  }
  Object.assign(errors, furtherErrors(values, device));
  if (!parsed.success || Object.keys(errors).length > 0) return { errors };
  return { draft: { id: device?.id ?? null, target: parsed.data, ...secretsOf(values) } };
}

/** Bounds of "Keep alive (s)" for the chosen kind, in seconds. */
export function keepAliveBounds(kind: DeviceKind): { readonly min: number; readonly max: number } {
  return kind === 'broker' ? { min: 0, max: 65_535 } : PLATFORM_KEEP_ALIVE;
}
