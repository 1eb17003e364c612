import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BAND_STATES_MAX, BANDS_MAX } from '../../../shared/contract/ladder-commands.ts';
import type { Cause, ConnectionState } from '../../../shared/session/connection-state.ts';
import { StateBands } from './state-bands.ts';
import { puback, publish, record, type ViewsBench, viewsBench } from './view-test-support.ts';

const cause: Cause = { kind: 'closed-by-broker', phase: null, code: null, raw: '' };
const connecting = (attempt: number): ConnectionState => ({
  status: 'connecting',
  phase: 'dns',
  attempt,
});
const waiting = (attempt: number): ConnectionState => ({
  status: 'waiting',
  attempt,
  retryAt: 0,
  cause,
});
const connected: ConnectionState = { status: 'connected', since: 0, sessionPresent: false };

let bench: ViewsBench;
beforeEach(async () => {
  bench = await viewsBench();
});
afterEach(() => bench.end());

describe('the bands of a view', () => {
  it('stand between the packets where the state changed, in a live and in a past capture', async () => {
    const { capture, connection } = await bench.started();
    capture.noteState(connected);
    record(capture, connection, true, [publish('a', '1')]);
    capture.noteState(waiting(2));
    capture.noteState(connecting(2));
    const expected = [
      { position: 1, states: [connected], changes: 1 },
      { position: 2, states: [waiting(2), connecting(2)], changes: 2 },
    ];
    const live = await bench.open(capture, '');
    expect(await bench.views.bands(live)).toMatchObject({ bands: expected, hidden: 0 });
    const past = await bench.open(await bench.reopen(capture), '');
    expect(await bench.views.bands(past)).toMatchObject({ bands: expected, hidden: 0 });
  });

  it('stand before the next row that a filter shows', async () => {
    const { capture, connection } = await bench.started();
    record(capture, connection, true, [publish('a', '1')]);
    capture.noteState(connected);
    record(capture, connection, true, [publish('b', '2'), publish('a', '3')]);
    capture.noteState(waiting(2));
    const view = await bench.open(capture, 'topic:a');
    const { bands } = await bench.views.bands(view);
    expect(bands.map(({ position }) => position)).toEqual([1, 2]);
  });

  it('are none in a capture without events, and pass over lines that tell no state', async () => {
    const { capture } = await bench.started();
    capture.note({ recording: 'stopped' });
    const past = await bench.reopen(capture);
    await appendFile(join(past.folder, 'events.ndjson'), '{"time": 1, "sta');
    const view = await bench.open(past, '');
    expect(await bench.views.bands(view)).toEqual({ bands: [], hidden: 0 });
    const { capture: other, connection } = await bench.started();
    record(other, connection, false, [puback(1)]);
    const empty = await bench.open(await bench.reopen(other), '');
    expect(await bench.views.bands(empty)).toEqual({ bands: [], hidden: 0 });
  });
});

describe('the bands of a capture', () => {
  it('take the phases of an attempt for one change', () => {
    const bands = new StateBands();
    for (const phase of ['dns', 'tcp', 'mqtt'] as const)
      bands.add(0, 1, { status: 'connecting', phase, attempt: 1 });
    expect(bands.list).toMatchObject([{ row: 0, changes: 1 }]);
  });

  it('keep the first and the last changes of many between two packets, and their number', () => {
    const bands = new StateBands();
    bands.add(7, 1, waiting(2));
    for (let attempt = 2; attempt <= 100; attempt += 1) {
      bands.add(7, attempt, connecting(attempt));
      bands.add(7, attempt, waiting(attempt + 1));
    }
    const [band] = bands.list;
    expect(bands.list).toHaveLength(1);
    expect(band).toMatchObject({ row: 7, time: 1, until: 100, changes: 199 });
    expect(band?.states).toHaveLength(BAND_STATES_MAX);
    expect(band?.states[0]).toEqual(waiting(2));
    expect(band?.states.at(-1)).toEqual(waiting(101));
  });

  it('leave out the earliest of more than there may be, and count them', () => {
    const bands = new StateBands();
    for (let row = 0; row < BANDS_MAX + 3; row += 1) bands.add(row, row, waiting(2));
    expect(bands).toMatchObject({ hidden: 3 });
    expect(bands.list).toHaveLength(BANDS_MAX);
    expect(bands.list[0]?.row).toBe(3);
  });
});
