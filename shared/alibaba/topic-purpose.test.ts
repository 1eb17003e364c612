import { expect, it } from 'vitest';
import { topicPurpose } from './topic-purpose.ts';

const said = (topic: string) => {
  const found = topicPurpose(topic);
  return found && [found.purpose.en, found.answers];
};

it('knows what the topics of any device are for, and which answer which', () => {
  const thing = '/sys/a1/lamp/thing';
  expect(said(`${thing}/event/property/post`)).toEqual(['Report properties', null]);
  expect(said(`${thing}/event/property/post_reply`)).toEqual(['Report properties', 'platform']);
  expect(said(`${thing}/event/alarm/post`)).toEqual(['Report an event', null]);
  expect(said(`${thing}/service/property/set`)).toEqual(['Set properties', null]);
  expect(said(`${thing}/service/reboot`)).toEqual(['Call a service', null]);
  expect(said(`${thing}/service/reboot_reply`)).toEqual(['Call a service', 'device']);
  expect(said('/sys/a1/lamp/rrpc/request/17')).toEqual(['Synchronous call (RRPC)', null]);
  expect(said('/sys/a1/lamp/rrpc/response/17')).toEqual(['Synchronous call (RRPC)', 'device']);
  expect(said('/ext/ntp/a1/lamp/response')).toEqual(['Ask for the time', 'platform']);
  expect(said('/a1/lamp/user/update')).toEqual(['Your own data', null]);
});

it('says nothing of topics that are not the platform’s', () => {
  for (const topic of ['a/b', '/sys/a1/lamp', 'house/room/temperature', ''])
    expect(said(topic)).toBeNull();
});
