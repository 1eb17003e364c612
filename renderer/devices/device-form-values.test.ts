import { describe, expect, it } from 'vitest';
import { broker, filled, triple } from './device-form.test-support.ts';
import { withChange, withTriple } from './device-form-values.ts';
import { initialValues } from './initial-values.ts';

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

  it('turns to TLS with a way of signing in that needs it, and leaves the secret alone', () => {
    const plain = withChange(filled, { transport: 'tcp' });
    for (const signIn of ['register', 'regnwl', 'x509'] as const)
      expect(withChange(plain, { signIn })).toMatchObject({ transport: 'tls', secret: 's3cret' });
    expect(withChange(plain, { signIn: 'secret' }).transport).toBe('tcp');
  });

  it('leaves client certificates behind on the local platform', () => {
    const certified = withChange(filled, { signIn: 'x509' });
    expect(withChange(certified, { kind: 'local' }).signIn).toBe('secret');
  });

  it('trusts a root certificate that is typed, and a list again when it is gone', () => {
    const given = withChange(filled, { rootCertificate: 'PEM' });
    expect(given.trust).toBe('given');
    expect(withChange(given, { trust: 'system' }).rootCertificate).toBe('PEM');
    expect(withChange(given, { rootCertificate: '' }).trust).toBe('runtime');
  });
});

describe('withTriple', () => {
  it('fills the three fields and turns a broker into a platform device', () => {
    expect(withTriple(broker({ signIn: 'x509' }), triple)).toMatchObject({
      kind: 'alibaba-public',
      signIn: 'secret',
      productKey: 'a1B2',
      deviceName: 'lamp-01',
      secret: 's3cret',
    });
  });
});
