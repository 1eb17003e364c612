import { expect, test } from 'vitest';
import { lamp, playSession } from './testing/play-session.ts';

const OWN = '/a1B2c3D4e5F/lamp-01';

test.each([
  [`/sys${OWN}/thing/evnt/property/post`, 'topic-unknown-platform'],
  ['room/light', 'topic-unknown-platform'],
  ['/sys/a1B2c3D4e5F/lamp-02/thing/event/property/post', 'topic-other-device-platform'],
  ['/a1B2c3D4e5F/lamp-02/user/update', 'topic-other-device-platform'],
  ['/ota/device/inform/a1B2c3D4e5F/lamp-02', 'topic-other-device-platform'],
  [`/sys${OWN}/thing/service/property/set`, 'topic-subscribe-only-platform'],
])('a message on %s breaks %s', (topic, rule) => {
  const { play, findings } = playSession();
  play('>', 'PUBLISH0', { topic });
  expect(findings).toMatchObject([{ finding: { rule, values: { topic } } }]);
});

test.each([
  ['the device’s own', `/sys${OWN}/thing/event/property/post`],
  ['an event of any name', `/sys${OWN}/thing/event/alarm/post`],
  ['an answer', `/sys${OWN}/thing/service/property/set_reply`],
  ['an RRPC answer', `/sys${OWN}/rrpc/response/12`],
  ['an RRPC answer on a topic of its own', `/ext/rrpc/12${OWN}/user/get`],
  ['the shadow', `/shadow/update${OWN}`],
  ['custom, defined or not', `${OWN}/control`],
  ['custom, to subscribe unless it was changed', `${OWN}/user/get`],
])('a topic that is %s is fine', (_what, topic) => {
  const { play, rules } = playSession(lamp);
  play('>', 'PUBLISH0', { topic });
  expect(rules).toEqual([]);
});

test('a gateway speaks for its sub-devices once it logged one in', () => {
  const { play, rules } = playSession();
  const other = '/sys/a1sub/meter-1/thing/event/property/post';
  play('>', 'PUBLISH0', { topic: `/ext/session${OWN}/combine/login`, payload: '{}' });
  play('>', 'PUBLISH0', { topic: other });
  expect(rules).toEqual([]);
  play('>', 'PUBLISH0', { topic: '/sys/a1sub/meter-1/thing/nothing' });
  expect(rules).toEqual(['topic-unknown-platform']);
});

test('what is received is not the device’s doing', () => {
  const { play, rules } = playSession();
  play('<', 'PUBLISH0', { topic: 'room/light' });
  expect(rules).toEqual([]);
});
