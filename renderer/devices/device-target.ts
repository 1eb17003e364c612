import { isEncrypted } from '../../shared/contract/devices.ts';
import { readUserProperties } from '../components/user-properties.ts';
import type { DeviceFormValues } from './device-form-values.ts';

/** An object with only those of its members that are set: an absent one means its default. */
function present(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== ''),
  );
}

function credentialsOf({ signIn, timestamp, certificate, tokenClientId }: DeviceFormValues) {
  switch (signIn) {
    case 'secret':
      return timestamp ? undefined : { kind: 'secret', timestamp };
    case 'register':
    case 'regnwl':
      return { kind: 'register', preRegistered: signIn === 'register' };
    case 'token':
      return { kind: 'token', clientId: tokenClientId };
    case 'x509':
      return { kind: 'x509', certificate };
  }
}

function trustOf({ transport, trust, rootCertificate }: DeviceFormValues) {
  if (!isEncrypted(transport) || trust === 'runtime') return { rootCertificate: null };
  return trust === 'system'
    ? { rootCertificate: null, roots: 'system' }
    : { rootCertificate: rootCertificate.trim() };
}

function willOf(values: DeviceFormValues) {
  const { hasWill, willTopic, willPayload, willQos, willRetain, willDelay, mqttVersion } = values;
  if (!hasWill) return undefined;
  return {
    topic: willTopic,
    payload: willPayload,
    qos: Number(willQos),
    retain: willRetain,
    ...present({ delay: mqttVersion === '5' ? willDelay : '' }),
  };
}

/** Only what differs from what a broker takes for granted. */
function propertiesOf(values: DeviceFormValues) {
  if (values.mqttVersion !== '5') return undefined;
  const userProperties = readUserProperties(values.userProperties) ?? [];
  const properties = present({
    sessionExpiryInterval: values.sessionExpiryInterval,
    receiveMaximum: values.receiveMaximum,
    maximumPacketSize: values.maximumPacketSize,
    topicAliasMaximum: values.topicAliasMaximum,
    requestResponseInformation: values.requestResponseInformation || undefined,
    requestProblemInformation: values.requestProblemInformation ? undefined : false,
    userProperties: userProperties.length === 0 ? undefined : userProperties,
  });
  return Object.keys(properties).length === 0 ? undefined : properties;
}

function alpnOf({ alpn }: DeviceFormValues): string[] | undefined {
  const names = alpn.split(',').map((name) => name.trim());
  return names.some((name) => name !== '') ? names : undefined;
}

function brokerOf(values: DeviceFormValues) {
  const { name, host, username, clientId, mqttVersion, transport, path } = values;
  const isWebSocket = transport === 'ws' || transport === 'wss';
  const overTls = isEncrypted(transport);
  return {
    name,
    host,
    username,
    clientId,
    mqttVersion,
    ...present({
      path: isWebSocket && path.trim() !== '/mqtt' ? path : undefined,
      will: willOf(values),
      properties: propertiesOf(values),
      clientCertificate: overTls ? values.certificate.trim() : '',
      alpn: overTls ? alpnOf(values) : undefined,
    }),
  };
}

/** What the form's values say of a target: input for the contract's schema, which judges it. */
export function targetInput(values: DeviceFormValues): Record<string, unknown> {
  const { kind, keepAlive, cleanSession, transport, port } = values;
  const common = { kind, keepAlive, cleanSession, transport };
  if (kind === 'broker') return { ...common, port, ...trustOf(values), ...brokerOf(values) };
  const { productKey, deviceName, signMethod, clientId, parameters } = values;
  const triple = {
    ...common,
    productKey,
    deviceName,
    signMethod,
    clientId,
    ...present({ parameters: parameters.trim(), credentials: credentialsOf(values) }),
  };
  if (kind === 'local') return triple;
  return {
    ...triple,
    port,
    ...trustOf(values),
    ...present({ host: values.customHost.trim() }),
    ...(kind === 'alibaba-public' ? { region: values.region } : { instanceId: values.instanceId }),
  };
}
