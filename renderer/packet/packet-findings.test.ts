import { expect, test } from 'vitest';
import type { Finding, PacketDetail } from '../../shared/contract/packets.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { packetFindings } from './packet-findings.ts';

const finding = (rule: string) => ({ rule }) as Finding;
const problem = (rule: string, firstRow: number, lastRow: number) =>
  ({ finding: finding(rule), firstRow, lastRow }) as Problem;
const packet = (row: number, ...rules: string[]) =>
  ({ row: { row }, findings: rules.map(finding) }) as Pick<PacketDetail, 'row' | 'findings'>;
const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

test('what the packets around show stands below what the packet shows by itself', () => {
  const problems = [problem('no-answer', 4, 9), problem('refused', 4, 4), problem('other', 5, 6)];
  expect(rulesOf(packetFindings(packet(4, 'refused'), problems))).toEqual(['refused', 'no-answer']);
  expect(rulesOf(packetFindings(packet(9), problems))).toEqual(['no-answer']);
});

test('a problem of other packets is not of this one', () => {
  expect(packetFindings(packet(7), [problem('no-answer', 4, 9)])).toEqual([]);
});
