import { beforeAll, expect, test, vi } from 'vitest';
import type { Finding } from '../../shared/contract/packets.ts';
import { findingTexts } from '../i18n/finding-texts.ts';
import { startI18n } from '../i18n/setup.ts';
import { problemsText } from './problems-text.ts';

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  startI18n('en');
});

const kicked: Finding = {
  rule: 'kicked-platform',
  severity: 'error',
  values: {},
  source: 'D-44542',
};
const unacknowledged: Finding = { ...kicked, rule: 'suback-refused', source: 'MQTT-3.9.3' };
const noon = new Date(2026, 0, 15, 12, 0, 0, 372).getTime() * 1_000;
const one = { firstRow: 24, lastRow: 24, count: 1, time: noon };

test('problems are told with what, when, why, what to try and the rule, one after the other', () => {
  const text = problemsText({
    label: 'lamp-01',
    endpoint: 'mqtts://host:8883',
    causes: [unacknowledged],
    problems: [
      { ...one, finding: kicked, subject: '' },
      { ...one, finding: unacknowledged, subject: '/a/b', lastRow: 30, count: 3 },
    ],
    hidden: 1234,
  });
  const [head, cause, first, second, ...rest] = text.split('\n\n').map((part) => part.split('\n'));
  expect(head).toEqual(['lamp-01 · mqtts://host:8883']);
  expect(cause?.[0]).toBe('1. Error · Connection');
  const { what, why, todo } = findingTexts(kicked);
  expect(first).toEqual([
    expect.stringMatching(/^2\. Error · Jan 15, 2026 12:00:00\.372 UTC.* · Packet 25$/),
    what,
    why,
    `What to try: ${todo}`,
    'https://www.alibabacloud.com/help/doc-detail/44542',
  ]);
  expect(second?.[0]).toMatch(/· Packet 25 · 3 times, last in Packet 31$/);
  expect(second?.[1]).toBe(`${findingTexts(unacknowledged).what} (/a/b)`);
  expect(second?.at(-1)).toBe('Rule: MQTT-3.9.3');
  expect(rest).toEqual([['1,234 more findings are not listed.']]);
});
