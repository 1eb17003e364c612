import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import type { Roots } from '../devices/endpoint.ts';

/** The certificates that the system trusts, and where they were found. */
export interface SystemRoots {
  /** A file, or the system's own interface. */
  readonly source: string;
  /** PEM texts. */
  readonly certificates: readonly string[];
}

/** Bundles of the systems whose Node cannot ask: Debian, Fedora, RHEL, openSUSE, Alpine and macOS, FreeBSD. */
const bundles: readonly string[] = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
  '/usr/local/share/certs/ca-root-nss.crt',
];

/** `tls.getCACertificates` of Node 22.15 and later, where it is there. */
type AskSystem = ((store: 'system') => string[]) | undefined;
const askSystem: AskSystem =
  'getCACertificates' in tls ? (tls.getCACertificates as AskSystem) : undefined;

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The PEM texts of the certificates in a text. */
export function splitPem(text: string): string[] {
  return text.match(PEM) ?? [];
}

/**
 * The system's store: asked for where the runtime can, else read from the first bundle file there
 * is. Null where there is neither, or nothing in it.
 */
export function findSystemRoots(
  ask: AskSystem = askSystem,
  files: readonly string[] = bundles,
): SystemRoots | null {
  const certificates = ask?.('system') ?? [];
  if (certificates.length > 0) return { source: 'system', certificates };
  for (const source of files) {
    try {
      const found = splitPem(readFileSync(source, 'utf8'));
      if (found.length > 0) return { source, certificates: found };
    } catch {
      // Not this system's.
    }
  }
  return null;
}

/** The roots for a TLS connection; undefined for the runtime's. Throws where the system has none. */
export function trustedRoots(roots: Roots): string | string[] | undefined {
  switch (roots.kind) {
    case 'runtime':
      return undefined;
    case 'given':
      return roots.pem;
    case 'system': {
      const found = findSystemRoots();
      if (found === null) {
        throw new Error('this system has no store of root certificates that can be read');
      }
      return [...found.certificates];
    }
  }
}
