import { expect, test } from 'vitest';
import { clockOffset } from './clock-offset.ts';

const reply = (deviceSendTime: unknown, serverRecvTime: unknown, serverSendTime: unknown) =>
  JSON.stringify({ deviceSendTime, serverRecvTime, serverSendTime });

test('a way there and back of equal length leaves the difference of the clocks', () => {
  // 100 ms each way, the platform 5 s ahead and 10 ms busy.
  expect(clockOffset(reply('1000', '6100', '6110'), 1210)).toBe(5000);
  expect(clockOffset(reply(1000, 900, 900), 1000)).toBe(-100);
});

test('anything but the reply to a question for the time tells nothing', () => {
  for (const payload of ['', 'null', '{"code":200}', reply('x', '1', '2')])
    expect(clockOffset(payload, 0)).toBeNull();
});
