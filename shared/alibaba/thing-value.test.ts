import { describe, expect, test } from 'vitest';
import { fieldsOf, type ThingDataType, thingModelSchema } from './thing-model.ts';
import { checkProperties, valueProblem } from './thing-value.ts';

const struct: ThingDataType = {
  type: 'struct',
  specs: [{ identifier: 'x', dataType: { type: 'int' } }],
};

describe('valueProblem', () => {
  test.each<[ThingDataType, unknown]>([
    [{ type: 'int', specs: { min: '0', max: '100' } }, 100],
    [{ type: 'int' }, -5],
    [{ type: 'float', specs: { min: '-1.5', max: '1.5' } }, 1.5],
    [{ type: 'double' }, 23],
    [{ type: 'bool', specs: { 0: 'off', 1: 'on' } }, 1],
    [{ type: 'enum', specs: { 0: 'auto', 3: 'cool' } }, 3],
    [{ type: 'text', specs: { length: '3' } }, 'abc'],
    [{ type: 'date' }, '1524448722000'],
    [struct, { x: 1 }],
    [{ type: 'array', specs: { size: '2', item: { type: 'int' } } }, [1, 2]],
    [{ type: 'array', specs: { item: struct } }, [{ x: 1 }]],
  ])('takes %j of %j', (type, value) => {
    expect(valueProblem(type, value)).toBeNull();
  });

  test.each<[number, ThingDataType, unknown]>([
    [6306, { type: 'int' }, 1.5],
    [6306, { type: 'int' }, '1'],
    [6306, { type: 'int', specs: { min: '0', max: '100' } }, 101],
    [6306, { type: 'int', specs: { min: '0', max: '100' } }, -1],
    [6307, { type: 'float' }, '1.5'],
    [6322, { type: 'double', specs: { max: 2 } }, 2.5],
    [6308, { type: 'bool' }, true],
    [6309, { type: 'enum', specs: { 0: 'auto' } }, 1],
    [6309, { type: 'enum', specs: { 0: 'auto' } }, '0'],
    [6310, { type: 'text', specs: { length: '3' } }, 'abcd'],
    [6310, { type: 'text' }, 3],
    [6311, { type: 'date' }, 1524448722000],
    [6312, struct, 1],
    [6304, struct, { y: 1 }],
    [6306, struct, { x: 'one' }],
    [6324, { type: 'array', specs: { size: 1, item: { type: 'int' } } }, [1, 2]],
    [6324, { type: 'array', specs: { item: { type: 'int' } } }, 1],
    [6325, { type: 'array', specs: { item: { type: 'int' } } }, [1, 'two']],
  ])('answers %i for %j of %j', (code, type, value) => {
    expect(valueProblem(type, value)?.code).toBe(code);
  });
});

describe('checkProperties', () => {
  const model = thingModelSchema.parse({
    schema: 'https://iotx-tsl.oss-ap-southeast-1.aliyuncs.com/schema.json',
    properties: [
      { identifier: 'temperature', accessMode: 'r', dataType: { type: 'int', specs: {} } },
      { identifier: 'Power', dataType: { type: 'bool', specs: { 0: 'off', 1: 'on' } } },
    ],
    events: [{ identifier: 'post', outputData: ['temperature', 'Power'] }],
  });

  test('keeps what follows the model and says why the rest is filtered', () => {
    const params = { temperature: 23, Power: 'on', humidity: 73 };
    expect(checkProperties(model, params, 1000)).toEqual({
      accepted: { temperature: { value: 23, time: 1000 } },
      rejected: {
        Power: { code: 6308, message: 'tsl parse: data type is not bool' },
        humidity: { code: 6320, message: 'tsl parse: params not exist' },
      },
    });
  });

  test('takes every property where there is no model', () => {
    expect(checkProperties(null, { any: { deep: [1] } }, 5).accepted).toEqual({
      any: { value: { deep: [1] }, time: 5 },
    });
  });

  test('reads a value with its time, up to 24 hours ahead', () => {
    const day = 24 * 60 * 60 * 1000;
    const post = (time: unknown) => checkProperties(null, { a: { value: 1, time } }, 1000);
    expect(post(7).accepted).toEqual({ a: { value: 1, time: 7 } });
    expect(post(1000 + day).accepted).toHaveProperty('a.time', 1000 + day);
    expect(post(1001 + day).rejected).toHaveProperty('a.code', 6326);
    expect(post('now').rejected).toHaveProperty('a.code', 6326);
  });

  test('leaves the names of properties out of the fields of built-in events', () => {
    expect(fieldsOf(model.events[0]?.outputData ?? [])).toEqual([]);
    expect(fieldsOf([{ identifier: 'x', dataType: { type: 'int' } }])).toHaveLength(1);
  });
});
