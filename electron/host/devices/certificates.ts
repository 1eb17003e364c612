import { X509Certificate } from 'node:crypto';
import type { Certificate, SystemStore } from '../../../shared/contract/certificates.ts';
import { HostError } from '../../../shared/contract/result.ts';
import type { Handlers } from '../handlers.ts';
import { findSystemRoots, splitPem } from '../sessions/trusted-roots.ts';

/** The common name of a distinguished name (a line for each part), else its unit or organisation. */
function nameOf(distinguished: string): string {
  const parts = new Map(
    distinguished.split('\n').map((line) => {
      const [name = '', ...value] = line.split('=');
      return [name, value.join('=')];
    }),
  );
  const common = parts.get('CN');
  // GlobalSign's later roots are told apart by their unit alone.
  return (
    (common === 'GlobalSign' ? parts.get('OU') : common) ?? parts.get('OU') ?? parts.get('O') ?? ''
  );
}

function read(pem: string): Certificate {
  const { subject, issuer, validFrom, validTo, fingerprint256 } = new X509Certificate(pem);
  return {
    name: nameOf(subject),
    issuer: nameOf(issuer),
    validFrom: Date.parse(validFrom),
    validTo: Date.parse(validTo),
    sha256: fingerprint256,
  };
}

function inspect(pem: string): Certificate[] {
  const texts = splitPem(pem);
  try {
    if (texts.length > 0) return texts.map(read);
  } catch {
    // Said below: OpenSSL's words help nobody.
  }
  throw new HostError('certificate-unreadable', 'no certificate can be read from this text');
}

function systemStore(): SystemStore | null {
  const found = findSystemRoots();
  return found && { source: found.source, certificates: found.certificates.length };
}

/** Handlers of the commands about certificates. */
export const certificateHandlers: Pick<
  Handlers,
  'certificates.inspect' | 'certificates.systemStore'
> = {
  'certificates.inspect': async ({ pem }) => ({ certificates: inspect(pem) }),
  'certificates.systemStore': async () => ({ store: systemStore() }),
};
