import type { FindingRule, FindingTexts } from '../../../shared/alibaba/diagnosis/rules.ts';
import { connectionFindings } from './connection-findings.ts';
import { packetFindings } from './packet-findings.ts';
import { reasonFindings } from './reason-findings.ts';

export const findings = {
  ...connectionFindings,
  ...packetFindings,
  ...reasonFindings,
} as const satisfies Record<FindingRule, FindingTexts>;
