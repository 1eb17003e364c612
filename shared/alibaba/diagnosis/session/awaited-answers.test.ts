import { expect, test } from 'vitest';
import { lamp, POST, playSession, SECOND, T } from './testing/play-session.ts';

const rrpc = (part: string, id: number) => `/sys/a1B2c3D4e5F/lamp-01/rrpc/${part}/${id}`;

test('a request is awaited only where the device listens and asked for an answer', () => {
  const deaf = playSession();
  deaf.play('>', 'PUBLISH1', { topic: POST, payload: '{"id":"1"}' });
  deaf.overdue(11 * SECOND);
  expect(deaf.rules).toEqual([]);
  const { play, overdue, rules } = playSession();
  play('>', 'SUBSCRIBE', { topic: `${POST}_reply` });
  play('>', 'PUBLISH1', { time: 20 * SECOND, topic: POST, payload: '{"id":"1","sys":{"ack":0}}' });
  play('>', 'PUBLISH1', { topic: POST, payload: '{"id":"2"}' });
  play('<', 'PUBLISH0', { topic: `${POST}_reply`, payload: '{"id":"2","code":200}' });
  overdue(11 * SECOND);
  expect(rules).toEqual([]);
  play('>', 'PUBLISH1', { topic: POST, payload: '{"id":"3"}' });
  overdue(9 * SECOND);
  expect(rules).toEqual([]);
  overdue(11 * SECOND);
  overdue(12 * SECOND);
  expect(rules).toEqual(['alink-unanswered-platform']);
});

test('which of several requests was answered is known by the id', () => {
  const { play, overdue, findings } = playSession();
  play('>', 'SUBSCRIBE', { topic: `${T}/#` });
  play('>', 'PUBLISH1', { time: 20 * SECOND, topic: POST, payload: '{"id":"1"}' });
  play('>', 'PUBLISH1', { topic: POST, payload: '{"id":"2"}' });
  play('<', 'PUBLISH0', { topic: `${POST}_reply`, payload: '{"id":"2","code":200}' });
  overdue(11 * SECOND);
  expect(findings).toMatchObject([{ row: 1, finding: { rule: 'alink-unanswered-platform' } }]);
});

test('an answer that is lost within 10 seconds of a first subscription is told as that', () => {
  const { play, overdue, rules } = playSession();
  play('>', 'SUBSCRIBE', { time: 0, topic: `${POST}_reply` });
  play('>', 'PUBLISH1', { time: 1 * SECOND, topic: POST, payload: '{"id":"1"}' });
  play('<', 'PUBLISH0', {
    time: 2 * SECOND,
    topic: `${POST}_reply`,
    payload: '{"id":"1","code":200}',
  });
  overdue(11 * SECOND);
  expect(rules).toEqual([]);
  play('>', 'PUBLISH1', { time: 9 * SECOND, topic: POST, payload: '{"id":"2"}' });
  play('>', 'SUBSCRIBE', { time: 15 * SECOND, topic: `${POST}_reply` });
  play('>', 'PUBLISH1', { time: 16 * SECOND, topic: POST, payload: '{"id":"3"}' });
  overdue(11 * SECOND);
  expect(rules).toEqual(['first-subscribe-platform', 'alink-unanswered-platform']);
});

test('calls of the cloud that the device answers are fine', () => {
  const { play, overdue, rules } = playSession(lamp);
  play('<', 'PUBLISH0', { topic: rrpc('request', 1) });
  play('>', 'PUBLISH0', { topic: rrpc('response', 1) });
  play('<', 'PUBLISH0', { topic: '/ext/rrpc/7/a1B2c3D4e5F/lamp-01/user/get' });
  play('>', 'PUBLISH0', { topic: '/ext/rrpc/7/a1B2c3D4e5F/lamp-01/user/get' });
  play('<', 'PUBLISH0', { topic: `${T}/service/property/set`, payload: '{"id":"1"}' });
  play('>', 'PUBLISH0', {
    topic: `${T}/service/property/set_reply`,
    payload: '{"id":"1","code":200}',
  });
  play('<', 'PUBLISH0', { topic: `${T}/service/reboot`, payload: '{"id":"2","sys":{"ack":0}}' });
  play('<', 'PUBLISH0', { topic: '/a1B2c3D4e5F/lamp-01/user/get', payload: '{"id":"3"}' });
  overdue(11 * SECOND);
  expect(rules).toEqual([]);
});

test.each([
  [rrpc('request', 2), 'rrpc-unanswered-platform', 8],
  ['/ext/rrpc/8/a1B2c3D4e5F/lamp-01/user/get', 'rrpc-unanswered-platform', 8],
  [`${T}/service/reboot`, 'cloud-request-unanswered-platform', 10],
  [`${T}/service/property/set`, 'cloud-request-unanswered-platform', 10],
  [`${T}/config/push`, 'cloud-request-unanswered-platform', 10],
])('a call on %s that nobody answers breaks %s after %i seconds', (topic, rule, seconds) => {
  const { play, overdue, rules } = playSession();
  play('<', 'PUBLISH0', { topic, payload: '{"id":"9"}' });
  overdue((seconds - 0.1) * SECOND);
  expect(rules).toEqual([]);
  overdue(seconds * SECOND);
  expect(rules).toEqual([rule]);
});

test('no reply is awaited to a message over the rate: that it was dropped is told', () => {
  const { play, overdue, findings } = playSession();
  play('>', 'SUBSCRIBE', { time: 0, topic: `${POST}_reply` });
  for (let id = 0; id < 11; id += 1) {
    play('>', 'PUBLISH1', { time: SECOND + id, topic: POST, payload: `{"id":"${id}"}` });
  }
  overdue(11 * SECOND);
  const rows = (rule: string) =>
    findings.filter(({ finding }) => finding.rule === rule).map(({ row }) => row);
  expect(rows('publish-rate-qos-1-platform')).toEqual([11]);
  expect(rows('first-subscribe-platform')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});
