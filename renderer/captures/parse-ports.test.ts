import { expect, test } from 'vitest';
import { parsePorts } from './parse-ports.ts';

test.each([
  ['1883', [1883]],
  [' 1883, 8883 1884，65535 ', [1883, 8883, 1884, 65535]],
  ['1883,1883', [1883]],
])('%j is the ports %j', (text, ports) => {
  expect(parsePorts(text)).toEqual(ports);
});

test.each(['', ' , ', '0', '65536', '1883;', '18.83', '-1', '1e3', 'mqtt', '123456'])(
  '%j is no list of ports',
  (text) => {
    expect(parsePorts(text)).toBeNull();
  },
);

test('no more ports than one import takes', () => {
  const ports = Array.from({ length: 65 }, (_, index) => index + 1);
  expect(parsePorts(ports.slice(0, 64).join(' '))).toHaveLength(64);
  expect(parsePorts(ports.join(' '))).toBeNull();
});
