import { describe, expect, it } from 'vitest';
import type { DeviceTarget } from '../../shared/contract/devices.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import type { Cause } from '../../shared/session/connection-state.ts';
import { problemsOf } from './session-problems.ts';

const target: DeviceTarget = {
  kind: 'local',
  productKey: 'a1B2c3D4e5F',
  deviceName: 'lamp-01',
  signMethod: 'hmacsha256',
  clientId: '',
  keepAlive: 60,
  cleanSession: false,
};
const session: Session = {
  id: 's1',
  deviceId: 'd1',
  label: 'lamp-01',
  captureId: 'c1',
  endpoint: 'mqtt://127.0.0.1:1883',
  state: { status: 'connected', since: 0, sessionPresent: false },
  phases: [],
  subscriptions: [],
  repeats: [],
};
const refusal: Cause = { kind: 'connack-refused', phase: 'mqtt', code: 4, raw: 'refused' };

describe('the problems of a session', () => {
  it('are none while it is connected and refused nothing', () => {
    const granted = { filter: '/a', requestedQos: 1, granted: 0, messages: 0 } as const;
    const waiting = { filter: '/b', requestedQos: 1, granted: null, messages: 0 } as const;
    expect(problemsOf({ ...session, subscriptions: [granted, waiting] }, target)).toEqual([]);
  });

  it('tell why it ended, also while it waits to try again', () => {
    const closed = { status: 'closed', cause: refusal } as const;
    const waiting = { status: 'waiting', attempt: 2, retryAt: 0, cause: refusal } as const;
    for (const state of [closed, waiting])
      expect(problemsOf({ ...session, state }, target)).toMatchObject([
        { about: 'connection', subject: session.endpoint, finding: { severity: 'error' } },
      ]);
  });

  it('tell which filters were refused', () => {
    const subscriptions = [
      { filter: '/other/lamp/control', requestedQos: 1, granted: 128, messages: 0 },
    ] as const;
    expect(problemsOf({ ...session, subscriptions: [...subscriptions] }, target)).toMatchObject([
      {
        about: 'subscription',
        subject: '/other/lamp/control',
        finding: { rule: 'suback-refused-platform', values: { code: 128 } },
      },
    ]);
  });
});
