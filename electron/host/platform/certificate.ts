import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { LOCAL_HOST } from '../../../shared/alibaba/endpoints.ts';
import { createFileOnce } from '../storage/create-file-once.ts';
import type { ServerCertificate } from './listeners.ts';

/** What the platform shows over TLS, and what its clients trust. */
export interface PlatformCertificates {
  readonly server: ServerCertificate;
  /** The authority's certificate as PEM, for a client's list of roots. */
  readonly authority: string;
  /** The file it is in. */
  readonly caPath: string;
}

/** A private key and its certificate, as PEM. */
interface Authority {
  readonly key: string;
  readonly cert: string;
}

const DAY = 86_400_000;
const CA_DAYS = 3650;
/** The longest that Apple's and Google's clients take. */
const SERVER_DAYS = 397;

/** RSA as on the platform's own roots: builds of mbedTLS for small devices may know nothing else. */
const ALGORITHM = { algorithm: 'sha256', keyType: 'rsa', keySize: 2048 } as const;

/** From a day ago: the clock of a device may be behind. */
const validity = (now: Date, days: number) => ({
  notBeforeDate: new Date(now.getTime() - DAY),
  notAfterDate: new Date(now.getTime() + days * DAY),
});

async function makeAuthority(now: Date): Promise<Authority> {
  const made = await generate([{ name: 'commonName', value: 'Tricorder local platform CA' }], {
    ...ALGORITHM,
    ...validity(now, CA_DAYS),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { key: made.private, cert: made.cert };
}

async function makeServer(ca: Authority, now: Date): Promise<ServerCertificate> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...ALGORITHM,
    ...validity(now, SERVER_DAYS),
    ca,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: LOCAL_HOST },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** The authority in a file, if it is whole and outlives a server's certificate made now. */
function readAuthority(path: string, now: Date): Authority | null {
  try {
    const text = readFileSync(path, 'utf8');
    const key = createPrivateKey(text);
    const cert = new X509Certificate(text);
    const end = Date.parse(cert.validTo);
    if (!cert.checkPrivateKey(key) || end < now.getTime() + SERVER_DAYS * DAY) return null;
    return { key: key.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: cert.toString() };
  } catch {
    return null;
  }
}

async function openAuthority(path: string, now: Date): Promise<Authority> {
  const kept = readAuthority(path, now);
  if (kept !== null) return kept;
  rmSync(path, { force: true });
  const { key, cert } = await makeAuthority(now);
  createFileOnce(path, key + cert);
  // Another start may have been faster; then its authority is everybody's.
  const made = readAuthority(path, now);
  if (made === null) throw new Error(`cannot read back ${path}`);
  return made;
}

/**
 * The platform's own certificates, for `localhost` and 127.0.0.1. The authority stays the same as
 * long as its folder does: `ca-key.pem` (readable by its owner only) and `ca.pem`. It is made anew
 * when it is missing, broken, or would end before what it signs. The server's certificate is made at
 * each start and kept in no file.
 */
export async function openCertificates(
  folder: string,
  now = new Date(),
): Promise<PlatformCertificates> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = await openAuthority(join(folder, 'ca-key.pem'), now);
  const caPath = join(folder, 'ca.pem');
  writeFileSync(caPath, authority.cert);
  return { server: await makeServer(authority, now), authority: authority.cert, caPath };
}
