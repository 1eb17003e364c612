import { type DecodeContext, type DecodedPacket, decodePacket } from '../decode-packet.ts';
import { rangeProblems } from './field-tree.ts';
import { packetOf } from './packet-of.ts';

/** Decodes a packet written for `packetOf`, as 3.1.1 unless told; fails where ranges are wrong. */
export function decodeSource(source: string, context: Partial<DecodeContext> = {}): DecodedPacket {
  const bytes = packetOf(source);
  const decoded = decodePacket(bytes, { level: 4, ...context });
  const problems = rangeProblems(decoded.fields, bytes.length);
  if (problems.length > 0) throw new Error(problems.join('; '));
  return decoded;
}

/** The rules of a packet's findings, in the order in which they were found. */
export const rulesOf = (decoded: DecodedPacket): string[] =>
  decoded.findings.map((finding) => finding.rule);
