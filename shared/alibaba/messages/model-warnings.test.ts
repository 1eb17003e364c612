import { expect, test } from 'vitest';
import { thingModelSchema } from '../thing-model.ts';
import { modelWarnings } from './model-warnings.ts';

const T = '/sys/a1B2c3D4e5F/lamp-01/thing/event';
const model = thingModelSchema.parse({
  properties: [
    { identifier: 'temperature', dataType: { type: 'float', specs: { max: '50' } } },
    { identifier: 'mode', dataType: { type: 'enum', specs: { 0: 'off', 1: 'on' } } },
  ],
  events: [
    { identifier: 'alarm', outputData: [{ identifier: 'level', dataType: { type: 'int' } }] },
  ],
});
const warnings = (params: string, topic = `${T}/property/post`) =>
  modelWarnings(topic, `{"id":"{{id}}","params":${params}}`, true, model).map(
    ({ reason, identifier, code }) => `${identifier}: ${reason} ${code}`,
  );

test('what the platform takes is not warned of', () => {
  expect(warnings('{"temperature": 21.5, "mode": 1}')).toEqual([]);
  expect(warnings('{"temperature": {"value": 21.5, "time": 1}}')).toEqual([]);
  expect(warnings('{"temperature": {{random 1 9}}}')).toEqual([]);
  expect(warnings('{"value": {"level": 1}}', `${T}/alarm/post`)).toEqual([]);
});

test('what is not in the model, out of range, of another type or without a decimal is', () => {
  expect(warnings('{"colour": 1, "temperature": 51.0, "mode": "on"}')).toEqual([
    'colour: not-in-model 0',
    'temperature: code 6307',
    'mode: code 6309',
  ]);
  expect(warnings('{"temperature": {"value": 21}}')).toEqual(['temperature: no-decimal 0']);
  expect(warnings('{"value": {"level": 1.5}}', `${T}/alarm/post`)).toEqual(['level: code 6306']);
});

test('other topics, events that the model does not have and what is no JSON are left alone', () => {
  expect(warnings('{"colour": 1}', `${T}/other/post`)).toEqual([]);
  expect(warnings('{"colour": 1}', '/a1B2c3D4e5F/lamp-01/user/update')).toEqual([]);
  expect(warnings('{"colour": ')).toEqual([]);
});
