import { describe, expect, it } from 'vitest';
import type { Device } from '../../shared/contract/devices.ts';
import {
  type DeviceFormValues,
  initialValues,
  toDraft,
  withChange,
  withTriple,
} from './device-form-values.ts';

const triple = { productKey: 'a1B2', deviceName: 'lamp-01', deviceSecret: 's3cret' };
const filled = withTriple(initialValues(null), triple);
const broker = (change: Partial<DeviceFormValues> = {}) =>
  withChange(withChange(initialValues(null), { kind: 'broker', name: 'lab', host: 'lab' }), change);

function savedAs(values: DeviceFormValues): Device {
  const result = toDraft(values, null);
  if (!('draft' in result)) throw new Error('these values do not make a device');
  const { target } = result.draft;
  return { id: 'd1', target, secrets: ['secret'], createdAt: 0, lastConnectedAt: null };
}

describe('withChange', () => {
  it('lets the port follow the transport', () => {
    expect(broker({ transport: 'tls' }).port).toBe(8883);
    expect(withChange(filled, { transport: 'wss' }).port).toBe(443);
  });

  it('leaves a port that the user set', () => {
    expect(withChange(broker({ port: 2883 }), { transport: 'tls' }).port).toBe(2883);
  });

  it('lets transport and keep-alive follow the kind until they are set', () => {
    expect(broker()).toMatchObject({ transport: 'tcp', port: 1883, keepAlive: 60 });
    const set = withChange(initialValues(null), { keepAlive: 45 });
    expect(withChange(set, { kind: 'broker' }).keepAlive).toBe(45);
  });
});

describe('withTriple', () => {
  it('fills the three fields and turns a broker into a platform device', () => {
    expect(withTriple(broker(), triple)).toMatchObject({
      kind: 'alibaba-public',
      productKey: 'a1B2',
      deviceName: 'lamp-01',
      secret: 's3cret',
    });
  });
});

describe('toDraft', () => {
  it('makes a draft with the secret of a new device', () => {
    expect(toDraft(filled, null)).toEqual({
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
    expect(toDraft(initialValues(null), null)).toEqual({
      errors: { productKey: 'required', deviceName: 'required', secret: 'required' },
    });
  });

  it('names the rule a field breaks', () => {
    const values = withChange(filled, {
      productKey: 'a b',
      keepAlive: 5,
      port: 0,
      clientId: 'a|b',
    });
    expect(toDraft(values, null)).toEqual({
      errors: {
        productKey: 'productKey',
        keepAlive: 'platformKeepAlive',
        port: 'port',
        clientId: 'tripleClientId',
      },
    });
  });

  it('refuses a session that is kept for a client without an id in MQTT 3.1.1', () => {
    expect(toDraft(broker({ cleanSession: false }), null)).toEqual({
      errors: { clientId: 'clientIdNeeded' },
    });
    expect(toDraft(broker({ cleanSession: false, mqttVersion: '5' }), null)).toHaveProperty(
      'draft',
    );
  });

  it('refuses a root certificate that is not PEM', () => {
    expect(toDraft(broker({ transport: 'tls', rootCertificate: 'MIIB' }), null)).toEqual({
      errors: { rootCertificate: 'rootCertificate' },
    });
  });

  it('leaves a root certificate out where nothing is encrypted', () => {
    expect(toDraft(broker({ rootCertificate: 'MIIB' }), null)).toHaveProperty(
      'draft.target.rootCertificate',
      null,
    );
  });

  it('keeps a saved secret by leaving it out, and removes it with an empty one', () => {
    const device = savedAs(broker());
    const values = initialValues(device);
    expect(toDraft(values, device)).not.toHaveProperty('draft.secret');
    expect(toDraft({ ...values, removeSecret: true }, device)).toHaveProperty('draft.secret', '');
  });

  it("never leaves a triple's secret in place for a broker", () => {
    const device = savedAs(filled);
    const values = withChange(initialValues(device), { kind: 'broker', name: 'lab', host: 'lab' });
    expect(toDraft(values, device)).toHaveProperty('draft.secret', '');
  });
});
