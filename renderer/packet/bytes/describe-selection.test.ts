import { expect, it } from 'vitest';
import { wholeSource } from './byte-source.ts';
import { describeSelection } from './describe-selection.ts';

const source = wholeSource(Uint8Array.of(0x32, 0x00, 0x0a, 0xff, 0xff, 0xff, 0xff, 0x01));

it('selected bytes are described by their place and the number that they make', () => {
  expect(describeSelection({ anchor: 0, head: 0 }, source)).toEqual({
    place: '0x0000',
    count: 1,
    value: '0x32 = 50 = 0b00110010',
  });
  expect(describeSelection({ anchor: 2, head: 1 }, source)).toEqual({
    place: '0x0001–0x0002',
    count: 2,
    value: '0x000a = 10',
  });
  expect(describeSelection({ anchor: 3, head: 6 }, source).value).toBe('0xffffffff = 4294967295');
  expect(describeSelection({ anchor: 3, head: 7 }, source)).toMatchObject({
    count: 5,
    value: null,
  });
});
