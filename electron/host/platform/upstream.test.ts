import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { ServiceBench } from './service.test-support.ts';

const thing = '/sys/a1pk/lamp/thing';
const post = `${thing}/event/property/post`;

let bench: ServiceBench;
beforeEach(() => {
  bench = new ServiceBench();
});

describe('a property post', () => {
  test('is answered on its reply topic and its values are kept', () => {
    expect(bench.ask('event/property/post', { Power: 'on' })).toEqual({
      id: '7',
      code: 200,
      data: {},
      message: 'success',
      method: 'thing.event.property.post',
      version: '1.0',
    });
    expect(bench.sent[0]?.[0]).toBe(`${post}_reply`);
    expect(bench.record.values).toEqual({ Power: { value: 'on', time: bench.now } });
  });

  test('keeps the last values of 1000 properties at most, and goes on with those it has', () => {
    for (let post = 0; post < 11; post += 1)
      bench.ask(
        'event/property/post',
        Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`p${post * 100 + at}`, post])),
      );
    expect(Object.keys(bench.record.values)).toHaveLength(1000);
    expect(bench.notes).toContainEqual([9321, 'more than 1000 properties, not kept: p1000']);
    bench.ask('event/property/post', { p0: 'new' });
    expect(bench.record.values.p0).toMatchObject({ value: 'new' });
  });

  test('succeeds with every property filtered, and says why', () => {
    bench.product.thingModel = {
      properties: [{ identifier: 'temperature', dataType: { type: 'int' } }],
    };
    const params = { temperature: 'hot', humidity: 73 };
    expect(bench.ask('event/property/post', params)).toMatchObject({
      code: 200,
      data: {
        temperature: 'tsl parse: data type is not int',
        humidity: 'tsl parse: params not exist',
      },
    });
    expect(bench.record.values).toEqual({});
    expect(bench.notes.map(([code]) => code)).toEqual([6306, 6320]);
  });

  test('of an older time does not take the place of a newer value', () => {
    bench.ask('event/property/post', { a: { value: 'new', time: bench.now - 1 } });
    bench.ask('event/property/post', { a: { value: 'late', time: bench.now - 2 } });
    expect(bench.record.values.a?.value).toBe('new');
  });

  test.each([
    ['what is not JSON', '{"id":', { id: '', code: 6207 }],
    ['JSON that is no object', '[1]', { id: '', code: 6207 }],
    ['no params', { id: '8' }, { id: '8', code: 6302 }],
    ['empty params', { id: '8', params: {} }, { id: '8', code: 460 }],
    ['a list', { id: '8', params: [1] }, { id: '8', code: 460 }],
  ])('of %s is answered with its code', (_name, message, reply) => {
    expect(bench.say(post, message)).toMatchObject(reply);
  });

  test('of 201 properties is too many', () => {
    const params = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`p${i}`, i]));
    expect(bench.ask('event/property/post', params)).toMatchObject({ code: 6106 });
  });

  test('is not answered when sys.ack is 0', () => {
    expect(bench.say(post, { params: { a: 1 }, sys: { ack: 0 } })).toBeUndefined();
    expect(bench.record.values).toHaveProperty('a');
  });

  test('is answered with a code on demand, and not looked at', () => {
    expect(bench.say(post, { id: '7', params: { a: 1 } }, 429)).toMatchObject({
      code: 429,
      id: '7',
    });
    expect(bench.record.values).toEqual({});
  });
});

describe('an event', () => {
  test('is held against the model, its built-in form too', () => {
    bench.product.thingModel = {
      events: [
        { identifier: 'alarm', outputData: [{ identifier: 'level', dataType: { type: 'int' } }] },
      ],
    };
    const code = (event: string, params: unknown) => bench.ask(`event/${event}/post`, params)?.code;
    expect(code('alarm', { value: { level: 3 }, time: bench.now })).toBe(200);
    expect(code('alarm', { level: 3 })).toBe(200);
    expect(code('alarm', { value: { level: 'high' } })).toBe(6306);
    expect(code('alarm', { value: { other: 1 } })).toBe(6304);
    expect(code('fire', { value: { level: 3 } })).toBe(5160);
  });

  test('is taken as it is without a model', () => {
    expect(bench.ask('event/any/post', { value: { a: 1 } })).toMatchObject({ code: 200 });
  });

  test.each([
    ['property/batch', { properties: { Power: [{ value: 1, time: 5 }] } }, 200],
    ['property/pack', { properties: { Power: { value: 1, time: 5 } }, subDevices: [] }, 200],
    ['property/pack', { subDevices: Array(21).fill({}) }, 6357],
    ['property/history', [{ identity: {}, properties: [] }], 200],
    ['property/history', { identity: {} }, 6301],
  ])('%s of %j is answered with %i', (event, params, code) => {
    expect(bench.ask(`event/${event}/post`, params)).toMatchObject({ code });
  });
});

describe('desired properties', () => {
  beforeEach(() => {
    bench.record.desired = { power: { value: 'on', version: 2 }, colour: { value: 1, version: 1 } };
  });

  test('are told by name, those without a value left out', () => {
    expect(bench.ask('property/desired/get', ['power', 'none'])?.data).toEqual({
      power: { value: 'on', version: 2 },
    });
    expect(bench.ask('property/desired/get', Array(201).fill('x'))).toMatchObject({ code: 6104 });
    expect(bench.ask('property/desired/get', {})).toMatchObject({ code: 6301 });
  });

  test('are deleted in the version that is meant, or in any', () => {
    expect(
      bench.ask('property/desired/delete', { power: { version: 1 }, colour: {} }),
    ).toMatchObject({
      code: 200,
    });
    expect(bench.record.desired).toEqual({ power: { value: 'on', version: 2 } });
    bench.ask('property/desired/delete', { power: { version: 2 } });
    expect(bench.record.desired).toEqual({});
  });
});

