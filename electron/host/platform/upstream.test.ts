import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ServiceContext } from './service.ts';
import { type DeviceRecord, newRecord, type ProductDefinition, productSchema } from './state.ts';
import { handleUpstream } from './upstream.ts';

const owner = { productKey: 'a1pk', deviceName: 'lamp' };
const thing = '/sys/a1pk/lamp/thing';
const post = `${thing}/event/property/post`;
const now = 1_700_000_000_000;

let record: DeviceRecord;
let notes: [number, string][];
let sent: [string, Record<string, unknown>][];
let product: ProductDefinition;

beforeEach(() => {
  record = newRecord('a1pk', 'lamp');
  notes = [];
  sent = [];
  product = { productKey: 'a1pk' };
});

function say(topic: string, message: unknown, forced: number | null = null) {
  sent = [];
  const context: ServiceContext = {
    owner,
    product: productSchema.parse(product),
    record,
    now,
    note: (code, text) => notes.push([code, text]),
    send: (to, payload) => sent.push([to, JSON.parse(payload.toString())]),
  };
  const payload = typeof message === 'string' ? message : JSON.stringify(message);
  handleUpstream(topic, Buffer.from(payload), context, forced);
  return sent[0]?.[1];
}
/** Asks for params on a method and answers the reply. */
const ask = (method: string, params: unknown) => say(`${thing}/${method}`, { id: '7', params });

describe('a property post', () => {
  test('is answered on its reply topic and its values are kept', () => {
    expect(ask('event/property/post', { Power: 'on' })).toEqual({
      id: '7',
      code: 200,
      data: {},
      message: 'success',
      method: 'thing.event.property.post',
      version: '1.0',
    });
    expect(sent[0]?.[0]).toBe(`${post}_reply`);
    expect(record.values).toEqual({ Power: { value: 'on', time: now } });
  });

  test('succeeds with every property filtered, and says why', () => {
    product.thingModel = {
      properties: [{ identifier: 'temperature', dataType: { type: 'int' } }],
    };
    const params = { temperature: 'hot', humidity: 73 };
    expect(ask('event/property/post', params)).toMatchObject({
      code: 200,
      data: {
        temperature: 'tsl parse: data type is not int',
        humidity: 'tsl parse: params not exist',
      },
    });
    expect(record.values).toEqual({});
    expect(notes.map(([code]) => code)).toEqual([6306, 6320]);
  });

  test('of an older time does not take the place of a newer value', () => {
    ask('event/property/post', { a: { value: 'new', time: now - 1 } });
    ask('event/property/post', { a: { value: 'late', time: now - 2 } });
    expect(record.values.a?.value).toBe('new');
  });

  test.each([
    ['what is not JSON', '{"id":', { id: '', code: 6207 }],
    ['JSON that is no object', '[1]', { id: '', code: 6207 }],
    ['no params', { id: '8' }, { id: '8', code: 6302 }],
    ['empty params', { id: '8', params: {} }, { id: '8', code: 460 }],
    ['a list', { id: '8', params: [1] }, { id: '8', code: 460 }],
  ])('of %s is answered with its code', (_name, message, reply) => {
    expect(say(post, message)).toMatchObject(reply);
  });

  test('of 201 properties is too many', () => {
    const params = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`p${i}`, i]));
    expect(ask('event/property/post', params)).toMatchObject({ code: 6106 });
  });

  test('is not answered when sys.ack is 0', () => {
    expect(say(post, { params: { a: 1 }, sys: { ack: 0 } })).toBeUndefined();
    expect(record.values).toHaveProperty('a');
  });

  test('is answered with a code on demand, and not looked at', () => {
    expect(say(post, { id: '7', params: { a: 1 } }, 429)).toMatchObject({ code: 429, id: '7' });
    expect(record.values).toEqual({});
  });
});

