import { createPrivateKey, X509Certificate } from 'node:crypto';
import { HostError } from '../../../shared/contract/result.ts';
import type { Secrets } from './login.ts';

/**
 * Checks that a private key opens and belongs to a client certificate. Throws a HostError:
 * `certificate-unreadable`, `key-unreadable` (no PEM key, or the passphrase is wrong or missing), or
 * `key-mismatch`. No message holds a part of the key.
 */
export function checkClientKey(certificate: string, { privateKey, passphrase }: Secrets): void {
  let shown: X509Certificate;
  try {
    shown = new X509Certificate(certificate);
  } catch {
    throw new HostError('certificate-unreadable', 'the client certificate cannot be read');
  }
  let belongs: boolean;
  try {
    const key = createPrivateKey({
      key: privateKey ?? '',
      format: 'pem',
      passphrase: passphrase ?? '',
    });
    belongs = shown.checkPrivateKey(key);
  } catch {
    throw new HostError('key-unreadable', 'the private key cannot be read with this passphrase');
  }
  if (!belongs) throw new HostError('key-mismatch', 'the private key is not of this certificate');
}
