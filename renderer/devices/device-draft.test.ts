import { describe, expect, it } from 'vitest';
import { toDraft } from './device-draft.ts';
import { broker, filled, PEM, savedAs } from './device-form.test-support.ts';
import { type DeviceFormValues, withChange } from './device-form-values.ts';
import { initialValues } from './initial-values.ts';

const errorsOf = (values: DeviceFormValues, device: Parameters<typeof toDraft>[1] = null) => {
  const result = toDraft(values, device);
  return 'errors' in result ? result.errors : {};
};
const cloud = (change: Partial<DeviceFormValues>) => withChange(filled, change);

describe('toDraft', () => {
  it('makes a draft with the secret of a new device', () => {
    expect(toDraft(filled, null)).toStrictEqual({
      draft: {
        id: null,
        secret: 's3cret',
        target: {
          kind: 'alibaba-public',
          productKey: 'a1B2',
          deviceName: 'lamp-01',
          region: 'cn-shanghai',
          transport: 'tls',
          port: 1883,
          signMethod: 'hmacsha256',
          keepAlive: 300,
          cleanSession: true,
          clientId: '',
          rootCertificate: null,
        },
      },
    });
  });

  it('asks for what a new device cannot do without', () => {
    const empty = initialValues(null);
    const names = { productKey: 'required', deviceName: 'required' };
    expect(errorsOf(empty)).toEqual({ ...names, secret: 'required' });
    expect(errorsOf(withChange(empty, { signIn: 'register' }))).toEqual({
      ...names,
      productSecret: 'required',
    });
    expect(errorsOf(withChange(empty, { signIn: 'x509' }))).toEqual({
      ...names,
      certificate: 'required',
      privateKey: 'required',
    });
  });

  it('names the rule a field breaks', () => {
    const values = cloud({
      productKey: 'a b',
      keepAlive: 5,
      port: 0,
      clientId: 'a|b',
      customHost: 'https://x',
    });
    expect(errorsOf(values)).toEqual({
      productKey: 'productKey',
      keepAlive: 'platformKeepAlive',
      port: 'port',
      clientId: 'tripleClientId',
      customHost: 'host',
    });
  });

  it.each([
    ['ext', 'parametersMalformed'],
    ['securemode=2', 'parametersComputed'],
    ['ext=1,ext=2', 'parametersTwice'],
    ['x='.padEnd(600, 'y'), 'parametersLong'],
  ])('says what is wrong with the extended parameters %s', (parameters, error) => {
    expect(errorsOf(cloud({ parameters }))).toEqual({ parameters: error });
  });

  it('refuses a session that is kept for a client without an id before MQTT 5', () => {
    const kept = { cleanSession: false } as const;
    expect(errorsOf(broker(kept))).toEqual({ clientId: 'clientIdNeeded' });
    expect(errorsOf(broker({ ...kept, mqttVersion: '5' }))).toEqual({});
    expect(errorsOf(broker({ mqttVersion: '3.1' }))).toEqual({ clientId: 'clientIdNeeded31' });
  });

  it('refuses a password without a username before MQTT 5', () => {
    expect(errorsOf(broker({ secret: 'x' }))).toEqual({ username: 'usernameNeeded' });
    expect(errorsOf(broker({ secret: 'x', mqttVersion: '5' }))).toEqual({});
  });

  it('refuses a root certificate that is not PEM, and one that is asked for and not given', () => {
    const wrong = broker({ transport: 'tls', rootCertificate: 'MIIB' });
    expect(errorsOf(wrong)).toEqual({ rootCertificate: 'rootCertificate' });
    const missing = broker({ transport: 'tls', trust: 'given' });
    expect(errorsOf(missing)).toEqual({ rootCertificate: 'required' });
  });

  it('leaves out what TLS alone has a use for where nothing is encrypted', () => {
    const plain = broker({ rootCertificate: PEM, certificate: PEM, alpn: 'mqtt' });
    expect(savedAs(plain).target).toStrictEqual(savedAs(broker()).target);
  });

  it('refuses a will without a topic, and numbers and properties that MQTT 5 does not have', () => {
    const values = broker({
      mqttVersion: '5',
      hasWill: true,
      willDelay: -1,
      receiveMaximum: 0,
      topicAliasMaximum: 70_000,
      maximumPacketSize: 0,
      userProperties: 'site',
    });
    expect(errorsOf(values)).toEqual({
      willTopic: 'required',
      willDelay: 'uint32',
      receiveMaximum: 'receiveMaximum',
      topicAliasMaximum: 'uint16',
      maximumPacketSize: 'maximumPacketSize',
      userProperties: 'userProperties',
    });
  });

  it('asks for the key of a client certificate, and for the certificate of a key', () => {
    const tls = { transport: 'tls' } as const;
    expect(errorsOf(broker({ ...tls, certificate: PEM }))).toEqual({ privateKey: 'required' });
    expect(errorsOf(broker({ ...tls, privateKey: 'k' }))).toEqual({ certificate: 'required' });
    expect(errorsOf(broker({ ...tls, certificate: PEM, privateKey: 'k' }))).toEqual({});
  });

  it('keeps a saved secret by leaving it out, and removes it with an empty one', () => {
    const device = savedAs(broker({ username: 'u', secret: 'x' }));
    const values = initialValues(device);
    expect(toDraft(values, device)).not.toHaveProperty('draft.secret');
    expect(toDraft({ ...values, removeSecret: true }, device)).toHaveProperty('draft.secret', '');
  });

  it('sends a new key with its own passphrase, or none', () => {
    const values = cloud({ signIn: 'x509', certificate: PEM, privateKey: 'k', passphrase: 'p' });
    const device = savedAs(values);
    expect(device.secrets).toEqual(['secret', 'privateKey', 'passphrase']);
    const again = { ...initialValues(device), privateKey: 'other' };
    expect(toDraft(again, device)).toMatchObject({
      draft: { privateKey: 'other', passphrase: '' },
    });
    expect(toDraft(initialValues(device), device)).not.toHaveProperty('draft.passphrase');
  });

  it('does not take a secret of another kind of target for saved', () => {
    const device = savedAs(filled);
    const values = withChange(initialValues(device), { kind: 'broker', name: 'lab', host: 'lab' });
    expect(toDraft(values, device)).not.toHaveProperty('draft.secret');
    const back = savedAs(broker({ username: 'u', secret: 'x' }));
    const asTriple = withChange(initialValues(back), {
      kind: 'local',
      productKey: 'a1',
      deviceName: 'd',
    });
    expect(errorsOf(asTriple, back)).toEqual({ secret: 'required' });
  });
});

