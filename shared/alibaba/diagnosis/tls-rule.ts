import type { DeviceTarget } from '../../contract/devices.ts';
import type { CertificateProblem } from '../../session/connection-state.ts';
import type { FindingRule } from './rules.ts';

/** Common names of the roots that certificates of IoT Platform lead to (alibaba-iot §3). */
const GLOBALSIGN_R1 = 'GlobalSign Root CA';
const ALIYUN_IOT = 'Aliyun IoT Root CA';

/**
 * The rule for a root that is not trusted on IoT Platform. Which root the platform shows depends on
 * the port; the name tells it without asking.
 */
function untrustedOnPlatform(root: string, isRootGiven: boolean): FindingRule {
  if (root === ALIYUN_IOT)
    return isRootGiven ? 'tls-wrong-root-platform-8883' : 'tls-root-missing-platform-8883';
  // The later roots are named "GlobalSign Root CA - R6" and the like.
  if (root.startsWith('GlobalSign')) {
    if (isRootGiven) return 'tls-wrong-root-platform';
    return root === GLOBALSIGN_R1 ? 'tls-r1-untrusted-platform' : 'tls-root-untrusted-platform';
  }
  return 'tls-intercepted-platform';
}

/**
 * The rule for an encrypted connection that failed.
 *
 * @param certificate what is wrong with the other end's; undefined where none came so far
 */
export function tlsRule(
  target: DeviceTarget,
  certificate: CertificateProblem | undefined,
): FindingRule {
  const isCloud = target.kind === 'alibaba-public' || target.kind === 'alibaba-enterprise';
  switch (certificate?.problem) {
    case undefined:
      return isCloud ? 'tls-failed-platform' : 'tls-failed';
    case 'untrusted':
    case 'self-signed':
      if (isCloud) return untrustedOnPlatform(certificate.root, target.rootCertificate !== null);
      return certificate.problem === 'untrusted' ? 'tls-untrusted' : 'tls-self-signed';
    case 'expired':
      return isCloud ? 'tls-expired-platform' : 'tls-expired';
    case 'not-yet-valid':
      return isCloud ? 'tls-not-yet-valid-platform' : 'tls-not-yet-valid';
    case 'other-name':
      return isCloud ? 'tls-other-name-platform' : 'tls-other-name';
  }
}
