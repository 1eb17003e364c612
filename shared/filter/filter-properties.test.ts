import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFilter } from './compile-filter.ts';
import {
  comparisons,
  type FilterNode,
  fieldComparisons,
  filterDirections,
  filterStates,
  filterTypes,
} from './filter-node.ts';
import { parseFilter } from './parse-filter.ts';
import { printFilter } from './print-filter.ts';
import { testColumns } from './test-columns.ts';
import { encodeUtf8 } from './text-matcher.ts';

const someOf = <T>(values: readonly T[]) =>
  fc.subarray([...values], { minLength: 1, maxLength: Math.min(3, values.length) });

/** A comparison with one value, or `=` with several. */
function compared<T>(value: fc.Arbitrary<T>) {
  return fc.oneof(
    fc.record({
      comparison: fc.constantFrom(...comparisons),
      values: value.map((each) => [each]),
    }),
    fc.record({
      comparison: fc.constant('=' as const),
      values: fc.array(value, { minLength: 1, maxLength: 3 }),
    }),
  );
}

const timeOfDay = fc
  .record({
    minute: fc.nat(24 * 60 - 1),
    micros: fc.nat(59_999_999),
    span: fc.constantFrom(60_000_000, 1_000_000, 100_000, 1_000, 1),
  })
  .map(({ minute, micros, span }) => ({
    at: minute * 60_000_000 + Math.floor(micros / span) * span,
    span,
  }));

const text = fc.oneof(
  fc.constantFrom('a', 't', 'temp', 'OR', '-a', 'type:publish', '(', '"', '\\', '$.a'),
  fc.constantFrom(
    'mqtt',
    'frame',
    'mqtt.',
    'mqtt.topic',
    'tcp.x',
    'and',
    'Not',
    '!a',
    'a&&b',
    'a==b',
    '>',
    'contains',
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ maxLength: 4, unit: 'grapheme' }),
);

const plainComparisons = fieldComparisons.filter((each) => each !== '~');

const fieldValue = fc.oneof(
  fc.constantFrom(null, true, false, 'temp', '30'),
  fc.string({ maxLength: 4 }),
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    // JSON knows no negative zero.
    .map((value) => (value === 0 ? 0 : value)),
);

/** Correct regular expressions: any text with a backslash before all that is no letter or digit, too. */
const expression = fc.oneof(
  fc.constantFrom(
    'a',
    '',
    '^/sys/(a|b c)',
    '"',
    '\\\\',
    '\\\\"',
    '\\"\\d',
    'a||b',
    'x&&y',
    '[")]',
    'a==b',
    '!',
  ),
  fc.string({ maxLength: 4 }).map((given) => given.replaceAll(/[^a-zA-Z0-9]/g, '\\$&')),
);

const term: fc.Arbitrary<FilterNode> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('type' as const), types: someOf(filterTypes) }),
  fc.record({ kind: fc.constant('direction' as const), directions: someOf(filterDirections) }),
  fc.record({
    kind: fc.constant('topic' as const),
    topics: someOf([
      't',
      'a/b',
      '/sys/+/+/thing/#',
      '#',
      'a, b',
      'x"y\\',
      '(z)',
      'a&&b',
      'a==b',
      '!c',
    ]),
  }),
  fc.record({
    kind: fc.constant('expression' as const),
    within: fc.constantFrom('topic' as const, 'text' as const),
    source: expression,
  }),
  fc.record({ kind: fc.constant('state' as const), states: someOf(filterStates) }),
  compared(fc.tuple(fc.nat(2_000_000), fc.nat(3))).chain(({ comparison, values }) =>
    fc.record({
      kind: fc.constant('number' as const),
      key: fc.constantFrom(
        'qos' as const,
        'id' as const,
        'conn' as const,
        'size' as const,
        'code' as const,
        'rtt' as const,
        'gap' as const,
        'since' as const,
      ),
      comparison: fc.constant(comparison),
      // Other comparisons take no ranges.
      values: fc.constant(
        values.map(([low, more]) => ({ low, high: comparison === '=' ? low + more : low })),
      ),
    }),
  ),
  fc.record({
    kind: fc.constant('exchange' as const),
    numbers: fc.array(fc.nat(6), { minLength: 1, maxLength: 3 }),
  }),
  compared(timeOfDay).map((test) => ({ kind: 'time' as const, ...test })),
  fc.record({
    kind: fc.constant('field' as const),
    path: fc.array(
      fc.oneof(fc.constantFrom('a', 'params', 'a.b', '0'), fc.string({ maxLength: 3 }), fc.nat(3)),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    test: fc.option(
      fc.oneof(
        fc.record({ comparison: fc.constantFrom(...plainComparisons), value: fieldValue }),
        fc.record({ comparison: fc.constant('~' as const), value: expression }),
      ),
    ),
  }),
);

