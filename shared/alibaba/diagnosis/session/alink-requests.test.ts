import { expect, test } from 'vitest';
import { thingModelSchema } from '../../thing-model.ts';
import { lamp, POST, playSession, T } from './testing/play-session.ts';

const post = (id: unknown, params: object = {}) => ({
  topic: POST,
  payload: JSON.stringify({ id, params }),
});

test('an id that a request had before is told, also if one is a number', () => {
  const { play, findings } = playSession();
  play('>', 'PUBLISH1', post('1'));
  play('>', 'PUBLISH1', post('2'));
  expect(findings).toEqual([]);
  play('>', 'PUBLISH1', post(1));
  const rule = 'alink-id-reused-platform';
  expect(findings).toMatchObject([
    { row: 2, finding: { rule, severity: 'hint', values: { id: '1' } } },
  ]);
});

test('a message sent again, a reply, and a message without an id use no id anew', () => {
  const { play, rules } = playSession();
  play('>', 'PUBLISH1', post('1'));
  play('>', 'PUBLISH1', { ...post('1'), header: 0x3a });
  play('<', 'PUBLISH0', { topic: `${POST}_reply`, payload: '{"id":"1","code":200}' });
  play('<', 'PUBLISH0', { topic: `${T}/service/property/set`, payload: '{"id":"1"}' });
  play('>', 'PUBLISH1', {
    topic: `${T}/service/property/set_reply`,
    payload: '{"id":"1","code":200}',
  });
  play('>', 'PUBLISH1', post(undefined));
  play('>', 'PUBLISH1', post(undefined));
  expect(rules).toEqual([]);
});

const model = thingModelSchema.parse({
  properties: [{ identifier: 'temperature', dataType: { type: 'int' } }],
});

test('posted properties are held against the thing model that there is by then', () => {
  let known: typeof model | null = null;
  const { play, findings } = playSession(lamp, () => known);
  play('>', 'PUBLISH1', post('1', { Temperature: 23 }));
  expect(findings).toEqual([]);
  known = model;
  play('>', 'PUBLISH1', post('2', { temperature: 23 }));
  expect(findings).toEqual([]);
  play('>', 'PUBLISH1', post('3', { Temperature: 23, temperature: 'warm' }));
  expect(findings).toMatchObject([
    {
      row: 2,
      finding: {
        rule: 'properties-not-in-model-platform',
        severity: 'hint',
        values: { names: 'Temperature, temperature', reason: 'tsl parse: params not exist' },
      },
    },
  ]);
});