describe('an event', () => {
  test('is held against the model, its built-in form too', () => {
    product.thingModel = {
      events: [
        { identifier: 'alarm', outputData: [{ identifier: 'level', dataType: { type: 'int' } }] },
      ],
    };
    const code = (event: string, params: unknown) => ask(`event/${event}/post`, params)?.code;
    expect(code('alarm', { value: { level: 3 }, time: now })).toBe(200);
    expect(code('alarm', { level: 3 })).toBe(200);
    expect(code('alarm', { value: { level: 'high' } })).toBe(6306);
    expect(code('alarm', { value: { other: 1 } })).toBe(6304);
    expect(code('fire', { value: { level: 3 } })).toBe(5160);
  });

  test('is taken as it is without a model', () => {
    expect(ask('event/any/post', { value: { a: 1 } })).toMatchObject({ code: 200 });
  });

  test.each([
    ['property/batch', { properties: { Power: [{ value: 1, time: 5 }] } }, 200],
    ['property/pack', { properties: { Power: { value: 1, time: 5 } }, subDevices: [] }, 200],
    ['property/pack', { subDevices: Array(21).fill({}) }, 6357],
    ['property/history', [{ identity: {}, properties: [] }], 200],
    ['property/history', { identity: {} }, 6301],
  ])('%s of %j is answered with %i', (event, params, code) => {
    expect(ask(`event/${event}/post`, params)).toMatchObject({ code });
  });
});

describe('desired properties', () => {
  beforeEach(() => {
    record.desired = { power: { value: 'on', version: 2 }, colour: { value: 1, version: 1 } };
  });

  test('are told by name, those without a value left out', () => {
    expect(ask('property/desired/get', ['power', 'none'])?.data).toEqual({
      power: { value: 'on', version: 2 },
    });
    expect(ask('property/desired/get', Array(201).fill('x'))).toMatchObject({ code: 6104 });
    expect(ask('property/desired/get', {})).toMatchObject({ code: 6301 });
  });

  test('are deleted in the version that is meant, or in any', () => {
    expect(ask('property/desired/delete', { power: { version: 1 }, colour: {} })).toMatchObject({
      code: 200,
    });
    expect(record.desired).toEqual({ power: { value: 'on', version: 2 } });
    ask('property/desired/delete', { power: { version: 2 } });
    expect(record.desired).toEqual({});
  });
});

describe('tags', () => {
  test('are updated, told and deleted', () => {
    const tags = [
      { attrKey: 'room', attrValue: 'hall' },
      { attrKey: '_x', attrValue: 'y' },
    ];
    expect(ask('deviceinfo/update', tags)).toMatchObject({ code: 200 });
    expect(ask('deviceinfo/get', [])?.data).toEqual(tags);
    expect(ask('deviceinfo/delete', [{ attrKey: 'room' }, { attrKey: 'none' }])).toMatchObject({
      code: 200,
    });
    expect(record.tags).toEqual({ _x: 'y' });
  });

  test.each([
    ['no list', { attrKey: 'a', attrValue: 'b' }, 6301],
    ['an empty list', [], 460],
    ['a key that begins with a digit', [{ attrKey: '1a', attrValue: 'b' }], 460],
    ['a key of 65 letters', [{ attrKey: 'a'.repeat(65), attrValue: 'b' }], 460],
    ['no value', [{ attrKey: 'a' }], 460],
    ['201 tags', Array(201).fill({ attrKey: 'a', attrValue: 'b' }), 460],
  ])('with %s are refused', (_name, params, code) => {
    expect(ask('deviceinfo/update', params)).toMatchObject({ code });
    expect(record.tags).toEqual({});
  });
});

describe('the configuration', () => {
  test('is told with what a device checks it by, or is not there', () => {
    const params = { configScope: 'product', getType: 'file' };
    expect(ask('config/get', params)).toMatchObject({ code: 6710 });
    product.config = { configId: 'c1', configSize: 2, sign: 'abc', url: 'http://127.0.0.1/c1' };
    expect(ask('config/get', params)?.data).toEqual({
      ...product.config,
      signMethod: 'Sha256',
      getType: 'file',
    });
    expect(ask('config/get', { configScope: 'device' })).toMatchObject({ code: 460 });
  });

  test('of the log says whether to upload, and uploaded lines are logged', () => {
    record.logMode = 1;
    const params = { configScope: 'device', getType: 'content' };
    expect(ask('config/log/get', params)?.data).toEqual({
      getType: 'content',
      content: { mode: 1 },
    });
    const line = { utcTime: 'now', logLevel: 'ERROR', module: 'wifi', code: '4', logContent: 'x' };
    expect(ask('log/post', [line])).toMatchObject({ code: 200 });
    expect(notes).toContainEqual([200, 'device log: now ERROR wifi 4 x']);
    expect(ask('log/post', Array(41).fill(line))).toMatchObject({ code: 460 });
  });
});

