import type { ConnectProperties, Will } from '../../shared/contract/broker-options.ts';
import type { DeviceCredentials } from '../../shared/contract/credentials.ts';
import {
  credentialsOfTarget,
  type Device,
  type DeviceTarget,
  type TripleTarget,
  transportOf,
} from '../../shared/contract/devices.ts';
import { userPropertyLines } from '../components/user-properties.ts';
import { type DeviceFormValues, empty, kindDefaults } from './device-form-values.ts';

function credentialValues(credentials: DeviceCredentials): Partial<DeviceFormValues> {
  switch (credentials.kind) {
    case 'secret':
      return { signIn: 'secret', timestamp: credentials.timestamp };
    case 'register':
      return { signIn: credentials.preRegistered ? 'register' : 'regnwl' };
    case 'token':
      return { signIn: 'token', tokenClientId: credentials.clientId };
    case 'x509':
      return { signIn: 'x509', certificate: credentials.certificate };
  }
}

function willValues({ topic, payload, qos, retain, delay }: Will) {
  return {
    hasWill: true,
    willTopic: topic,
    willPayload: payload,
    willQos: `${qos}`,
    willRetain: retain,
    willDelay: delay ?? '',
  } as const;
}

function propertyValues({ userProperties = [], ...rest }: ConnectProperties) {
  const set = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(set), userProperties: userPropertyLines(userProperties) };
}

function trustValues(target: DeviceTarget): Partial<DeviceFormValues> {
  if (target.kind === 'local') return {};
  const { rootCertificate, roots = 'runtime' } = target;
  return rootCertificate === null ? { trust: roots } : { trust: 'given', rootCertificate };
}

function brokerValues(
  target: Extract<DeviceTarget, { kind: 'broker' }>,
): Partial<DeviceFormValues> {
  const { name, host, username, clientId, mqttVersion, path = '/mqtt' } = target;
  const { will, properties, clientCertificate = '', alpn = [] } = target;
  return {
    name,
    host,
    username,
    clientId,
    mqttVersion,
    path,
    certificate: clientCertificate,
    alpn: alpn.join(', '),
    ...(will && willValues(will)),
    ...(properties && propertyValues(properties)),
  };
}

function tripleValues(target: TripleTarget): Partial<DeviceFormValues> {
  const { productKey, deviceName, signMethod, clientId, parameters = '' } = target;
  const triple = { productKey, deviceName, signMethod, clientId, parameters };
  const common = { ...triple, ...credentialValues(credentialsOfTarget(target)) };
  if (target.kind === 'local') return common;
  const customHost = target.host ?? '';
  return target.kind === 'alibaba-public'
    ? { ...common, customHost, region: target.region }
    : { ...common, customHost, instanceId: target.instanceId };
}

/** The form's first values: the defaults, or what is saved of a device. */
export function initialValues(device: Device | null): DeviceFormValues {
  if (!device) return empty;
  const { target } = device;
  const { kind, keepAlive, cleanSession } = target;
  return {
    ...empty,
    ...kindDefaults(kind),
    kind,
    keepAlive,
    cleanSession,
    transport: transportOf(target),
    ...(target.kind !== 'local' && { port: target.port }),
    ...(target.kind === 'broker' ? brokerValues(target) : tripleValues(target)),
    ...trustValues(target),
  };
}
