import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Capture } from '../../shared/contract/packets.ts';
import type { Export } from '../../shared/contract/transfers.ts';

const fake = vi.hoisted(() => ({
  ask: vi.fn<(name: string, input: unknown) => Promise<unknown>>(),
  changed: (_payload: { export: Export }) => {},
  setDoorState: (_state: 'open' | 'lost') => {},
  saved: [] as { href: string; download: string }[],
}));

vi.mock('../bridge.ts', () => ({
  ask: fake.ask,
  door: {
    subscribe: (_name: string, listener: typeof fake.changed) => {
      fake.changed = listener;
    },
  },
  onDoorState: (listener: typeof fake.setDoorState) => {
    fake.setDoorState = listener;
  },
}));
vi.stubGlobal('document', {
  createElement: () => ({
    href: '',
    download: '',
    click() {
      fake.saved.push({ href: this.href, download: this.download });
    },
  }),
});

const { discardExport, exportStore, startExport, watchExports } = await import('./exports.ts');
const { appStore } = await import('./app-store.ts');
const { columnsOf, withJsonColumn, withShown } = await import('./columns.ts');

/** Ids are never used again, so each test has its own. */
const started = (id: string, change: Partial<Export> = {}): Export => ({
  id,
  captureId: 'c',
  format: 'csv',
  name: `${id}.csv`,
  filter: '',
  state: 'running',
  packets: 0,
  captured: 10,
  connects: 0,
  done: 0,
  total: 10,
  size: 0,
  failure: null,
  ...change,
});
const tell = (id: string, change: Partial<Export>) => fake.changed({ export: started(id, change) });
const shown = () => exportStore.getState().exports.map(({ id, state }) => `${id} ${state}`);

beforeEach(() => {
  exportStore.setState(exportStore.getInitialState(), true);
  fake.saved = [];
  fake.ask.mockReset();
  watchExports();
});

async function start(one: Export) {
  fake.ask.mockImplementation(async (name) => (name === 'captures.export' ? one : {}));
  await startExport(one.captureId, one.format, one.filter);
}

describe('an export', () => {
  it('is followed until it is ready, and then saved once under its name', async () => {
    await start(started('one-0'));
    tell('one-0', { done: 5 });
    expect(exportStore.getState().exports).toMatchObject([{ state: 'running', done: 5 }]);
    tell('one-0', { state: 'ready' });
    tell('one-0', { state: 'ready' });
    expect(fake.saved).toEqual([{ href: 'exports/one-0', download: 'one-0.csv' }]);
    expect(shown()).toEqual(['one-0 ready']);
  });

  it('is saved although it was ready before its beginning was answered', async () => {
    tell('one-1', { state: 'ready' });
    await start(started('one-1'));
    await start(started('two-1', { format: 'jsonl', state: 'ready' }));
    expect(fake.saved.map(({ download }) => download)).toEqual(['one-1.csv', 'two-1.csv']);
  });

  it('of another page is neither shown nor saved', () => {
    tell('other-2', { state: 'ready' });
    expect(shown()).toEqual([]);
    expect(fake.saved).toEqual([]);
  });

  it('gives way to the next of the same packets in the same format', async () => {
    await start(started('one-3'));
    await start(started('two-3', { format: 'jsonl' }));
    await start(started('three-3', { filter: 'dir:sent' }));
    await start(started('four-3'));
    expect(shown()).toEqual(['two-3 running', 'three-3 running', 'four-3 running']);
    expect(fake.ask).toHaveBeenCalledWith('captures.discardExport', { exportId: 'one-3' });
    expect(fake.ask).toHaveBeenCalledWith('captures.export', {
      captureId: 'c',
      format: 'csv',
      filter: 'dir:sent',
      zoneOffset: expect.any(Number),
      paths: [],
    });
  });

  it('as CSV has the columns with values of payloads that the timeline shows', async () => {
    let columns = withJsonColumn(withJsonColumn(columnsOf([]), '$.params.t'), '$.list[0]');
    columns = withShown(withJsonColumn(columns, '$.hidden'), '$.hidden', false);
    const before = appStore.getState().preferences;
    appStore.setState({ preferences: { ...before, columns } });
    await start(started('one-7'));
    await start(started('two-7', { format: 'jsonl' }));
    appStore.setState({ preferences: before });
    const asked = fake.ask.mock.calls.map(([, input]) => input);
    expect(asked).toMatchObject([
      {
        captureId: 'c',
        format: 'csv',
        paths: [
          ['params', 't'],
          ['list', 0],
        ],
      },
      { captureId: 'c', format: 'jsonl' },
    ]);
    expect(asked[1]).not.toHaveProperty('paths');
  });

  it('is named by the local time of the day on which its capture began', async () => {
    vi.stubEnv('TZ', 'America/New_York');
    const [winter, summer] = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];
    const captures = [{ ...({} as Capture), id: 'c', startedAt: winter }];
    appStore.setState({ captures });
    await start(started('one-9'));
    appStore.setState({ captures: captures.map((one) => ({ ...one, startedAt: summer })) });
    await start(started('two-9', { format: 'jsonl' }));
    vi.unstubAllEnvs();
    appStore.setState({ captures: [] });
    const asked = fake.ask.mock.calls.map(([, input]) => input);
    expect(asked).toMatchObject([{ zoneOffset: -300 }, { zoneOffset: -240 }]);
  });

  it('that is over leaves the page to the next of its capture that is', async () => {
    await start(started('one-6'));
    await start(started('two-6', { format: 'jsonl' }));
    await start(started('three-6', { format: 'pcapng' }));
    await start(started('four-6', { captureId: 'other', state: 'ready' }));
    tell('two-6', { format: 'jsonl', state: 'ready' });
    tell('one-6', { state: 'failed' });
    expect(shown()).toEqual(['one-6 failed', 'three-6 running', 'four-6 ready']);
    expect(fake.ask).not.toHaveBeenCalledWith('captures.discardExport', expect.anything());
  });

  it('that is taken away is not saved any more', async () => {
    await start(started('one-4'));
    discardExport('one-4');
    tell('one-4', { state: 'cancelled' });
    expect(shown()).toEqual([]);
    expect(fake.saved).toEqual([]);
  });

  it('under way when the door is lost has failed', async () => {
    await start(started('one-5'));
    fake.setDoorState('lost');
    expect(shown()).toEqual(['one-5 failed']);
  });

  it('that the host refuses is not shown', async () => {
    fake.ask.mockRejectedValue(new Error('not-found'));
    await expect(startExport('c', 'csv')).rejects.toThrow('not-found');
    expect(shown()).toEqual([]);
  });
});
