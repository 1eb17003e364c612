import { expect, test } from 'vitest';
import { replyOutcome } from './reply-outcome.ts';

const outcome = (reply: unknown) => replyOutcome(JSON.stringify(reply));

test('an Alink reply has a code, as a number or as a text', () => {
  expect(outcome({ id: '1', code: 200, data: {} })).toEqual({
    protocol: 'alink',
    code: 200,
    isSuccess: true,
    message: '',
    leftOut: [],
  });
  expect(outcome({ id: '1', code: '6106', data: {} })).toEqual({
    protocol: 'alink',
    code: 6106,
    isSuccess: false,
    message: '',
    leftOut: [],
  });
});

test('a success names the properties that the platform left out all the same', () => {
  const data = { temperature: 'tsl parse: params not exist', color: 'red', power: {} };
  expect(outcome({ id: '1', code: 200, data })).toMatchObject({
    isSuccess: true,
    leftOut: ['temperature'],
  });
});

test('a reply is told with its own words', () => {
  expect(outcome({ code: 7777, message: 'odd' })).toMatchObject({ code: 7777, message: 'odd' });
});

test('a shadow reply tells success without a code and a refusal with one', () => {
  const reply = (payload: unknown) => outcome({ method: 'reply', payload, timestamp: 1 });
  expect(reply({ status: 'success', version: 1 })).toMatchObject({ code: null, isSuccess: true });
  const content = { errorcode: '409', errormessage: 'x' };
  expect(reply({ status: 'error', content })).toEqual({
    protocol: 'shadow',
    code: 409,
    isSuccess: false,
    message: 'x',
    leftOut: [],
  });
});

test('anything else says nothing', () => {
  for (const payload of ['', '[]', 'null', '{"deviceSendTime":"1"}', '{"code":"x"}'])
    expect(replyOutcome(payload)).toEqual({
      protocol: 'alink',
      code: null,
      isSuccess: null,
      message: '',
      leftOut: [],
    });
});