describe('a saved device', () => {
  const everything = {
    mqttVersion: '5',
    transport: 'wss',
    path: '/plant',
    trust: 'system',
    certificate: PEM,
    privateKey: 'k',
    alpn: 'mqtt, x-amzn-mqtt-ca',
    hasWill: true,
    willTopic: 'gone',
    willPayload: 'bye',
    willQos: '1',
    willRetain: true,
    willDelay: 5,
    sessionExpiryInterval: 60,
    receiveMaximum: 20,
    maximumPacketSize: 1000,
    topicAliasMaximum: 3,
    requestResponseInformation: true,
    requestProblemInformation: false,
    userProperties: 'site=north\nsite=east',
  } as const;

  it.each<[string, DeviceFormValues]>([
    ['a triple', filled],
    [
      'a triple with all it can have',
      cloud({ timestamp: false, parameters: '_ss=1,ext=3', customHost: '10.0.0.7' }),
    ],
    [
      'a device of an enterprise instance',
      cloud({ kind: 'alibaba-enterprise', instanceId: 'iot-06' }),
    ],
    ['a product that registers', cloud({ signIn: 'register', productSecret: 'p' })],
    ['a product that registers an unknown device', cloud({ signIn: 'regnwl', productSecret: 'p' })],
    ['a client certificate', cloud({ signIn: 'x509', certificate: PEM, privateKey: 'k' })],
    ['a root certificate', cloud({ port: 8883, rootCertificate: PEM })],
    ['a local device', cloud({ kind: 'local', transport: 'wss' })],
    ['a broker', broker()],
    ['a broker with all it can have', broker(everything)],
  ])('is opened again as %s was filled in', (_name, values) => {
    const device = savedAs(values);
    const again = initialValues(device);
    // Nothing is lost, and no secret comes back: leaving them out keeps them.
    expect(toDraft(again, device)).toStrictEqual({ draft: { id: 'd1', target: device.target } });
  });

  it('with a token shows its client id as it was given', () => {
    const target = {
      kind: 'local',
      productKey: 'a1',
      deviceName: 'd',
      signMethod: 'hmacsha256',
      clientId: '',
      keepAlive: 60,
      cleanSession: true,
      transport: 'tls',
      credentials: { kind: 'token', clientId: 'given' },
    } as const;
    const device = { ...savedAs(filled), target, secrets: ['deviceToken' as const] };
    expect(toDraft(initialValues(device), device)).toEqual({ draft: { id: 'd1', target } });
  });
});
