import { expect, test } from 'vitest';
import { exportFileName } from './export-file-name.ts';

test.each([
  ['lamp', 'lamp 1970-01-01 00-00-00.csv'],
  ['../../etc/passwd', '-..-etc-passwd 1970-01-01 00-00-00.csv'],
  ['a:b*c?"<>|\n', 'a-b-c------ 1970-01-01 00-00-00.csv'],
  ['灯', '灯 1970-01-01 00-00-00.csv'],
  ['..', 'capture 1970-01-01 00-00-00.csv'],
])('a capture called %j is saved as %j', (label, name) => {
  expect(exportFileName(label, 0, 'csv', 0)).toBe(name);
});

test('a part of a capture is not saved under the name of the whole', () => {
  expect(exportFileName('lamp', 0, 'csv', 0, true)).toBe('lamp 1970-01-01 00-00-00 filtered.csv');
});

test.each([
  [480, '1970-01-01 08-00-00'],
  [-210, '1969-12-31 20-30-00'],
])('its time is that of the zone %i minutes ahead of UTC', (zoneOffset, time) => {
  expect(exportFileName('lamp', 0, 'csv', zoneOffset)).toBe(`lamp ${time}.csv`);
});
