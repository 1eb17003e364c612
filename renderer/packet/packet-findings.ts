import type { Finding, PacketDetail } from '../../shared/contract/packets.ts';
import type { Problem } from '../../shared/contract/problems.ts';

/**
 * What is wrong with a packet: what it shows by itself, then what only the packets around it show,
 * such as an answer that never came. Of a problem that was found often, its first and its last packet
 * are known.
 */
export function packetFindings(
  { row: { row }, findings }: Pick<PacketDetail, 'row' | 'findings'>,
  problems: readonly Problem[],
): readonly Finding[] {
  const found = new Map(
    problems
      .filter(({ firstRow, lastRow }) => row === firstRow || row === lastRow)
      .map(({ finding }) => [finding.rule, finding]),
  );
  for (const { rule } of findings) found.delete(rule);
  return [...findings, ...found.values()];
}
