import { expect, test } from 'vitest';
import { receivedRules } from './received-rules.ts';

const POST = '/sys/a1B2c3D4e5F/lamp-01/thing/event/property/post';
const reply = (more: object) =>
  receivedRules(`${POST}_reply`, JSON.stringify({ id: '1', ...more }));

test.each([
  ['a number', 6320],
  ['text, as replies to batches have it', '6320'],
])(
  'another code than 200 is told with the words of the answer, the code being %s',
  (_what, code) => {
    expect(reply({ code, message: 'tsl parse: params not exist' })).toEqual([
      {
        rule: 'alink-code-platform',
        values: { topic: `${POST}_reply`, alink: 6320, message: 'tsl parse: params not exist' },
      },
    ]);
  },
);

test('properties that a success did not take over are told by name', () => {
  const data = {
    LightSwitch: 'tsl parse: params not exist',
    mode: 'tsl parse: data type is not int',
  };
  expect(reply({ code: 200, data })).toEqual([
    {
      rule: 'properties-filtered-platform',
      values: { topic: POST, names: 'LightSwitch, mode', reason: 'tsl parse: params not exist' },
    },
  ]);
});

test('a success with nothing to say, other data, or no Alink is fine', () => {
  expect(reply({ code: 200, data: {} })).toEqual([]);
  expect(reply({ code: 200 })).toEqual([]);
  expect(reply({ code: 200, data: { version: 2 } })).toEqual([]);
  expect(receivedRules(`${POST}_reply`, 'no JSON')).toEqual([]);
  expect(receivedRules(`${POST}_reply`, '{"params":{}}')).toEqual([]);
  const config = '/sys/a1B2c3D4e5F/lamp-01/thing/config/get_reply';
  expect(receivedRules(config, '{"code":200,"data":{"url":"https://x"}}')).toEqual([]);
});

test('a code in a request of the cloud is none of a reply', () => {
  const set = '/sys/a1B2c3D4e5F/lamp-01/thing/service/property/set';
  expect(receivedRules(set, '{"id":"1","code":5}')).toEqual([]);
});

test('a kick is told as one, other words of the platform as they are', () => {
  const kick = '{"title":"kick","content":"Kicked by the same device"}';
  expect(receivedRules('/ext/notify', kick)).toEqual([{ rule: 'kicked-platform', values: {} }]);
  const other = '{"title":"upgrade","content":"the server restarts"}';
  expect(receivedRules('/ext/notify', other)).toEqual([
    { rule: 'notified-platform', values: { text: 'the server restarts' } },
  ]);
  expect(receivedRules('/ext/notify', 'goodbye')).toEqual([
    { rule: 'notified-platform', values: { text: 'goodbye' } },
  ]);
});
