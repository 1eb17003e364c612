import { expect, test } from 'vitest';
import { replyOutcome } from './reply-outcome.ts';

const outcome = (reply: unknown) => replyOutcome(JSON.stringify(reply));

test('an Alink reply has a code, as a number or as a text', () => {
  expect(outcome({ id: '1', code: 200, data: {} })).toEqual({
    code: 200,
    isSuccess: true,
    meaning: 'success',
    leftOut: [],
  });
  expect(outcome({ id: '1', code: '6106', data: {} })).toEqual({
    code: 6106,
    isSuccess: false,
    meaning: 'more than 200 properties',
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

test('a code that the documents do not have is told in the words of the reply', () => {
  expect(outcome({ code: 7777, message: 'odd' })).toMatchObject({ code: 7777, meaning: 'odd' });
});

test('a shadow reply tells success without a code and a refusal with one', () => {
  const reply = (payload: unknown) => outcome({ method: 'reply', payload, timestamp: 1 });
  expect(reply({ status: 'success', version: 1 })).toMatchObject({ code: null, isSuccess: true });
  const content = { errorcode: '409', errormessage: 'x' };
  expect(reply({ status: 'error', content })).toEqual({
    code: 409,
    isSuccess: false,
    meaning: 'version conflict',
    leftOut: [],
  });
});

test('anything else says nothing', () => {
  for (const payload of ['', '[]', 'null', '{"deviceSendTime":"1"}', '{"code":"x"}'])
    expect(replyOutcome(payload)).toEqual({
      code: null,
      isSuccess: null,
      meaning: '',
      leftOut: [],
    });
});
