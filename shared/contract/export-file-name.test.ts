import { expect, test } from 'vitest';
import { exportFileName } from './export-file-name.ts';

test.each([
  ['lamp', 'lamp 1970-01-01 00-00-00.csv'],
  ['../../etc/passwd', '-..-etc-passwd 1970-01-01 00-00-00.csv'],
  ['a:b*c?"<>|\n', 'a-b-c------ 1970-01-01 00-00-00.csv'],
  ['灯', '灯 1970-01-01 00-00-00.csv'],
  ['..', 'capture 1970-01-01 00-00-00.csv'],
])('a capture called %j is saved as %j', (label, name) => {
  expect(exportFileName(label, 0, 'csv')).toBe(name);
});

test('a part of a capture is not saved under the name of the whole', () => {
  expect(exportFileName('lamp', 0, 'csv', true)).toBe('lamp 1970-01-01 00-00-00 filtered.csv');
});
