import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import { checkServerIdentity } from 'node:tls';
import type { CertificateProblem } from '../../../shared/session/connection-state.ts';

/** The certificate of the other end is not accepted. */
export class CertificateError extends Error {
  readonly certificate: CertificateProblem;

  constructor(message: string, certificate: CertificateProblem) {
    super(message);
    this.certificate = certificate;
  }
}

/** Verification results of OpenSSL (X509_V_ERR_…) and Node's own for the name. */
const problems: Readonly<Record<string, CertificateProblem['problem']>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
};

/** How many certificates of a chain are looked at: a longer one is no web PKI. */
const CHAIN_MAX = 10;

/** The last certificate that the other end sent, or the root if it sent that too. */
function topOf(leaf: DetailedPeerCertificate): DetailedPeerCertificate {
  let top = leaf;
  for (let depth = 0; depth < CHAIN_MAX; depth += 1) {
    const above: DetailedPeerCertificate | undefined = top.issuerCertificate;
    if (above === undefined || above.fingerprint256 === top.fingerprint256) break;
    top = above;
  }
  return top;
}

/** As a part of a distinguished name is given: once, several times or not at all. */
const one = (part: string | string[] | undefined): string =>
  (Array.isArray(part) ? part[0] : part) ?? '';

/** GlobalSign's later roots are told apart by their unit alone. */
function issuerName({ issuer }: DetailedPeerCertificate): string {
  const { CN, OU, O } = issuer ?? {};
  const name = one(CN);
  return (name === 'GlobalSign' ? one(OU) : name) || one(OU) || one(O);
}

/**
 * Why a finished handshake is not accepted, null if it is.
 *
 * @param name the host that the certificate must be for
 */
export function certificateErrorOf(socket: TLSSocket, name: string): CertificateError | null {
  if (socket.authorized) return null;
  const leaf = socket.getPeerCertificate(true);
  // Its type says an Error; it is a code (Node's documentation of `authorizationError`).
  const code = String(socket.authorizationError);
  const root = issuerName(topOf(leaf));
  const problem = problems[code] ?? 'untrusted';
  const detail =
    problem === 'other-name'
      ? (checkServerIdentity(name, leaf)?.message ?? code)
      : `${code}: the certificate of ${one(leaf.subject?.CN)}, valid from ${leaf.valid_from} to ${leaf.valid_to}, whose chain leads to ${root || 'no named root'}`;
  return new CertificateError(detail, { problem, root });
}
