import { beforeEach, describe, expect, test } from 'vitest';
import { answerShadow, changeDesired } from './shadow.ts';
import { type DeviceRecord, newRecord, productSchema } from './state.ts';

const now = 1_700_000_000_000;
const metadata = { timestamp: 1_700_000_000 };
let record: DeviceRecord;

beforeEach(() => {
  record = newRecord('a1pk', 'lamp');
});

function ask(request: unknown) {
  let answer: unknown;
  answerShadow(Buffer.from(typeof request === 'string' ? request : JSON.stringify(request)), {
    owner: record,
    product: productSchema.parse({ productKey: 'a1pk' }),
    record,
    now,
    note: () => {},
    send: (topic, payload) => {
      expect(topic).toBe('/shadow/get/a1pk/lamp');
      answer = JSON.parse(payload.toString());
    },
  });
  return answer;
}
const update = (reported: unknown, version: unknown) =>
  ask({ method: 'update', state: { reported }, version });

describe('the shadow', () => {
  test('takes what is reported and tells it', () => {
    expect(update({ colour: 'red' }, 1)).toEqual({
      method: 'reply',
      payload: { status: 'success', version: 1 },
      timestamp: 1_700_000_000,
    });
    expect(ask({ method: 'get' })).toEqual({
      method: 'reply',
      payload: {
        status: 'success',
        state: { reported: { colour: 'red' } },
        metadata: { reported: { colour: metadata } },
      },
      version: 1,
      timestamp: 1_700_000_000,
    });
  });

  test('takes a higher version only, and -1 to start anew', () => {
    update({ a: 1 }, 5);
    expect(update({ a: 2 }, 5)).toMatchObject({ payload: { content: { errorcode: '409' } } });
    expect(record.shadow.state.reported.a).toBe(1);
    expect(update({ a: 2 }, 6)).toMatchObject({ payload: { version: 6 } });
    // Codes are three digits too.
    expect(update({ a: 2 }, 409)).toMatchObject({ payload: { version: 409 } });
    expect(update({ a: 3 }, -1)).toMatchObject({ payload: { version: 0 } });
    expect(update({ a: 4 }, 1)).toMatchObject({ payload: { version: 1 } });
  });

  test('deletes attributes, or all of them', () => {
    update({ a: 1, b: 2, c: 3 }, 1);
    ask({ method: 'delete', state: { reported: { a: 'null', b: 2 } }, version: 2 });
    expect(record.shadow.state.reported).toEqual({ b: 2, c: 3 });
    expect(record.shadow.metadata.reported).toEqual({ b: metadata, c: metadata });
    ask({ method: 'delete', state: { reported: 'null' }, version: 3 });
    expect(record.shadow.state.reported).toEqual({});
  });

  test('has desired values of the cloud, which the device clears', () => {
    update({ colour: 'red' }, 1);
    expect(JSON.parse(String(changeDesired(record.shadow, { colour: 'green' }, now)))).toEqual({
      method: 'control',
      payload: {
        status: 'success',
        state: { reported: { colour: 'red' }, desired: { colour: 'green' } },
        metadata: { reported: { colour: metadata }, desired: { colour: metadata } },
      },
      version: 2,
      timestamp: 1_700_000_000,
    });
    ask({ method: 'update', state: { desired: 'null' }, version: 3 });
    expect(record.shadow.state.desired).toEqual({});
    expect(changeDesired(record.shadow, {}, now)).toBe(405);
  });

  test('takes a depth of 5', () => {
    update({ a: { b: { c: { d: { e: 1 } } } } }, 1);
    expect(record.shadow.version).toBe(1);
  });

  const many = Object.fromEntries(Array.from({ length: 129 }, (_, i) => [`a${i}`, i]));
  test.each<[number, string, unknown]>([
    [400, 'no JSON', '{'],
    [401, 'no method', {}],
    [402, 'no state', { method: 'update', version: 1 }],
    [
      403,
      'a version that is a text',
      { method: 'update', state: { reported: { a: 1 } }, version: '1' },
    ],
    [404, 'no reported', { method: 'update', state: { f: 1 }, version: 1 }],
    [404, 'nothing to delete', { method: 'delete', state: { f: 1 }, version: 1 }],
    [405, 'an empty reported', { method: 'update', state: { reported: {} }, version: 1 }],
    [406, 'another method', { method: 'put' }],
    [407, 'a get of an empty shadow', { method: 'get' }],
    [408, '129 attributes', { method: 'update', state: { reported: many }, version: 1 }],
    [
      408,
      'a depth of 6',
      {
        method: 'update',
        state: { reported: { a: { b: { c: { d: { e: { f: 1 } } } } } } },
        version: 1,
      },
    ],
    [
      408,
      '16 KB',
      { method: 'update', state: { reported: { a: 'x'.repeat(16_384) } }, version: 1 },
    ],
    [409, 'version 0', { method: 'update', state: { reported: { a: 1 } }, version: 0 }],
  ])('answers %i for %s', (code, _name, request) => {
    expect(ask(request)).toMatchObject({
      method: 'reply',
      payload: { status: 'error', content: { errorcode: String(code) } },
    });
    expect(record.shadow.version).toBe(0);
  });
});
