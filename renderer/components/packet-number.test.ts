import { expect, it } from 'vitest';
import { packetNumberIn } from './packet-number.ts';

it('reads the number of a packet as it is written on the screen', () => {
  expect(['17', '#17', ' 1,204 ', '', '1.5', '-3', 'x'].map(packetNumberIn)).toEqual([
    17, 17, 1204, 0, 0, 0, 0,
  ]);
});
