import { expect, test } from 'vitest';
import { platformTopics } from './topic-catalogue.ts';

test('every topic says in both languages what it is for, and by example what it holds, in one line', () => {
  for (const { pattern, purpose, payload } of platformTopics) {
    for (const text of [purpose.en, purpose['zh-CN']])
      expect(text, pattern).toMatch(/^[^\n]{3,80}$/);
    expect(payload, pattern).not.toContain('\n');
  }
});

test('what has no QoS 1 is told: the time, broadcasts, calls on topics of one’s own, gateways', () => {
  const qos0 = platformTopics.filter(({ qosMax }) => qosMax === 0).map(({ pattern }) => pattern);
  expect(qos0.map((pattern) => pattern.split('/').slice(1, 3).join('/'))).toEqual([
    'ext/rrpc',
    `broadcast/\${productKey}`,
    'ext/ntp',
    ...Array(4).fill('ext/session'),
  ]);
});