test('the time is answered with both times of the platform', () => {
  const answer = say('/ext/ntp/a1pk/lamp/request', { deviceSendTime: '1571724098000' });
  expect(sent[0]?.[0]).toBe('/ext/ntp/a1pk/lamp/response');
  expect(answer).toMatchObject({ deviceSendTime: '1571724098000', serverRecvTime: String(now) });
  expect(Number(answer?.serverSendTime)).toBeGreaterThan(now);
});

describe('an update', () => {
  const task = {
    module: 'default',
    version: '2.0.0',
    url: 'http://127.0.0.1/fw',
    size: 9,
    sign: 'abc',
    signMethod: 'Md5' as const,
    status: 'waiting' as const,
    step: null,
  };
  const inform = (version: string) =>
    say('/ota/device/inform/a1pk/lamp', { id: '1', params: { version } });

  test('is pushed when the device informs an older version, until it informs the new one', () => {
    record.ota = { ...task };
    expect(inform('1.0.0')).toMatchObject({
      code: '1000',
      message: 'success',
      data: { version: '2.0.0', size: 9, sign: 'abc', md5: 'abc', signMethod: 'Md5' },
    });
    expect(sent[0]?.[0]).toBe('/ota/device/upgrade/a1pk/lamp');
    expect(record.ota?.status).toBe('pushed');
    say('/ota/device/progress/a1pk/lamp', { id: '2', params: { step: '50', desc: 'half' } });
    expect(record.ota).toMatchObject({ status: 'upgrading', step: 50 });
    expect(inform('2.0.0')).toBeUndefined();
    expect(record.ota?.status).toBe('succeeded');
    expect(record.firmware).toEqual({ default: '2.0.0' });
  });

  test('fails with a negative step and is not offered again', () => {
    record.ota = { ...task };
    say('/ota/device/progress/a1pk/lamp', { params: { step: '-2' } });
    expect(record.ota?.status).toBe('failed');
    expect(inform('1.0.0')).toBeUndefined();
  });

  test('can be asked for, and there may be none', () => {
    expect(ask('ota/firmware/get', {})?.data).toEqual({});
    record.ota = { ...task, module: 'MCU' };
    expect(ask('ota/firmware/get', {})?.data).toEqual({});
    expect(ask('ota/firmware/get', { module: 'MCU' })?.data).toMatchObject({ module: 'MCU' });
  });

  test.each(['101', '-5', 'half', undefined])('takes no progress of %s', (step) => {
    record.ota = { ...task };
    say('/ota/device/progress/a1pk/lamp', { params: { step } });
    expect(record.ota?.step).toBeNull();
    expect(notes).toHaveLength(1);
  });
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
      say(topic, content);
    }),
    { numRuns: 2000 },
  );
  expect(JSON.parse(JSON.stringify(record))).toMatchObject(owner);
});

describe('what there is no service for', () => {
  test('is logged and not answered', () => {
    expect(ask('topo/get', {})).toBeUndefined();
    expect(say(`${thing}/model/up_raw`, 'raw')).toBeUndefined();
    expect(notes.map(([code]) => code)).toEqual([6831, 6200]);
  });

  test('a thing model is told, if there is one', () => {
    expect(ask('dsltemplate/get', {})).toMatchObject({ code: 6317 });
    product.thingModel = { properties: [] };
    expect(ask('dsltemplate/get', {})).toMatchObject({ code: 200, data: { properties: [] } });
  });
});
