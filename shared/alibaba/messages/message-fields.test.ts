import { describe, expect, it, test } from 'vitest';
import { thingModelSchema } from '../thing-model.ts';
import { rawAt, readJsonText } from './json-text.ts';
import { messageKinds } from './kinds.ts';
import { fieldsOfMessage, identifierIn, valuePath } from './message-fields.ts';

const T = '/sys/a1B2c3D4e5F/lamp-01/thing';
const model = thingModelSchema.parse({
  properties: [
    {
      identifier: 'temperature',
      name: 'Temperature',
      accessMode: 'r',
      dataType: { type: 'float' },
    },
    { identifier: 'restart', accessMode: 'w', dataType: { type: 'bool' } },
    {
      identifier: 'place',
      dataType: {
        type: 'struct',
        specs: [{ identifier: 'floor', dataType: { type: 'int' } }],
      },
    },
  ],
  events: [
    { identifier: 'post', outputData: ['temperature'] },
    { identifier: 'alarm', outputData: [{ identifier: 'level', dataType: { type: 'int' } }] },
  ],
  services: [
    { identifier: 'reboot', outputData: [{ identifier: 'took', dataType: { type: 'int' } }] },
  ],
});
const paths = (...args: Parameters<typeof fieldsOfMessage>) =>
  fieldsOfMessage(...args).map(({ path }) => path.join('.'));

describe('the fields of a message', () => {
  it('are the properties that a device reports, those of structs below the struct', () => {
    expect(paths('property-post', `${T}/event/property/post`, model)).toEqual([
      'params.temperature',
      'params.place',
      'params.place.floor',
      'sys.ack',
    ]);
    const [first, , floor] = fieldsOfMessage('property-post', '', model);
    expect(first).toMatchObject({ name: { model: 'Temperature' }, depth: 0 });
    expect(floor).toMatchObject({ identifier: 'floor', depth: 1 });
  });

  it('are the outputs of the event or the service in the topic', () => {
    expect(paths('event-post', `${T}/event/alarm/post`, model)).toEqual([
      'params.value.level',
      'sys.ack',
    ]);
    expect(paths('event-post', `${T}/event/other/post`, model)).toEqual(['sys.ack']);
    expect(paths('service-reply', `${T}/service/reboot_reply`, model)).toEqual([
      'data.took',
      'code',
    ]);
    expect(identifierIn(`${T}/service/reboot_reply`)).toBe('reboot');
    expect(identifierIn('/shadow/update/a/b')).toBeNull();
  });

  it('are without a model those of the protocol', () => {
    expect(paths('property-post', `${T}/event/property/post`, null)).toEqual(['sys.ack']);
    expect(paths('tags-update', `${T}/deviceinfo/update`, null)).toEqual([
      'params.0.attrKey',
      'params.0.attrValue',
      'sys.ack',
    ]);
  });

  it.each(messageKinds.filter(({ isHex }) => !isHex).map((kind) => [kind.name, kind] as const))(
    'of %s stand in what it fills in',
    (name, { pattern, payload }) => {
      const root = readJsonText(payload, true);
      if (root === null) throw new Error(payload);
      for (const { path } of fieldsOfMessage(name, pattern, null))
        expect(rawAt(payload, root, path), path.join('.')).not.toBeNull();
    },
  );
});

test('a value with a time beside it is found within', () => {
  const text = '{"params": {"temperature": {"value": 1.0, "time": 5}, "place": {"value": 1}}}';
  const root = readJsonText(text, true);
  if (root === null) throw new Error(text);
  const [temperature, place] = fieldsOfMessage('property-post', '', model);
  if (!temperature || !place) throw new Error('no fields');
  expect(valuePath(root, temperature)).toEqual(['params', 'temperature', 'value']);
  expect(valuePath(root, place)).toEqual(['params', 'place']);
});
