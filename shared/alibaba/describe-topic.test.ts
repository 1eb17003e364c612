import { describe, expect, it } from 'vitest';
import { describeTopic } from './describe-topic.ts';

const owner = { productKey: 'a1', deviceName: 'lamp' };
const english = (topic: string, from: 'up' | 'down' | null = null) => {
  const described = describeTopic(topic, from, owner);
  if (described === null) return null;
  const { purpose, isReply, reply } = described;
  return { purpose: purpose.en, isReply, reply };
};

describe('a topic of the platform', () => {
  it('is described with the topic that it is answered on', () => {
    expect(english('/sys/a1/lamp/thing/event/property/post')).toEqual({
      purpose: 'Report properties',
      isReply: false,
      reply: '/sys/a1/lamp/thing/event/property/post_reply',
    });
    expect(english('/sys/a1/lamp/rrpc/request/77')?.reply).toBe('/sys/a1/lamp/rrpc/response/77');
    expect(english('/ota/device/inform/a1/lamp')).toMatchObject({ reply: null, isReply: false });
  });

  it('is described by who publishes there, whoever is asked about', () => {
    const from = (topic: string, by: 'up' | 'down' | null) => describeTopic(topic, by, owner)?.from;
    const post = '/sys/a1/lamp/thing/event/property/post';
    expect([from(post, null), from(post, 'down'), from(`${post}_reply`, null)]).toEqual([
      'up',
      'up',
      'down',
    ]);
    expect([from('/ext/rrpc/5/any', 'down'), from('/ext/rrpc/5/any', 'up')]).toEqual([
      'down',
      'up',
    ]);
  });

  it('is described by what it holds and the QoS it has', () => {
    const described = (topic: string) => describeTopic(topic, null, owner);
    expect(described('/ext/ntp/a1/lamp/request')).toMatchObject({
      qosMax: 0,
      payload: '{"deviceSendTime": "1571724098000"}',
    });
    expect(described('/ext/ntp/a1/lamp/response')).toMatchObject({ qosMax: 0, payload: '' });
    expect(described('/a1/lamp/user/update')).toMatchObject({ qosMax: 1, payload: '' });
  });

  it('is known as an answer', () => {
    expect(english('/sys/a1/lamp/thing/event/property/post_reply')).toEqual({
      purpose: 'Report properties',
      isReply: true,
      reply: null,
    });
    expect(english('/sys/a1/lamp/thing/service/blink_reply')).toMatchObject({
      purpose: 'Call a service',
      isReply: true,
    });
    expect(english('/shadow/get/a1/lamp')).toMatchObject({ isReply: false });
  });

  it('is taken by what says most of it', () => {
    expect(english('/sys/a1/lamp/thing/service/property/set')?.purpose).toBe('Set properties');
    expect(english('/sys/a1/lamp/thing/service/blink')?.purpose).toBe('Call a service');
    expect(english('/sys/a1/lamp/thing/service/+')?.purpose).toBe('Call a service');
  });

  it('asks or answers by its direction where both are on one topic', () => {
    expect(english('/ext/rrpc/5/any/topic', 'down')).toMatchObject({
      isReply: false,
      reply: '/ext/rrpc/5/any/topic',
    });
    expect(english('/ext/rrpc/5/any/topic', 'up')).toMatchObject({ isReply: true, reply: null });
  });

  it('below the triple is known for the device it names only', () => {
    expect(english('/a1/lamp/user/get')?.purpose).toBe('Your own messages to the device');
    expect(english('/b2/lamp/user/get')).toBeNull();
    expect(describeTopic('/a1/lamp/user/get', null, null)).toBeNull();
  });

  it('is none where the platform has no such topic', () => {
    for (const topic of ['home/lamp', '/sys/a1/lamp', '/sys/a1/lamp/#', '']) {
      expect(english(topic)).toBeNull();
    }
  });
});
