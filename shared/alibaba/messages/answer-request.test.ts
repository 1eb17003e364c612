import { describe, expect, it } from 'vitest';
import { isRequestFor, writeMessage } from './answer-request.ts';
import { type MessageKindName, messageKinds } from './kinds.ts';

const owner = { productKey: 'a1B2c3D4e5F', deviceName: 'lamp-01' };
const own = '/sys/a1B2c3D4e5F/lamp-01';
const kind = (name: MessageKindName) => {
  const found = messageKinds.find((one) => one.name === name);
  if (!found) throw new Error(`no kind ${name}`);
  return found;
};

describe('an answer', () => {
  it('to a property set carries the id of the request', () => {
    const { topic, payload } = writeMessage(kind('property-set-reply'), owner, {
      topic: `${own}/thing/service/property/set`,
      payload: '{"method":"thing.service.property.set","id":"1729","params":{"power":1}}',
    });
    expect(topic).toBe(`${own}/thing/service/property/set_reply`);
    expect(JSON.parse(payload)).toEqual({ id: '1729', code: 200, data: {} });
  });

  it('to a service call names the service', () => {
    const { topic, payload } = writeMessage(kind('service-reply'), owner, {
      topic: `${own}/thing/service/reboot`,
      payload: '{"id":17,"params":{}}',
    });
    expect(topic).toBe(`${own}/thing/service/reboot_reply`);
    expect(JSON.parse(payload).id).toBe('17');
  });

  it('to an RRPC names its message id, whatever the payload is', () => {
    const { topic, payload } = writeMessage(kind('rrpc-response'), owner, {
      topic: `${own}/rrpc/request/988`,
      payload: 'ping',
    });
    expect(topic).toBe(`${own}/rrpc/response/988`);
    expect(payload).toContain(`"\${id}"`);
  });

  it('cannot be given a placeholder by the platform', () => {
    const { payload } = writeMessage(kind('rrpc-response'), owner, {
      topic: `${own}/rrpc/request/988`,
      payload: '{"id":"$& {{now}}"}',
    });
    expect(payload).toContain('"$& {{{{now}}"');
  });

  it('leaves open what no request tells', () => {
    expect(writeMessage(kind('rrpc-response'), owner).topic).toBe(
      `${own}/rrpc/response/\${messageId}`,
    );
  });
});

describe('a request', () => {
  it.each([
    ['property-set-reply', `${own}/thing/service/property/set`, true],
    ['service-reply', `${own}/thing/service/property/set`, false],
    ['service-reply', `${own}/thing/service/reboot`, true],
    ['service-reply', '/sys/a1B2c3D4e5F/other/thing/service/reboot', false],
    ['rrpc-response', `${own}/rrpc/request/1`, true],
    ['rrpc-response', `${own}/rrpc/request/`, false],
    ['property-post', `${own}/thing/event/property/post`, false],
  ] as const)('for %s on %s: %s', (name, topic, is) => {
    expect(isRequestFor(kind(name), topic, owner)).toBe(is);
  });
});
