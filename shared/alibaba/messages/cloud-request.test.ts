import { describe, expect, it, test } from 'vitest';
import type { AutoReply, AutoReplyTrigger } from '../../contract/auto-replies.ts';
import { cloudRequest, replyFor, requestReader } from './cloud-request.ts';

const owner = { productKey: 'a1B2c3D4e5F', deviceName: 'lamp-01' };
const OWN = '/sys/a1B2c3D4e5F/lamp-01';
const request = (topic: string, payload = '{"id":"1","params":{}}') =>
  cloudRequest(topic, payload, owner);

describe('a request of the cloud', () => {
  it('to set properties is answered on set_reply', () => {
    expect(request(`${OWN}/thing/service/property/set`)).toEqual({
      about: { kind: 'property-set' },
      isRrpc: false,
      replyTopic: `${OWN}/thing/service/property/set_reply`,
    });
  });

  it('to run a service is known by the service', () => {
    expect(request(`${OWN}/thing/service/reboot`)).toMatchObject({
      about: { kind: 'service', service: 'reboot' },
      replyTopic: `${OWN}/thing/service/reboot_reply`,
    });
  });

  it('by RRPC is answered on its response topic, a custom one where it came', () => {
    expect(request(`${OWN}/rrpc/request/42`, 'any text')).toEqual({
      about: { kind: 'other' },
      isRrpc: true,
      replyTopic: `${OWN}/rrpc/response/42`,
    });
    expect(request('/ext/rrpc/42/a/b')?.replyTopic).toBe('/ext/rrpc/42/a/b');
  });

  it('by RRPC may be a service called synchronously', () => {
    const call = request(`${OWN}/rrpc/request/42`, '{"id":"1","method":"thing.service.reboot"}');
    expect(call).toMatchObject({ about: { kind: 'service', service: 'reboot' }, isRrpc: true });
  });

  it.each([
    `${OWN}/thing/event/property/post_reply`,
    `${OWN}/thing/service/reboot_reply`,
    `${OWN}/thing/service/property/set_reply`,
    `${OWN}/rrpc/response/42`,
    `${OWN}/thing/config/push`,
    `${OWN}/thing/service/property/get`,
    '/sys/a1B2c3D4e5F/other/thing/service/reboot',
    '/a1B2c3D4e5F/lamp-01/user/get',
    '/shadow/get/a1B2c3D4e5F/lamp-01',
  ])('is not what comes on %s', (topic) => {
    expect(request(topic)).toBeNull();
  });

  it('that wants no answer gets none', () => {
    expect(request(`${OWN}/thing/service/reboot`, '{"id":"1","sys":{"ack":0}}')).toBeNull();
  });
});

test('the most exact reply that is on answers', () => {
  const reply = (
    id: string,
    trigger: AutoReplyTrigger,
    service = '',
    enabled = true,
  ): AutoReply => ({
    id,
    trigger,
    service,
    enabled,
    delayMs: 0,
    payload: '',
  });
  const replies = [
    reply('any', 'service'),
    reply('reboot', 'service', 'reboot'),
    reply('off', 'service', 'off', false),
    reply('rrpc', 'rrpc'),
  ];
  const service = (name: string) =>
    replyFor(request(`${OWN}/thing/service/${name}`) ?? fail(), replies)?.id;
  expect([service('reboot'), service('off'), service('other')]).toEqual(['reboot', 'any', 'any']);
  const set = request(`${OWN}/thing/service/property/set`) ?? fail();
  expect(replyFor(set, replies)).toBeNull();
  const byRrpc = request(`${OWN}/rrpc/request/1`, '{"method":"thing.service.property.set"}');
  expect(replyFor(byRrpc ?? fail(), replies)?.id).toBe('rrpc');
});

test('an answer reads what was asked as it was written', () => {
  const payload = '{"id": 7, "params": {"t": 30.0, "name": "a \\"b\\"", "list": [1, 2]}}';
  const read = requestReader('/a/b', payload);
  expect(read('id')).toBe('7');
  expect(read('params.t')).toBe('30.0');
  expect(read('params.name')).toBe('a \\"b\\"');
  expect(read('params.list.1')).toBe('2');
  expect(read('params.list')).toBe('[1, 2]');
  expect(read('nothing')).toBe('null');
  expect(read('topic')).toBe('/a/b');
  expect(JSON.parse(`"${read('payload')}"`)).toBe(payload);
  expect(requestReader('/a', 'no JSON')('id')).toBe('null');
});

function fail(): never {
  throw new Error('no request');
}
