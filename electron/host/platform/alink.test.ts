import { describe, expect, test } from 'vitest';
import { answerAlink } from './alink.ts';

const owner = { productKey: 'a1pk', deviceName: 'lamp' };
const thing = '/sys/a1pk/lamp/thing';
const post = `${thing}/event/property/post`;
const request = { id: '7', version: '1.0', params: { Power: 'on' } };

function answer(payload: unknown, topic = post) {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const reply = answerAlink(topic, text, owner);
  return reply === null ? null : { topic: reply.topic, ...JSON.parse(reply.payload) };
}

describe('answerAlink', () => {
  test('answers a property post with success and its id', () => {
    expect(answerAlink(post, JSON.stringify(request), owner)).toEqual({
      topic: `${post}_reply`,
      payload:
        '{"id":"7","code":200,"data":{},"message":"success","method":"thing.event.property.post","version":"1.0"}',
    });
  });

  test("answers the article's post, whose id is a number, with the id as text", () => {
    expect(
      answer({
        id: 1543896481106,
        params: { temperature: 23, humidity: 73 },
        method: 'thing.event.property.post',
      }),
    ).toMatchObject({ id: '1543896481106', code: 200 });
  });

  test.each([
    ['hot', { ...request, params: { value: { t: 1 }, time: 1 } }],
    ['property/batch', { ...request, params: { properties: { Power: [] } } }],
    ['property/history', { ...request, params: [{ identity: {}, properties: [], events: [] }] }],
    ['property/pack', { ...request, params: { properties: {}, subDevices: [] } }],
  ])('answers the event %s by its own method', (event, payload) => {
    const topic = `${thing}/event/${event}/post`;
    expect(answer(payload, topic)).toMatchObject({
      topic: `${topic}_reply`,
      code: 200,
      method: `thing.event.${event.replace('/', '.')}.post`,
    });
  });

  test.each([
    ['what is not JSON', '{"id":', { id: '', code: 6207 }],
    ['JSON that is no object', '[1]', { id: '', code: 6207 }],
    ['no params', { id: '8' }, { id: '8', code: 6302 }],
    ['empty params', { id: '8', params: {} }, { id: '8', code: 460 }],
    ['params that are a text', { id: '8', params: 'on' }, { id: '8', code: 460 }],
    ['params that are null', { id: '8', params: null }, { id: '8', code: 460 }],
  ])('answers %s with its code', (_name, payload, reply) => {
    expect(answer(payload)).toMatchObject(reply);
  });

  test('is silent when sys.ack is 0, and only then', () => {
    expect(answer({ ...request, sys: { ack: 0 } })).toBeNull();
    expect(answer({ sys: { ack: 0 } })).toBeNull();
    expect(answer({ ...request, sys: { ack: 1 } })).toMatchObject({ code: 200 });
    expect(answer({ ...request, sys: {} })).toMatchObject({ code: 200 });
  });

  test.each([
    `${thing}/event/property/post_reply`,
    `${thing}/deviceinfo/update`,
    '/sys/a1pk/other/thing/event/property/post',
    '/a1pk/lamp/user/update',
  ])('says nothing on %s', (topic) => {
    expect(answer(request, topic)).toBeNull();
  });
});
