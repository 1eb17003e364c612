import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { certificateHandlers } from './certificates.ts';

const inspect = certificateHandlers['certificates.inspect'];
const r6 = rootCertificates.find((pem) => new X509Certificate(pem).subject.includes('R6')) ?? '';

test('each certificate of a text is named with its time and fingerprint', async () => {
  const { certificates } = await inspect({ pem: `comment\n${r6}\n${rootCertificates[0]}` });
  expect(certificates).toHaveLength(2);
  expect(certificates[0]).toEqual({
    name: 'GlobalSign Root CA - R6',
    issuer: 'GlobalSign Root CA - R6',
    validFrom: Date.UTC(2014, 11, 10),
    validTo: Date.UTC(2034, 11, 10),
    sha256: new X509Certificate(r6).fingerprint256,
  });
});

test.each(['', 'MIIB', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'])(
  'text without a certificate is refused: %j',
  async (pem) => {
    await expect(inspect({ pem })).rejects.toMatchObject({ code: 'certificate-unreadable' });
  },
);
