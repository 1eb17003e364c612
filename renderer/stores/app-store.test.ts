import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultPreferences } from '../../shared/contract/preferences.ts';
import type { DoorState } from '../bridge.ts';

const fake = vi.hoisted(() => ({
  snapshot: (): Promise<unknown> => Promise.resolve({}),
  events: new Map<string, (payload: unknown) => void>(),
  setDoorState: (_state: 'open' | 'lost') => {},
}));

vi.mock('../bridge.ts', () => ({
  ask: () => fake.snapshot(),
  door: {
    subscribe: (name: string, listener: (payload: unknown) => void) =>
      fake.events.set(name, listener),
  },
  onDoorState: (listener: (state: DoorState) => void) => {
    fake.setDoorState = listener;
  },
}));

const { appStore, dismissNotice, startApp } = await import('./app-store.ts');

const notice = (id: string) => ({ id, severity: 'warning', code: 'capture-cut', values: {} });
const session = (id: string, label = id) => ({ id, label });
const snapshot = (change: object = {}) => ({
  version: '1.2.3',
  mode: 'web',
  dataDir: '/data',
  vault: 'key-file',
  devices: [],
  sessions: [session('s1')],
  progress: [],
  captures: [],
  preferences: defaultPreferences,
  notices: [],
  ...change,
});

async function open(answer: object) {
  fake.snapshot = () => Promise.resolve(answer);
  fake.setDoorState('open');
  await vi.waitUntil(() => appStore.getState().status === 'ready');
}

beforeEach(() => {
  appStore.setState(appStore.getInitialState(), true);
  startApp();
});

describe('the app store', () => {
  it('is loading until the first snapshot, and holds sessions by id then', async () => {
    expect(appStore.getState().status).toBe('loading');
    await open(snapshot());
    expect(appStore.getState()).toMatchObject({
      status: 'ready',
      version: '1.2.3',
      sessions: { s1: { label: 's1' } },
    });
  });

  it('puts, replaces and removes sessions as events say', async () => {
    await open(snapshot());
    fake.events.get('session.changed')?.({ session: session('s2') });
    fake.events.get('session.changed')?.({ session: session('s1', 'renamed') });
    fake.events.get('session.removed')?.({ sessionId: 's2' });
    expect(appStore.getState().sessions).toEqual({ s1: session('s1', 'renamed') });
  });

  it('keeps what it knows while the door is lost and takes a new snapshot when it opens', async () => {
    await open(snapshot());
    fake.setDoorState('lost');
    expect(appStore.getState()).toMatchObject({ status: 'lost', version: '1.2.3' });
    await open(snapshot({ sessions: [session('s9')] }));
    expect(Object.keys(appStore.getState().sessions)).toEqual(['s9']);
  });

  it('does not bring a dismissed notice back with the next snapshot', async () => {
    await open(snapshot({ notices: [notice('a'), notice('b')] }));
    dismissNotice('a');
    expect(appStore.getState().notices).toEqual([notice('b')]);
    fake.setDoorState('lost');
    await open(snapshot({ notices: [notice('a'), notice('b')] }));
    expect(appStore.getState().notices).toEqual([notice('b')]);
  });
});
