import { expect, test } from 'vitest';
import type { Message } from '../../../shared/contract/sessions.ts';
import { MessageFiller } from './fill-message.ts';

const triple = { productKey: 'a1B2c3D4e5F', deviceName: 'lamp-01' };
const template = (data: string): Message => ({
  topic: 'a',
  qos: 1,
  retain: false,
  payload: { encoding: 'utf8', data },
  template: true,
});

test('each message has an id of its own, the same wherever it stands in the message', () => {
  const filler = new MessageFiller(triple);
  const ids = Array.from({ length: 1000 }, () => {
    const [first, second] = filler.fill(template('{{id}} {{id}}'), 1).payload.data.split(' ');
    expect(first).toBe(second);
    return Number(first);
  });
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(Number.isInteger(id) && id >= 0 && id < 2 ** 32).toBe(true);
});

test('the counter, the time and the triple are filled in', () => {
  const before = Date.now();
  const { data } = new MessageFiller(triple).fill(
    template('{{counter}} {{triple.deviceName}} {{now}}'),
    4,
  ).payload;
  const [counter, deviceName, now] = data.split(' ');
  expect([counter, deviceName]).toEqual(['4', 'lamp-01']);
  expect(Number(now)).toBeGreaterThanOrEqual(before);
});

test('a payload that is no template, or no text, is sent as it is', () => {
  const filler = new MessageFiller(triple);
  const text: Message = { ...template('{{nope}}'), template: false };
  const bytes: Message = { ...template(''), payload: { encoding: 'base64', data: 'e3s=' } };
  for (const message of [text, bytes]) expect(filler.fill(message, 1)).toBe(message);
});

test('a template with a problem is refused with its place', () => {
  const filler = new MessageFiller(null);
  expect(() => filler.fill(template('{"a": {{nope}}}'), 1)).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      message: 'payload template: unknown at character 7',
    }),
  );
  expect(() => filler.check(template('{{triple.productKey}}'))).toThrow('no-triple');
});
