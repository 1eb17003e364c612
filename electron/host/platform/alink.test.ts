import { describe, expect, test } from 'vitest';
import { isDeeperThan, paramsProblem, readAlink, writeAlinkReply } from './alink.ts';

const read = (message: unknown) => readAlink(JSON.stringify(message));

describe('readAlink', () => {
  test('has the id as text, whatever the device sent', () => {
    expect(read({ id: 1543896481106 })?.id).toBe('1543896481106');
    expect(read({ id: '7' })?.id).toBe('7');
    expect(read({ id: {} })?.id).toBe('');
  });

  test('wants no reply when sys.ack is 0, and only then', () => {
    expect(read({ sys: { ack: 0 } })?.wantsReply).toBe(false);
    expect(read({ sys: { ack: 1 } })?.wantsReply).toBe(true);
    expect(read({ sys: {} })?.wantsReply).toBe(true);
    expect(read({})?.wantsReply).toBe(true);
  });

  test.each(['{"id":', '[1]', '""', ''])('does not read %j', (payload) => {
    expect(readAlink(payload)).toBeNull();
  });
});

test('depth is counted without recursion, and what is too deep is not read', () => {
  expect(isDeeperThan(2, { a: [1] })).toBe(false);
  expect(isDeeperThan(1, { a: [1] })).toBe(true);
  const deep = `{"params":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(readAlink(deep)).toBeNull();
});

describe('paramsProblem', () => {
  test.each([
    [6302, undefined],
    [460, null],
    [460, {}],
    [460, []],
    [460, 'on'],
  ])('is %i for %j', (code, params) => {
    expect(paramsProblem(params)?.code).toBe(code);
  });

  test.each([[{ a: 1 }], [[1]]])('is nothing for %j', (params) => {
    expect(paramsProblem(params)).toBeNull();
  });
});

test('a reply has the order, the message and the version of the platform', () => {
  expect(writeAlinkReply('7', 'thing.event.property.post', { code: 200 })).toBe(
    '{"id":"7","code":200,"data":{},"message":"success","method":"thing.event.property.post","version":"1.0"}',
  );
});
