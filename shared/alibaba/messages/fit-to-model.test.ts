import { expect, test } from 'vitest';
import { thingModelSchema } from '../thing-model.ts';
import { chooseEvent, eventsOf, fitToModel } from './fit-to-model.ts';

const T = '/sys/a1B2c3D4e5F/lamp-01/thing/event';
const post = {
  topic: `${T}/property/post`,
  payload: '{"id":"{{id}}","params":{ "temperature": {{random 20.0 25.0}} }}',
};
const alarm = {
  topic: `${T}/alarm/post`,
  payload:
    '{"id":"{{id}}","method":"thing.event.alarm.post","params":{"value":{"level":1},"time":{{now}}}}',
};
const property = (identifier: string, dataType: unknown) => ({ identifier, dataType });
const model = thingModelSchema.parse({
  properties: [
    { ...property('restart', { type: 'bool' }), accessMode: 'w' },
    property('place', {
      type: 'struct',
      specs: [
        property('height', { type: 'double', specs: { min: '2' } }),
        property('since', { type: 'date' }),
        property('mode', { type: 'enum', specs: { 3: 'on' } }),
      ],
    }),
  ],
  events: [
    { identifier: 'post', outputData: ['place'] },
    { identifier: 'fault', outputData: [property('reason', { type: 'text' })] },
  ],
});

test('a property post begins with a property that the product has, in the form the platform takes', () => {
  expect(fitToModel('property-post', post, model).payload).toBe(
    '{"id":"{{id}}","params":{ "place": { "height": 2.0, "since": "{{now}}", "mode": 3 } }}',
  );
});

test('a product that has the example keeps it', () => {
  const own = thingModelSchema.parse({ properties: [property('temperature', { type: 'float' })] });
  expect(fitToModel('property-post', post, own)).toBe(post);
  expect(fitToModel('ntp-request', post, model)).toBe(post);
});

test('an event post is made over for an event of the product: topic, method and fields', () => {
  const { topic, payload } = fitToModel('event-post', alarm, model);
  expect(topic).toBe(`${T}/fault/post`);
  expect(payload).toBe(
    '{"id":"{{id}}","method":"thing.event.fault.post","params":{"value":{ "reason": "" },"time":{{now}}}}',
  );
  expect(eventsOf(model).map(({ identifier }) => identifier)).toEqual(['fault']);
});

test('a payload that is not JSON is left alone', () => {
  const [fault] = eventsOf(model);
  if (!fault) throw new Error('no event');
  expect(chooseEvent({ topic: alarm.topic, payload: 'x' }, fault)).toEqual({
    topic: `${T}/fault/post`,
    payload: 'x',
  });
});
