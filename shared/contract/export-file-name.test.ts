import { expect, test } from 'vitest';
import { exportFileName } from './export-file-name.ts';

test.each([
  ['lamp', 'lamp 1970-01-01 00-00-00.csv'],
  ['../../etc/passwd', '-..-etc-passwd 1970-01-01 00-00-00.csv'],
  ['a:b*c?"<>|\n', 'a-b-c------ 1970-01-01 00-00-00.csv'],
  ['灯', '灯 1970-01-01 00-00-00.csv'],
  ['..', 'capture 1970-01-01 00-00-00.csv'],
])('a capture called %j is saved as %j', (label, name) => {
  expect(exportFileName(label, 0, 'csv', { zoneOffset: 0 })).toBe(name);
});

test('a part of a capture is not saved under the name of the whole', () => {
  expect(exportFileName('lamp', 0, 'csv', { filtered: true, zoneOffset: 0 })).toBe(
    'lamp 1970-01-01 00-00-00 filtered.csv',
  );
});

test('its time is local, as on the screen', () => {
  const start = Date.UTC(2026, 0, 15, 1, 30);
  expect(exportFileName('lamp', start, 'csv', { zoneOffset: 480 })).toBe(
    'lamp 2026-01-15 09-30-00.csv',
  );
  expect(exportFileName('lamp', start, 'csv', { zoneOffset: -210 })).toBe(
    'lamp 2026-01-14 22-00-00.csv',
  );
  expect(exportFileName('lamp', new Date(2026, 6, 15, 9, 30).getTime(), 'csv')).toBe(
    'lamp 2026-07-15 09-30-00.csv',
  );
});
