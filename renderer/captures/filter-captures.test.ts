import { expect, test } from 'vitest';
import type { Capture } from '../../shared/contract/packets.ts';
import { filterCaptures } from './filter-captures.ts';

const capture = (label: string, endpoint: string) => ({ label, endpoint }) as Capture;
const captures = [
  capture('lamp-01', 'mqtt://127.0.0.1:1883'),
  capture('Lamp-02', 'mqtts://iot.example:8883'),
];

test.each([
  ['', ['lamp-01', 'Lamp-02']],
  ['  ', ['lamp-01', 'Lamp-02']],
  ['LAMP', ['lamp-01', 'Lamp-02']],
  ['lamp 8883', ['Lamp-02']],
  ['march', ['lamp-01', 'Lamp-02']],
  ['lamp-01 8883', []],
])('the search %j finds %j', (search, labels) => {
  const found = filterCaptures(captures, search, () => '3 March 2026');
  expect(found.map(({ label }) => label)).toEqual(labels);
});