const { node } = fc.letrec<{ node: FilterNode }>((tie) => {
  const nodes = fc.array(tie('node'), { minLength: 2, maxLength: 3 });
  return {
    node: fc.oneof(
      { maxDepth: 4 },
      term,
      fc.record({ kind: fc.constant('not' as const), node: tie('node') }),
      fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), nodes }),
    ),
  };
});

describe('a filter printed as text', () => {
  it('is read as the same filter', () => {
    fc.assert(
      fc.property(node, (filter) => {
        expect(parseFilter(printFilter(filter))).toEqual({ ok: true, filter });
      }),
      { numRuns: 2_000 },
    );
  });

  it('has no word in it that would compare the texts beside it', () => {
    const nodes = ['topic', 'contains', 'a', 'topic', 'matches', 'b'].map((word) => ({
      kind: 'text' as const,
      text: word,
    }));
    const filter: FilterNode = { kind: 'and', nodes };
    expect(parseFilter(printFilter(filter))).toEqual({ ok: true, filter });
  });

  it('is empty where everything matches', () => {
    expect(printFilter({ kind: 'all' })).toBe('');
  });

  it('keeps the way people write it', () => {
    const text = 'type:publish topic:/sys/+/+/thing/# -(rtt>200ms OR time:12:01) $.params.t>30';
    const result = parseFilter(text);
    expect(result.ok && printFilter(result.filter)).toBe(text);
  });
});

describe('any text at all', () => {
  it('is a filter or a mistake within the text, and never throws', () => {
    const signs = fc.constantFrom(
      'type:',
      '$.',
      '$[',
      '"',
      '(',
      ')',
      '-',
      ' ',
      'OR',
      'a',
      ':',
      '>',
      '1',
      ',',
      '&&',
      '||',
      '!',
      '==',
      'and',
      'mqtt.qos',
      'mqtt',
      'contains',
      'text~',
      '~',
      '[',
      '{2}',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(signs).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const result = parseFilter(typed);
        if (result.ok) return;
        const { start, end, expected } = result.error;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(typed.length);
        expect(expected.length).toBeGreaterThan(0);
        const { rewritten = null } = result.error.wireshark ?? {};
        if (rewritten !== null) expect(parseFilter(rewritten).ok).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

const payload = fc
  .oneof(
    fc.json({ maxDepth: 2 }),
    fc.constantFrom('', '{"a":30}', '{"params":{"a.b":"TEMP"}}', '[1,{"a":null}]', '{"0":[true]}'),
    fc.string(),
  )
  .map(encodeUtf8);

const packet = fc.record(
  {
    time: fc.nat(2_000_000_000),
    sent: fc.boolean(),
    header: fc.oneof(fc.constantFrom(0x30, 0x32, 0x3b, 0x82, 0x90), fc.nat(255)),
    broken: fc.boolean(),
    size: fc.nat(3_000),
    packetId: fc.nat(3),
    topic: fc.constantFrom('t', 'a/b', '/sys/p/d/thing/x', 'a/b, c', null),
    code: fc.integer({ min: -1, max: 255 }),
    peer: fc.integer({ min: -1, max: 3 }),
    linked: fc.integer({ min: -1, max: 3 }),
    unanswered: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('a filter over any packets', () => {
  const packets = fc.array(packet, { minLength: 4, maxLength: 12 });

  it('and its negation part the rows between them', () => {
    fc.assert(
      fc.property(node, packets, payload, (filter, rows, bytes) => {
        const columns = testColumns(rows);
        const one = compileFilter(filter, { zoneOffset: 480 });
        const other = compileFilter({ kind: 'not', node: filter }, { zoneOffset: 480 });
        for (let row = 0; row < rows.length; row += 1) {
          const matches = one.matches(columns, row);
          expect(other.matches(columns, row)).toBe(matches === undefined ? undefined : !matches);
          const full = one.matchesPayload(columns, row, bytes);
          expect(other.matchesPayload(columns, row, bytes)).toBe(!full);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('never decides by the columns what the payload decides otherwise', () => {
    fc.assert(
      fc.property(node, packets, payload, (filter, rows, bytes) => {
        const columns = testColumns(rows);
        const compiled = compileFilter(filter, { zoneOffset: -330 });
        for (let row = 0; row < rows.length; row += 1) {
          const matches = compiled.matches(columns, row);
          if (matches === undefined) expect(compiled.needsPayload).toBe(true);
          else expect(compiled.matchesPayload(columns, row, bytes)).toBe(matches);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
