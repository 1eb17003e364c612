import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { misfitRoot, platformRoots, rootByFingerprint } from './root-certificates.ts';

const [r1, r6, aliyun] = platformRoots.map(({ sha256 }) => sha256);

test('the root that the runtime has is known by its fingerprint', () => {
  const known = rootCertificates
    .map((pem) => rootByFingerprint(new X509Certificate(pem).fingerprint256)?.id)
    .filter((id) => id !== undefined);
  expect(known).toContain('globalsign-r6');
});

test('a fingerprint is known in either case of its letters', () => {
  expect(rootByFingerprint(r1?.toLowerCase() ?? '')?.id).toBe('globalsign-r1');
  expect(rootByFingerprint('00')).toBeNull();
});

test.each([
  [[r1], 8883, 'globalsign-r1'],
  [[r6], 8883, 'globalsign-r6'],
  [[aliyun], 1883, 'aliyun-iot'],
  [[aliyun], 443, 'aliyun-iot'],
  [[r1], 1883, undefined],
  [[aliyun], 8883, undefined],
  [[r1, aliyun], 8883, undefined],
  [['00', r1], 8883, undefined],
  [[], 8883, undefined],
] as const)('of roots %j on port %i, %s does not fit', (fingerprints, port, id) => {
  const given = fingerprints.map((one) => one ?? '');
  expect(misfitRoot(given, port)?.id).toBe(id);
});