describe('tags', () => {
  test('are updated, told and deleted', () => {
    const tags = [
      { attrKey: 'room', attrValue: 'hall' },
      { attrKey: '_x', attrValue: 'y' },
    ];
    expect(bench.ask('deviceinfo/update', tags)).toMatchObject({ code: 200 });
    expect(bench.ask('deviceinfo/get', [])?.data).toEqual(tags);
    expect(
      bench.ask('deviceinfo/delete', [{ attrKey: 'room' }, { attrKey: 'none' }]),
    ).toMatchObject({
      code: 200,
    });
    expect(bench.record.tags).toEqual({ _x: 'y' });
  });

  test.each([
    ['no list', { attrKey: 'a', attrValue: 'b' }, 6301],
    ['an empty list', [], 460],
    ['a key that begins with a digit', [{ attrKey: '1a', attrValue: 'b' }], 460],
    ['a key of 65 letters', [{ attrKey: 'a'.repeat(65), attrValue: 'b' }], 460],
    ['no value', [{ attrKey: 'a' }], 460],
    ['201 tags', Array(201).fill({ attrKey: 'a', attrValue: 'b' }), 460],
  ])('with %s are refused', (_name, params, code) => {
    expect(bench.ask('deviceinfo/update', params)).toMatchObject({ code });
    expect(bench.record.tags).toEqual({});
  });
});

describe('the configuration', () => {
  test('is told with what a device checks it by, or is not there', () => {
    const params = { configScope: 'product', getType: 'file' };
    expect(bench.ask('config/get', params)).toMatchObject({ code: 6710 });
    bench.product.config = {
      configId: 'c1',
      configSize: 2,
      sign: 'abc',
      url: 'http://127.0.0.1/c1',
    };
    expect(bench.ask('config/get', params)?.data).toEqual({
      ...bench.product.config,
      signMethod: 'Sha256',
      getType: 'file',
    });
    expect(bench.ask('config/get', { configScope: 'device' })).toMatchObject({ code: 460 });
  });

  test('of the log says whether to upload, and uploaded lines are logged', () => {
    bench.record.logMode = 1;
    const params = { configScope: 'device', getType: 'content' };
    expect(bench.ask('config/log/get', params)?.data).toEqual({
      getType: 'content',
      content: { mode: 1 },
    });
    const line = { utcTime: 'now', logLevel: 'ERROR', module: 'wifi', code: '4', logContent: 'x' };
    expect(bench.ask('log/post', [line])).toMatchObject({ code: 200 });
    expect(bench.notes).toContainEqual([200, 'device log: now ERROR wifi 4 x']);
    expect(bench.ask('log/post', Array(41).fill(line))).toMatchObject({ code: 460 });
  });
});

test('the time is answered with both times of the platform', () => {
  const answer = bench.say('/ext/ntp/a1pk/lamp/request', { deviceSendTime: '1571724098000' });
  expect(bench.sent[0]?.[0]).toBe('/ext/ntp/a1pk/lamp/response');
  expect(answer).toMatchObject({
    deviceSendTime: '1571724098000',
    serverRecvTime: String(bench.now),
  });
  expect(Number(answer?.serverSendTime)).toBeGreaterThan(bench.now);
});

test('no message of a device throws', () => {
  const paths = [
    ...['event/property/post', 'event/any/post', 'event/property/batch/post', 'event/x/y/post'],
    ...['event/property/history/post', 'event/property/pack/post', 'property/desired/get'],
    ...['property/desired/delete', 'deviceinfo/update', 'deviceinfo/delete', 'deviceinfo/get'],
    ...['config/get', 'config/log/get', 'log/post', 'ota/firmware/get', 'topo/add'],
  ].map((path) => `${thing}/${path}`);
  const others = ['/ext/ntp/a1pk/lamp/request', '/shadow/update/a1pk/lamp'].concat(
    ['inform', 'progress', 'request'].map((name) => `/ota/device/${name}/a1pk/lamp`),
  );
  const name = fc.constantFrom('__proto__', 'constructor', 'toString', 'Power', 'a');
  const params = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(name, fc.jsonValue()),
    fc.array(
      fc.dictionary(fc.constantFrom('attrKey', 'attrValue'), fc.oneof(name, fc.jsonValue())),
    ),
  );
  const message = fc.oneof(
    fc.string(),
    fc.jsonValue(),
    fc.record({ id: fc.jsonValue(), params, sys: fc.jsonValue() }, { requiredKeys: [] }),
    fc.record({
      method: fc.constantFrom('update', 'delete'),
      state: params,
      version: fc.jsonValue(),
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...paths, ...others), message, (topic, content) => {
      bench.say(topic, content);
    }),
    { numRuns: 2000 },
  );
  expect(JSON.parse(JSON.stringify(bench.record))).toMatchObject({ productKey: 'a1pk' });
});

describe('what there is no service for', () => {
  test('is logged and not answered', () => {
    expect(bench.ask('topo/get', {})).toBeUndefined();
    expect(bench.say(`${thing}/model/up_raw`, 'raw')).toBeUndefined();
    expect(bench.notes.map(([code]) => code)).toEqual([6831, 6200]);
  });

  test('a thing model is told, if there is one', () => {
    expect(bench.ask('dsltemplate/get', {})).toMatchObject({ code: 6317 });
    bench.product.thingModel = { properties: [] };
    expect(bench.ask('dsltemplate/get', {})).toMatchObject({ code: 200, data: { properties: [] } });
  });
});
