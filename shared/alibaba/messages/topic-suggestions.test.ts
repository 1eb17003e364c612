import { describe, expect, it } from 'vitest';
import { filterProblem } from '../../mqtt/topic-filter.ts';
import { permissionFor } from '../topics.ts';
import { openPlaceholder, ownTopic, suggestTopics, topicPattern } from './topic-suggestions.ts';

const owner = { productKey: 'a1B2c3D4e5F', deviceName: 'lamp-01' };
const topics = (use: 'publish' | 'subscribe') =>
  suggestTopics(owner, use).map(({ topic }) => topic);

describe('suggested topics', () => {
  it('are ones the device may publish to', () => {
    for (const topic of topics('publish'))
      expect(permissionFor(topic, owner), topic).toMatch(/^pub/);
  });

  it('are filters the device may subscribe to', () => {
    for (const topic of topics('subscribe')) {
      expect(filterProblem(topic) === null || topic.includes('+_reply'), topic).toBe(true);
      expect(permissionFor(topic, owner), topic).toMatch(/sub$/);
    }
  });

  it('name each topic once, requests before replies', () => {
    for (const use of ['publish', 'subscribe'] as const) {
      expect(new Set(topics(use)).size).toBe(topics(use).length);
      const replies = suggestTopics(owner, use).map(({ isReply }) => isReply);
      expect(replies).toEqual([...replies].sort());
    }
  });

  it('hold what a device says, what it answers and what it hears', () => {
    expect(topics('publish')).toEqual(
      expect.arrayContaining([
        '/sys/a1B2c3D4e5F/lamp-01/thing/event/property/post',
        `/sys/a1B2c3D4e5F/lamp-01/thing/event/\${identifier}/post`,
        '/sys/a1B2c3D4e5F/lamp-01/thing/service/property/set_reply',
        `/sys/a1B2c3D4e5F/lamp-01/rrpc/response/\${messageId}`,
        `/ext/rrpc/\${messageId}/\${topic}`,
        '/a1B2c3D4e5F/lamp-01/user/update',
      ]),
    );
    expect(topics('subscribe')).toEqual(
      expect.arrayContaining([
        '/sys/a1B2c3D4e5F/lamp-01/thing/event/property/post_reply',
        '/sys/a1B2c3D4e5F/lamp-01/thing/service/+',
        '/sys/a1B2c3D4e5F/lamp-01/rrpc/request/+',
        '/shadow/get/a1B2c3D4e5F/lamp-01',
        '/a1B2c3D4e5F/lamp-01/user/get',
      ]),
    );
  });
});

describe('a topic for any device', () => {
  it('is filled in again for another one', () => {
    const pattern = topicPattern('/shadow/update/a1B2c3D4e5F/lamp-01', owner);
    expect(pattern).toBe(`/shadow/update/\${productKey}/\${deviceName}`);
    expect(ownTopic(pattern, { productKey: 'a2', deviceName: 'lamp-02' })).toBe(
      '/shadow/update/a2/lamp-02',
    );
  });

  it('leaves topics of others alone', () => {
    for (const topic of ['room/lamp-01', '/a1B2c3D4e5F/lamp-011/user/get'])
      expect(topicPattern(topic, owner)).toBe(topic);
  });
});

it('finds what is still to be replaced', () => {
  const topic = `/sys/a/b/rrpc/response/\${messageId}`;
  const { start = 0, end = 0, name } = openPlaceholder(topic) ?? {};
  expect([topic.slice(start, end), name]).toEqual([`\${messageId}`, 'messageId']);
  expect(openPlaceholder('a/b/$SYS')).toBeNull();
});
