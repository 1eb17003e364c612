import { describe, expect, it } from 'vitest';
import type { DeviceTarget } from '../../contract/devices.ts';
import { topicObstacle } from '../topic-obstacle.ts';
import { warnOfFilter, warnOfMessage } from './message-warnings.ts';

const owner = { productKey: 'a1B2c3D4e5F', deviceName: 'lamp-01' };
const target: DeviceTarget = {
  kind: 'local',
  ...owner,
  signMethod: 'hmacsha256',
  clientId: '',
  keepAlive: 60,
  cleanSession: false,
};
const broker: DeviceTarget = {
  kind: 'broker',
  name: 'lab',
  host: '127.0.0.1',
  port: 1883,
  transport: 'tcp',
  keepAlive: 60,
  cleanSession: true,
  rootCertificate: null,
  mqttVersion: '3.1.1',
  clientId: '',
  username: '',
};
const own = '/a1B2c3D4e5F/lamp-01';

describe('the use of a topic', () => {
  it.each([
    [`/sys${own}/thing/event/property/post`, null, 'publish-only'],
    [`/sys${own}/thing/event/property/post_reply`, 'subscribe-only', null],
    [`/sys${own}/thing/service/property/set`, 'subscribe-only', null],
    [`/sys${own}/rrpc/response/123`, null, 'publish-only'],
    [`${own}/user/get`, 'subscribe-only', null],
    [`${own}/control`, 'undefined', 'undefined'],
    ['/a1B2c3D4e5F/lamp-02/user/update', 'foreign', 'foreign'],
    [`/sys${own}/thing/nothing`, 'foreign', 'foreign'],
    ['room/light', 'foreign', 'foreign'],
  ])('%s: to publish %s, to subscribe %s', (topic, toPublish, toSubscribe) => {
    expect(topicObstacle(topic, owner, 'publish')).toBe(toPublish);
    expect(topicObstacle(topic, owner, 'subscribe')).toBe(toSubscribe);
  });
});

describe('a message that the platform does not take as it is', () => {
  const good = {
    topic: `${own}/user/update`,
    topicBytes: 32,
    payloadBytes: 262_144,
    qos: 1,
    retain: false,
  } as const;
  const rules = (changes: Partial<Parameters<typeof warnOfMessage>[0]>) =>
    warnOfMessage(
      { ...good, topicBytes: (changes.topic ?? good.topic).length, ...changes },
      target,
    ).map(({ rule }) => rule);

  it('is not warned of while it is within the limits', () => {
    for (const payloadBytes of [0, 1, 100, 16_000, 262_144])
      expect(rules({ payloadBytes })).toEqual([]);
    expect(rules({ qos: 0 })).toEqual([]);
  });

  it('is named by each limit it breaks', () => {
    expect(rules({ qos: 2 })).toEqual(['qos-2-platform']);
    expect(rules({ retain: true })).toEqual(['retain-platform']);
    expect(rules({ payloadBytes: 262_145 })).toEqual(['payload-too-large-platform']);
    expect(rules({ payloadBytes: 262_145, qos: 0 })).toEqual(['payload-too-large-platform']);
    expect(rules({ topic: `${own}/user/${'x'.repeat(128)}` })).toEqual(['topic-too-long-platform']);
  });

  it('may be anything on another broker', () => {
    expect(warnOfMessage({ ...good, qos: 2, retain: true }, broker)).toEqual([]);
  });
});

it('warns of a filter that is too long or too deep for the platform', () => {
  expect(warnOfFilter(`${own}/user/get`, target)).toEqual([]);
  expect(warnOfFilter(`${own}/a/b/c/d/e/f`, target).map(({ rule }) => rule)).toEqual([
    'topic-too-deep-platform',
  ]);
  expect(warnOfFilter(`${own}/a/b/c/d/e/f`, broker)).toEqual([]);
});
