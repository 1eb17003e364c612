import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { BAND_STATES_MAX, BANDS_MAX } from '../../../shared/contract/ladder-commands.ts';
import {
  type ConnectionState,
  connectionStateSchema,
} from '../../../shared/session/connection-state.ts';

/** The changes of a connection's state between two packets. */
export interface Band {
  /** Row of the capture's first packet behind it. */
  readonly row: number;
  /** Microseconds since the epoch. */
  readonly time: number;
  until: number;
  /** The first and the last ones. */
  readonly states: ConnectionState[];
  changes: number;
}

const HALF = BAND_STATES_MAX / 2;

/** How the connection of a capture changed, between which packets: what a session did all day fits. */
export class StateBands {
  readonly list: Band[] = [];
  /** Bands before the first one of the list. */
  hidden = 0;
  private last: ConnectionState | null = null;

  /**
   * Takes the next state. The phases of an attempt are one state.
   *
   * @param row packets recorded before it
   * @param time microseconds since the epoch
   */
  add(row: number, time: number, state: ConnectionState): void {
    const before = this.last;
    this.last = state;
    if (before?.status === 'connecting' && state.status === 'connecting') return;
    const band = this.list.at(-1);
    if (band === undefined || band.row !== row) {
      this.list.push({ row, time, until: time, states: [state], changes: 1 });
      if (this.list.length <= BANDS_MAX) return;
      this.list.shift();
      this.hidden += 1;
      return;
    }
    band.until = time;
    band.changes += 1;
    if (band.states.length === BAND_STATES_MAX) band.states.splice(HALF, 1);
    band.states.push(state);
  }
}

/** A line of `events.ndjson` that tells a state. */
const stateLineSchema = z.object({
  /** Milliseconds since the epoch. */
  time: z.number(),
  state: connectionStateSchema,
  /** Packets recorded before it. */
  packets: z.number().int(),
});

/** Reads the states in a capture's events; lines that tell of something else are passed over. */
export async function readStateBands(path: string): Promise<StateBands> {
  const bands = new StateBands();
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  for await (const line of lines) {
    const event = stateLineSchema.safeParse(parsed(line));
    if (!event.success) continue;
    const { time, state, packets } = event.data;
    bands.add(packets, time * 1_000, state);
  }
  return bands;
}

/** A line that was being written when the process was killed is none. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
