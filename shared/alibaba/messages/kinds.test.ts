import { describe, expect, it } from 'vitest';
import { permissionFor } from '../topics.ts';
import { messageKinds } from './kinds.ts';
import { expandTemplate } from './template.ts';
import { ownTopic } from './topic-suggestions.ts';

const owner = { productKey: 'a1B2c3D4e5F', deviceName: 'lamp-01' };
const expand = (payload: string) =>
  expandTemplate(payload, {
    id: 5,
    counter: 1,
    now: 1_767_323_045_678,
    triple: owner,
    request: null,
    random: () => 0.5,
  }) ?? '';
const texts = messageKinds.filter(({ isHex }) => !isHex);
const kind = (name: string) => {
  const found = messageKinds.find((one) => one.name === name);
  if (!found) throw new Error(`no kind ${name}`);
  return { topic: ownTopic(found.pattern, owner), qos: found.qos, payload: expand(found.payload) };
};

describe('every kind of message', () => {
  it.each(messageKinds.map((one) => [one.name, one] as const))(
    '%s goes to a topic the device may publish to',
    (_name, { pattern }) => {
      expect(permissionFor(ownTopic(pattern, owner), owner)).toMatch(/^pub/);
    },
  );

  it.each(texts.map((one) => [one.name, one] as const))(
    '%s is JSON when filled in',
    (_name, one) => {
      expect(JSON.parse(expand(one.payload))).toBeTypeOf('object');
    },
  );

  it('has a name of its own', () => {
    expect(new Set(messageKinds.map(({ name }) => name)).size).toBe(messageKinds.length);
  });

  it('has a method that says what its topic says, where it is an Alink request', () => {
    for (const { name, pattern, payload } of texts) {
      const { method, id } = JSON.parse(expand(payload));
      if (!pattern.startsWith('/sys/') || name.endsWith('reply') || name === 'rrpc-response')
        continue;
      const path = ownTopic(pattern, owner).replace('/sys/a1B2c3D4e5F/lamp-01/', '');
      expect(method, name).toBe(path.replaceAll('/', '.'));
      expect(id, name).toBe('5');
    }
  });

  it('that answers, answers a topic the device may subscribe to', () => {
    const answers = messageKinds.filter(({ group }) => group === 'answers');
    expect(answers).toHaveLength(3);
    for (const { answers: requests = '', payload } of answers) {
      expect(permissionFor(ownTopic(requests, owner), owner)).toMatch(/sub$/);
      expect(payload).toContain(`"\${id}"`);
    }
  });
});

describe('the payloads of the platform’s help', () => {
  it('are those of property and event posts', () => {
    expect(JSON.parse(kind('property-post').payload)).toEqual({
      id: '5',
      version: '1.0',
      sys: { ack: 1 },
      method: 'thing.event.property.post',
      params: { temperature: 22.5 },
    });
    expect(kind('property-post').payload).toContain('22.5');
    expect(JSON.parse(kind('event-post').payload).params).toEqual({
      value: { level: 1 },
      time: 1_767_323_045_678,
    });
  });

  it('are those of desired values, tags, configuration and log lines', () => {
    const params = (name: string) => JSON.parse(kind(name).payload).params;
    expect(params('desired-get')).toEqual(['temperature']);
    expect(params('desired-delete')).toEqual({ temperature: { version: 1 } });
    expect(params('tags-update')).toEqual([{ attrKey: 'location', attrValue: 'bench' }]);
    expect(params('config-get')).toEqual({ configScope: 'product', getType: 'file' });
    expect(params('log-post')).toEqual([
      {
        utcTime: '2026-01-02T03:04:05.678+0000',
        logLevel: 'INFO',
        module: 'main',
        code: '200',
        traceContext: '5',
        logContent: 'hello',
      },
    ]);
  });

  it('are those of time, shadow and updates', () => {
    expect(kind('ntp-request')).toEqual({
      topic: '/ext/ntp/a1B2c3D4e5F/lamp-01/request',
      qos: 0,
      payload: '{ "deviceSendTime": "1767323045678" }',
    });
    for (const method of ['update', 'get', 'delete'])
      expect(JSON.parse(kind(`shadow-${method}`).payload).method).toBe(method);
    expect(JSON.parse(kind('ota-progress').payload).params).toEqual({
      step: '50',
      desc: 'downloading',
      module: 'default',
    });
    expect(JSON.parse(kind('ota-inform').payload).params).toEqual({
      version: '1.0.0',
      module: 'default',
    });
  });
});
