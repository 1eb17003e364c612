import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../storage/temporary-folder.test-support.ts';
import { openCertificates } from './certificate.ts';

const YEAR = 365 * 86_400_000;
const now = new Date('2026-01-01T00:00:00Z');

let folder: string;

beforeEach(async () => {
  folder = join(await temporaryFolder(), 'platform');
});

const readCa = () => new X509Certificate(readFileSync(join(folder, 'ca.pem')));

describe("the platform's certificate", () => {
  test('is for localhost and 127.0.0.1 and signed by the authority in ca.pem', async () => {
    const { server, caPath } = await openCertificates(folder, now);
    const cert = new X509Certificate(server.cert);
    expect(caPath).toBe(join(folder, 'ca.pem'));
    expect(cert.checkHost('localhost')).toBe('localhost');
    expect(cert.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(cert.checkHost('example.com')).toBeUndefined();
    expect(cert.ca).toBe(false);
    expect(readCa().ca).toBe(true);
    expect(cert.checkIssued(readCa()) && cert.verify(readCa().publicKey)).toBe(true);
    expect(Date.parse(cert.validTo)).toBeGreaterThan(now.getTime() + YEAR);
  });

  test('comes from the same authority at the next start', async () => {
    await openCertificates(folder, now);
    const first = readCa().fingerprint256;
    const { server } = await openCertificates(folder, new Date(now.getTime() + YEAR));
    expect(readCa().fingerprint256).toBe(first);
    expect(new X509Certificate(server.cert).verify(readCa().publicKey)).toBe(true);
  });

  test('comes from one authority when two start at once in a new folder', async () => {
    const both = await Promise.all([openCertificates(folder, now), openCertificates(folder, now)]);
    for (const { server } of both) {
      expect(new X509Certificate(server.cert).verify(readCa().publicKey)).toBe(true);
    }
  });

  test('comes from a new authority when the old one would end first', async () => {
    await openCertificates(folder, now);
    const first = readCa().fingerprint256;
    const later = new Date(now.getTime() + 9.5 * YEAR);
    const { server } = await openCertificates(folder, later);
    expect(readCa().fingerprint256).not.toBe(first);
    expect(Date.parse(readCa().validTo)).toBeGreaterThan(later.getTime() + 9 * YEAR);
    expect(new X509Certificate(server.cert).verify(readCa().publicKey)).toBe(true);
  });

  test.each(['', 'no PEM', '-----BEGIN PRIVATE KEY-----\n'])(
    'comes from a new authority when the file holds %j',
    async (text) => {
      await openCertificates(folder, now);
      const first = readCa().fingerprint256;
      writeFileSync(join(folder, 'ca-key.pem'), text);
      await openCertificates(folder, now);
      expect(readCa().fingerprint256).not.toBe(first);
    },
  );

  test('leaves one private key behind, which only its owner may read', async () => {
    await openCertificates(folder, now);
    expect(readdirSync(folder).sort()).toEqual(['ca-key.pem', 'ca.pem']);
    expect(statSync(join(folder, 'ca-key.pem')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'ca.pem'), 'utf8')).not.toContain('PRIVATE');
  });
});
