import type { FindingRule, FindingTexts } from '../../../shared/alibaba/diagnosis/rules.ts';
import { connectionFindings } from './connection-findings.ts';
import { mqttFindings } from './mqtt-findings.ts';
import { packetFindings } from './packet-findings.ts';
import { reasonFindings } from './reason-findings.ts';
import { sessionFindings } from './session-findings.ts';
import { tlsFindings } from './tls-findings.ts';

/** The texts of every finding, of the diagnosis and of the decoder, by rule. */
export const findings = {
  ...connectionFindings,
  ...mqttFindings,
  ...packetFindings,
  ...reasonFindings,
  ...sessionFindings,
  ...tlsFindings,
} as const satisfies Record<FindingRule, FindingTexts>;
