import { describe, expect, it } from 'vitest';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { aRow } from '../stores/view/test-rows.ts';
import { drawnLines, type LinesOptions } from './drawn-lines.ts';
import { LadderItems } from './items.ts';

const second = 1_000_000;
const at = (row: number, seconds: number, more: Partial<PacketRow> = {}) =>
  aRow(row, { time: seconds * second, ...more });

/** What is drawn of a view with these rows. */
function packetsOf(shown: readonly PacketRow[], more: Partial<LinesOptions> = {}) {
  const { lines } = drawnLines({
    rows: {
      rowAt: (position) => shown[position],
      numberAt: (position) => shown[position]?.row,
      isShown: (row) => shown.some((one) => one.row === row),
    },
    items: new LadderItems([], shown.length),
    first: 0,
    count: shown.length,
    selectedRow: null,
    chosen: [],
    scale: { kind: 'clock', date: false },
    findings: new Map(),
    idOf: String,
    ...more,
  });
  return lines.flatMap((line) => (line.kind === 'packet' ? [line.props] : []));
}

describe('a line of a packet', () => {
  it('tells idle time from the packet before, and none where a filter hides what was in between', () => {
    const idle = (...rows: readonly PacketRow[]) => packetsOf(rows).map((packet) => packet.idle);
    expect(idle(at(0, 0), at(1, 0.9), at(2, 3))).toEqual([null, null, 2.1 * second]);
    expect(idle(at(0, 0), at(2, 3), at(3, 5))).toEqual([null, null, 2 * second]);
  });

  it('tells that its answer is hidden, of the protocol or above it', () => {
    const hidden = (...rows: readonly PacketRow[]) =>
      packetsOf(rows).map((packet) => packet.answerHidden);
    const asked = at(0, 0, { peer: 1, roundTrip: 20 });
    expect(hidden(asked, at(1, 1, { peer: 0, roundTrip: 20 }))).toEqual([false, false]);
    expect(hidden(asked, at(2, 1, { related: 7, relatedAfter: 20 }), at(3, 1))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is chosen where it is selected alone, or is one of several', () => {
    const rows = [at(0, 0), at(1, 0), at(2, 0)];
    const chosen = (more: Partial<LinesOptions>) =>
      packetsOf(rows, { selectedRow: 1, ...more }).map((packet) => packet.chosen);
    expect(chosen({})).toEqual([false, true, false]);
    expect(chosen({ chosen: [{ first: 2, last: 9 }] })).toEqual([false, false, true]);
  });
});
