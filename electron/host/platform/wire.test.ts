import { generate } from 'mqtt-packet';
import { describe, expect, test } from 'vitest';
import {
  asDuplicate,
  messageIdOf,
  publishIdOf,
  readSubscribe,
  writePublish,
  writeSuback,
  writeSubscribe,
} from './wire.ts';

const long = 'x'.repeat(200);

describe('the wire', () => {
  test('reads and writes a SUBSCRIBE as mqtt-packet does', () => {
    const filters = [
      { topic: '/a1pk/lamp/user/get', qos: 2 as const },
      { topic: `/${long}/温`, qos: 0 as const },
    ];
    const packet = generate({ cmd: 'subscribe', messageId: 513, subscriptions: filters });
    expect(readSubscribe(packet)).toEqual({ messageId: 513, filters });
    expect(writeSubscribe({ messageId: 513, filters })).toEqual(packet);
  });

  test.each([
    ['wrong flags', [0x80, 6, 0, 1, 0, 1, 0x61, 0]],
    ['no filter', [0x82, 2, 0, 1]],
    ['packet identifier 0', [0x82, 6, 0, 0, 0, 1, 0x61, 0]],
    ['a filter cut short', [0x82, 6, 0, 1, 0, 9, 0x61, 0]],
    ['QoS 3', [0x82, 6, 0, 1, 0, 1, 0x61, 3]],
    ['half a length', [0x82, 7, 0, 1, 0, 1, 0x61, 0, 0]],
  ])('does not read a SUBSCRIBE with %s', (_name, bytes) => {
    expect(readSubscribe(Buffer.from(bytes))).toBeNull();
  });

  test('writes SUBACK and PUBLISH as mqtt-packet does', () => {
    expect(writeSuback(9, [1, 128])).toEqual(
      generate({ cmd: 'suback', messageId: 9, granted: [1, 128] }),
    );
    for (const payload of ['', long]) {
      expect(writePublish('/ext/notify', payload)).toEqual(
        generate({
          cmd: 'publish',
          topic: '/ext/notify',
          payload,
          qos: 0,
          dup: false,
          retain: false,
        }),
      );
    }
  });

  test('finds the packet identifier of an acknowledgement', () => {
    expect(messageIdOf(generate({ cmd: 'puback', messageId: 700 }))).toBe(700);
    expect(messageIdOf(writeSuback(701, Array(200).fill(0)))).toBe(701);
  });

  test.each([0, 1, 2] as const)('finds the packet identifier of a PUBLISH at QoS %i', (qos) => {
    for (const payload of ['', long]) {
      const rest = { topic: '/a/温', payload, dup: false, retain: false } as const;
      const packet = generate({ cmd: 'publish', qos, messageId: 513, ...rest });
      expect(publishIdOf(packet)).toBe(qos === 0 ? null : 513);
    }
  });

  test('marks a repeated QoS 1 message, never one of QoS 0', () => {
    expect(asDuplicate(Buffer.from([0x32, 0]))[0]).toBe(0x3a);
    expect(asDuplicate(Buffer.from([0x30, 0]))[0]).toBe(0x30);
  });
});
