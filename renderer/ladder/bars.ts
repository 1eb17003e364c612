import type { PacketRow } from '../../shared/contract/packets.ts';

/** Bars that stand beside each other; what overlaps more is told by the arrows' labels alone. */
export const SLOTS = 4;

/** A packet in the window, and the line it stands in. */
export interface PlacedRow {
  readonly item: number;
  readonly row: PacketRow;
}

/** The time from a request to its answer, beside the lane of the side that answers. */
export interface Bar {
  readonly request: number;
  readonly answer: number;
  /** Lines of both ends; null where one is shown out of the window. */
  readonly from: number | null;
  readonly to: number | null;
  readonly side: 'device' | 'cloud';
  /** `exchange`: a packet and its acknowledgement. `dialogue`: two messages that answer each other. */
  readonly kind: 'exchange' | 'dialogue';
  /** 0 is next to the lane. */
  readonly slot: number;
}

/**
 * The bars of the exchanges that begin or end in the window, those that overlap side by side. To a
 * packet that a filter hides there is none: it would run to where something else stands.
 *
 * @param isShown whether a row of the capture is shown out of the window
 */
export function barsOf(rows: readonly PlacedRow[], isShown: (row: number) => boolean): Bar[] {
  const bars = new Map<string, Omit<Bar, 'slot'>>();
  const items = new Map(rows.map(({ item, row }) => [row.row, item]));
  for (const { row } of rows) {
    for (const [kind, other] of [
      ['exchange', row.peer],
      ['dialogue', row.related],
    ] as const) {
      if (other === null || !(items.has(other) || isShown(other))) continue;
      const [request, answer] = [Math.min(row.row, other), Math.max(row.row, other)];
      const isRequest = row.row === request;
      bars.set(`${kind} ${request}`, {
        request,
        answer,
        from: items.get(request) ?? null,
        to: items.get(answer) ?? null,
        side: (row.direction === 'sent') === isRequest ? 'cloud' : 'device',
        kind,
      });
    }
  }
  return placed([...bars.values()]);
}

/** Gives each bar the first free slot from its request to its answer, first those of the protocol. */
function placed(bars: Omit<Bar, 'slot'>[]): Bar[] {
  bars.sort((one, other) =>
    one.kind === other.kind ? one.request - other.request : one.kind === 'exchange' ? -1 : 1,
  );
  const result: Bar[] = [];
  for (const bar of bars) {
    const taken = new Set(
      result
        .filter(
          (before) =>
            before.side === bar.side &&
            before.request <= bar.answer &&
            before.answer >= bar.request,
        )
        .map(({ slot }) => slot),
    );
    for (let slot = 0; slot < SLOTS; slot += 1) {
      if (taken.has(slot)) continue;
      result.push({ ...bar, slot });
      break;
    }
  }
  return result;
}
