import { expect, test } from 'vitest';
import { knownTopic } from './known-topic.ts';
import { platformTopics } from './topic-catalogue.ts';

const OWN = '/sys/a1B2c3D4e5F/lamp-01/thing';
const purpose = (topic: string) => {
  const known = knownTopic(topic);
  return known && `${known.isReply ? 'reply: ' : ''}${known.about.purpose.en}`;
};

test.each([
  [`${OWN}/event/property/post`, 'Report properties'],
  [`${OWN}/event/property/post_reply`, 'reply: Report properties'],
  [`${OWN}/event/alarm/post`, 'Report an event'],
  [`${OWN}/service/property/set`, 'Set properties'],
  [`${OWN}/service/reboot`, 'Call a service'],
  [`${OWN}/service/reboot_reply`, 'reply: Call a service'],
  ['/shadow/get/a1B2c3D4e5F/lamp-01', 'Desired state from the device shadow'],
  ['/sys/a1B2c3D4e5F/lamp-01/rrpc/request/+', 'Synchronous call (RRPC)'],
  ['/ext/rrpc/5/a/b', 'Synchronous call on a topic of your own (needs ext=1)'],
])('%s is there to: %s', (topic, what) => {
  expect(purpose(topic)).toBe(what);
});

test('topics of one’s own and filters over several topics are nobody’s', () => {
  for (const topic of ['', 'home/light', '/a/b/c', '#', `${OWN}/#`])
    expect(purpose(topic)).toBe(null);
});

test('every row of the catalogue says in both languages what it is for, in one line', () => {
  for (const { pattern, purpose: texts, payload } of platformTopics) {
    for (const text of [texts.en, texts['zh-CN']]) expect(text, pattern).toMatch(/^[^\n]{3,80}$/);
    expect(payload, pattern).not.toContain('\n');
  }
});

test('what has no QoS 1 is told: the time, broadcasts, calls on topics of one’s own, gateways', () => {
  const qos0 = platformTopics.filter(({ qosMax }) => qosMax === 0).map(({ pattern }) => pattern);
  expect(qos0.map((pattern) => pattern.split('/').slice(1, 3).join('/'))).toEqual([
    `ext/rrpc`,
    `broadcast/\${productKey}`,
    'ext/ntp',
    ...Array(4).fill('ext/session'),
  ]);
});
