import type { Finding } from '../../contract/packets.ts';
import type { ProtocolLevel } from '../packet-types.ts';
import { type DecodeRule, decodeRules } from './rules.ts';

/** What the decoding of one packet shares between its parts: the bytes, the version, the findings. */
export class DecodeRun {
  readonly bytes: Uint8Array;
  readonly level: ProtocolLevel;
  /** Whether the bytes end before the packet does; what is missing is then reported once. */
  readonly truncated: boolean;
  /**
   * Whether bytes that belong to no field are masked: in a malformed CONNECT they may hold the
   * password.
   */
  readonly masked: boolean;
  readonly findings: Finding[] = [];

  constructor(options: Pick<DecodeRun, 'bytes' | 'level' | 'truncated' | 'masked'>) {
    this.bytes = options.bytes;
    this.level = options.level;
    this.truncated = options.truncated;
    this.masked = options.masked;
  }

  /** Adds a finding; `source` names a clause that is closer to the case than the rule's own. */
  report(rule: DecodeRule, values: Finding['values'] = {}, source?: string): void {
    const { severity, sources } = decodeRules[rule];
    this.findings.push({
      severity,
      rule,
      values,
      source: source ?? sources[this.level === 5 ? 1 : 0],
    });
  }
}
