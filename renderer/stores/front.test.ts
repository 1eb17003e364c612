import { describe, expect, it } from 'vitest';
import type { Device } from '../../shared/contract/devices.ts';
import type { Capture } from '../../shared/contract/packets.ts';
import { defaultPreferences, type Preferences } from '../../shared/contract/preferences.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { frontOf, tabsOf } from './front.ts';

const session = (id: string): Session => ({
  id: `session-${id}`,
  deviceId: id,
  label: id,
  captureId: `capture-${id}`,
  endpoint: 'mqtt://localhost:1883',
  state: { status: 'idle' },
  phases: [],
  subscriptions: [],
});

const capture = (id: string): Capture => ({
  id: `capture-${id}`,
  label: id,
  endpoint: 'mqtt://localhost:1883',
  deviceId: id,
  owner: null,
  startedAt: 0,
  packets: 0,
  bytes: 0,
  live: false,
  cut: 0,
  dropped: 0,
  failure: null,
  pinned: false,
  importedAt: null,
});

const device = (id: string): Device => ({
  id,
  target: {
    kind: 'local',
    productKey: 'pk',
    deviceName: id,
    signMethod: 'hmacsha256',
    clientId: '',
    keepAlive: 60,
    cleanSession: true,
  },
  secrets: ['secret'],
  createdAt: 0,
  lastConnectedAt: null,
});

const state = (sessions: string[], captures: string[], preferences: Partial<Preferences> = {}) => ({
  devices: ['lamp', 'door'].map(device),
  sessions: Object.fromEntries(sessions.map((id) => [`session-${id}`, session(id)])),
  captures: captures.map(capture),
  preferences: { ...defaultPreferences, ...preferences },
});

describe('tabsOf', () => {
  it('keeps the remembered order and leaves out captures that are gone', () => {
    const tabs = ['capture-old', 'capture-gone', 'capture-lamp'];
    expect(tabsOf(state(['lamp'], ['old'], { tabs }))).toEqual(['capture-old', 'capture-lamp']);
  });

  it('adds the tabs of sessions that this page did not start', () => {
    expect(tabsOf(state(['lamp'], ['old'], { tabs: ['capture-old'] }))).toEqual([
      'capture-old',
      'capture-lamp',
    ]);
  });

  it('leaves a past capture closed unless it was opened', () => {
    expect(tabsOf(state([], ['old']))).toEqual([]);
  });
});

describe('frontOf', () => {
  it('shows the remembered tab, or home when its capture is gone', () => {
    const remembered = { tabs: ['capture-old'], activeTab: 'capture-old' };
    expect(frontOf(state([], ['old'], remembered), null)).toEqual({
      kind: 'capture',
      captureId: 'capture-old',
    });
    expect(frontOf(state([], [], remembered), null)).toEqual({ kind: 'home' });
  });

  it('shows a device alone until it has a session, then the tab of that session', () => {
    expect(frontOf(state([], []), 'lamp')).toEqual({ kind: 'device', deviceId: 'lamp' });
    expect(frontOf(state(['lamp'], []), 'lamp')).toEqual({
      kind: 'capture',
      captureId: 'capture-lamp',
    });
  });

  it('forgets a device that was removed', () => {
    expect(frontOf(state([], []), 'gone')).toEqual({ kind: 'home' });
  });
});
