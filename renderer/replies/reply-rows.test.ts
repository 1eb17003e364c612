import { expect, test } from 'vitest';
import type { AutoReplyState } from '../../shared/contract/auto-replies.ts';
import { replyRows } from './reply-rows.ts';

const saved = (changes: Partial<AutoReplyState>): AutoReplyState => ({
  id: 'r1',
  trigger: 'service',
  service: '',
  enabled: true,
  delayMs: 20,
  payload: 'mine',
  sent: 3,
  error: null,
  ...changes,
});

test('everything that the cloud may ask has a row, and none is on by itself', () => {
  const rows = replyRows([], ['reboot', 'open']);
  expect(rows.map(({ trigger, service }) => `${trigger} ${service}`.trim())).toEqual([
    'property-set',
    'service open',
    'service reboot',
    'service',
    'rrpc',
  ]);
  expect(rows.some(({ enabled }) => enabled)).toBe(false);
});

test('what was saved stands in its row, also for a service that the model does not have', () => {
  const rows = replyRows([saved({}), saved({ id: 'r2', service: 'gone' })], ['reboot']);
  expect(rows.map(({ service, saved: state }) => [service, state?.id])).toEqual([
    ['', undefined],
    ['gone', 'r2'],
    ['reboot', undefined],
    ['', 'r1'],
    ['', undefined],
  ]);
  expect(rows[3]).toMatchObject({ enabled: true, delayMs: 20, payload: 'mine' });
});
