import type { DeviceTarget } from '../../contract/devices.ts';
import type { Finding } from '../../contract/packets.ts';
import { endpointHost } from '../endpoints.ts';
import type { FindingRule } from './rules.ts';

/** What a diagnosis needs to know beside the failure itself. */
export interface DiagnosisContext {
  readonly target: DeviceTarget;
}

/** True for Alibaba's platform and the local one, whose codes mean more than MQTT says. */
export function isPlatform({ kind }: DeviceTarget): boolean {
  return kind !== 'broker';
}

/** What any finding may name of the target: `port` is 0 on the local platform, `keepAlive` in seconds. */
export function targetValues(target: DeviceTarget): Finding['values'] {
  return {
    host: endpointHost(target),
    port: 'port' in target ? target.port : 0,
    keepAlive: target.keepAlive,
  };
}

/** The rule for a CONNACK return code before MQTT 5 (§3.2.2.3), null for 0. */
function returnCodeRule(code: number, platform: boolean): FindingRule | null {
  switch (code) {
    case 0:
      return null;
    case 1:
      return platform ? 'connack-version-platform' : 'connack-version';
    case 2:
      return platform ? 'connack-client-id-platform' : 'connack-client-id';
    case 3:
      return platform ? 'connack-unavailable-platform' : 'connack-unavailable';
    case 4:
      return platform ? 'connack-credentials-platform' : 'connack-credentials';
    case 5:
      return platform ? 'connack-not-authorized-platform' : 'connack-not-authorized';
    default:
      return 'connack-unknown';
  }
}

const reasonRules: ReadonlyMap<number, FindingRule> = new Map(
  (
    [
      ['reason-unspecified', [0x80, 0x83]],
      ['reason-protocol', [0x81, 0x82, 0x91, 0x92, 0x93, 0x94]],
      ['reason-version', [0x84]],
      ['reason-client-id', [0x85]],
      ['reason-credentials', [0x86, 0x8c]],
      ['reason-not-authorized', [0x87]],
      ['reason-unavailable', [0x88, 0x89, 0x8b]],
      ['reason-banned', [0x8a, 0x98]],
      ['reason-keep-alive', [0x8d]],
      ['reason-taken-over', [0x8e]],
      ['reason-topic', [0x8f, 0x90]],
      ['reason-too-large', [0x95]],
      ['reason-too-fast', [0x96, 0x97, 0x9f]],
      ['reason-payload-format', [0x99]],
      ['reason-not-supported', [0x9a, 0x9b, 0x9e, 0xa1, 0xa2]],
      ['reason-elsewhere', [0x9c, 0x9d]],
      ['reason-connect-time', [0xa0]],
    ] as const
  ).flatMap(([rule, codes]) => codes.map((code) => [code, rule] as const)),
);

/** The rule for an MQTT 5 reason code (§2.4), null for one below 0x80: those are no failures. */
export function reasonRule(code: number): FindingRule | null {
  return code < 0x80 ? null : (reasonRules.get(code) ?? 'reason-unknown');
}

/** Reason codes of MQTT 5 that mean on the platform what a return code does (D-148610). */
const returnCodes: ReadonlyMap<number, number> = new Map([
  [0x84, 1],
  [0x85, 2],
  [0x88, 3],
  [0x86, 4],
  [0x87, 5],
]);

/**
 * The rule for the code of a CONNACK of any version, null for 0. The code's size tells the version:
 * return codes are below 0x80, also where a broker of 3.1.1 refuses a client of 5.
 */
export function connackRule(code: number, platform: boolean): FindingRule | null {
  if (code < 0x80) return returnCodeRule(code, platform);
  const returnCode = platform ? returnCodes.get(code) : undefined;
  return returnCode === undefined ? reasonRule(code) : returnCodeRule(returnCode, platform);
}
