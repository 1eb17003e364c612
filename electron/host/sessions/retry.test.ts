import { expect, test } from 'vitest';
import { defaultPreferences } from '../../../shared/contract/preferences.ts';
import type { Cause } from '../../../shared/session/connection-state.ts';
import { Retry, type RetryPolicy } from './retry.ts';

const lost: Cause = { kind: 'connection-reset', phase: null, code: null, raw: '' };
const refused = (code: number): Cause => ({
  kind: 'connack-refused',
  phase: 'mqtt',
  code,
  raw: '',
});

function accepted(policy: Partial<RetryPolicy> = {}): Retry {
  const retry = new Retry(() => ({ ...defaultPreferences, ...policy }));
  retry.accepted();
  return retry;
}

test('a connection that never stood is not retried', () => {
  expect(new Retry(() => defaultPreferences).after(lost, 0, 0)).toBeNull();
});

test('waits double from 2 s to a minute', () => {
  const retry = accepted();
  const waits = Array.from({ length: 7 }, () => retry.after(lost, 0, 1000));
  expect(waits).toEqual([3000, 5000, 9000, 17_000, 33_000, 61_000, 61_000]);
});

test('no more than five attempts fall into a minute', () => {
  const retry = accepted();
  const attempts = [0];
  for (let now = 0; now <= 60_000; ) {
    now = retry.after(lost, 0, now) ?? Number.POSITIVE_INFINITY;
    if (now <= 60_000) attempts.push(now);
  }
  expect(attempts).toHaveLength(5);
});

test('a connection that held for a minute starts the back-off anew', () => {
  const retry = accepted();
  retry.after(lost, 0, 0);
  retry.after(lost, 0, 0);
  expect(retry.after(lost, 59_000, 0)).toBe(8000);
  expect(retry.after(lost, 60_000, 0)).toBe(2000);
});

test('refused credentials are not tried again, an unavailable server is', () => {
  expect(accepted().after(refused(4), 0, 0)).toBeNull();
  expect(accepted().after(refused(5), 0, 0)).toBeNull();
  expect(accepted().after(refused(3), 0, 0)).toBe(2000);
});

test('a user who wants no attempts gets none', () => {
  expect(accepted({ reconnect: false }).after(lost, 0, 0)).toBeNull();
});

test("waits do not exceed the user's longest one", () => {
  const retry = accepted({ longestWait: 5 });
  expect(Array.from({ length: 4 }, () => retry.after(lost, 0, 0))).toEqual([
    2000, 4000, 5000, 5000,
  ]);
});
