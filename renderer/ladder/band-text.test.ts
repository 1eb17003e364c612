import { beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionState } from '../../shared/session/connection-state.ts';
import { bandLook, bandText, isUp } from '../components/band-text.ts';
import { i18n } from '../i18n/setup.ts';
import { stretchesOf } from './connection-lines.ts';
import { LadderItems } from './items.ts';
import { aBand, lostCause, startEnglish } from './ladder.test-support.ts';

beforeAll(startEnglish);

const connecting = (attempt: number): ConnectionState => ({
  status: 'connecting',
  phase: 'dns',
  attempt,
});
const waiting: ConnectionState = { status: 'waiting', attempt: 2, retryAt: 0, cause: lostCause };
const closed: ConnectionState = { status: 'closed', cause: null };
const connected: ConnectionState = { status: 'connected', since: 0, sessionPresent: true };
const refused: ConnectionState = {
  status: 'closed',
  cause: { ...lostCause, kind: 'connack-refused', phase: 'mqtt' },
};
const textOf = (states: ConnectionState[], changes = states.length) =>
  bandText(aBand(0, { states, changes }), 'broker', i18n.t);

describe('a band', () => {
  it('says how the connection changed, and why', () => {
    expect(textOf([connecting(1)])).toBe('Connecting');
    expect(textOf([connected])).toBe('Connected, subscriptions kept');
    expect(textOf([waiting, connecting(2)])).toBe(
      'Connection lost: the broker closed it · Connecting, attempt 2',
    );
    expect(textOf([refused])).toBe('Could not connect: the broker refused the sign-in');
    expect(textOf([closed])).toBe('Disconnected at the device’s request');
  });

  it('counts the changes that it leaves out', () => {
    expect(textOf([waiting, connecting(2), waiting, connecting(9)], 14)).toMatch(
      /attempt 2 · 10 more changes · .* · Connecting, attempt 9$/,
    );
  });

  it('looks like a loss if there was one in it, whatever came of it', () => {
    expect(bandLook(aBand(0, { states: [waiting, connecting(2)] }))).toBe('failed');
    expect(bandLook(aBand(0, { states: [connected] }))).toBe('connected');
    expect(bandLook(aBand(0, { states: [closed] }))).toBe('idle');
  });
});

it('the lifelines are broken from a loss to the next attempt, and whole where nothing is known', () => {
  expect(isUp(null)).toBe(true);
  const bands = [aBand(1, { states: [waiting] }), aBand(3, { states: [connecting(2)] })];
  expect(stretchesOf(new LadderItems(bands, 4), 0, 6)).toEqual([
    { start: 0, end: 1, up: true },
    { start: 1, end: 4, up: false },
    { start: 4, end: 6, up: true },
  ]);
});
