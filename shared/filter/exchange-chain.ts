import type { Columns } from './columns.ts';

/**
 * The most packets that belong together: a message and the one that answers it above MQTT, each with
 * the three others of QoS 2.
 */
const CHAIN_MAX = 8;

type Links = Pick<Columns, 'peer' | 'linked'>;

/**
 * Whether a packet, or one of those that belong to it, fits: its acknowledgements, the other message
 * of its dialogue and the acknowledgements of that. Each has a peer and one more link at most, so they
 * are a chain that is followed both ways, by peer and by link in turn.
 */
export function someInExchange(links: Links, row: number, fits: (row: number) => boolean): boolean {
  return fits(row) || someAhead(links, row, true, fits) || someAhead(links, row, false, fits);
}

/** The packets that belong to one, itself included, in their order. */
export function rowsOfExchange(links: Links, row: number): number[] {
  const rows = new Set<number>();
  someInExchange(links, row, (other) => {
    rows.add(other);
    return false;
  });
  return [...rows].sort((first, second) => first - second);
}

function someAhead(
  links: Links,
  from: number,
  peerFirst: boolean,
  fits: (row: number) => boolean,
): boolean {
  let row = from;
  for (let step = 1; step < CHAIN_MAX; step += 1) {
    row = (step % 2 === 1) === peerFirst ? links.peer(row) : links.linked(row);
    if (row < 0) return false;
    if (fits(row)) return true;
  }
  return false;
}
