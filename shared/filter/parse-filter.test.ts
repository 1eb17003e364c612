import { describe, expect, it } from 'vitest';
import {
  type Comparison,
  type FilterNode,
  filterKeys,
  filterStates,
  filterTypes,
  type NumberKey,
} from './filter-node.ts';
import { parseFilter } from './parse-filter.ts';

function parsed(text: string): FilterNode {
  const result = parseFilter(text);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.error)}`);
  return result.filter;
}

/** Values as single numbers, or as the first and the last of a range. */
const number = (
  key: NumberKey,
  comparison: Comparison,
  ...values: readonly (number | [number, number])[]
): FilterNode => ({
  kind: 'number',
  key,
  comparison,
  values: values.map((value) => {
    const [low, high] = typeof value === 'number' ? [value, value] : value;
    return { low, high };
  }),
});

const word = (text: string): FilterNode => ({ kind: 'text', text });

describe('a display filter', () => {
  it.each(['', '  \t'])('that is empty (%j) matches everything', (text) => {
    expect(parsed(text)).toEqual({ kind: 'all' });
  });

  it.each<[string, FilterNode]>([
    ['temperature', word('temperature')],
    ['"two words"', word('two words')],
    [String.raw`"\"id\":\\"`, word(String.raw`"id":\ `.trim())],
    ['or', word('or')],
    ['"OR"', word('OR')],
    ['YWJj=', word('YWJj=')],
    ['温度', word('温度')],
    ['type:publish,PubAck', { kind: 'type', types: ['publish', 'puback'] }],
    ['type:ping', { kind: 'type', types: ['ping'] }],
    ['dir:sent', { kind: 'direction', directions: ['sent'] }],
    ['topic:/sys/+/+/thing/#', { kind: 'topic', topics: ['/sys/+/+/thing/#'] }],
    ['topic:"a, b",c', { kind: 'topic', topics: ['a, b', 'c'] }],
    ['qos:1', number('qos', '=', 1)],
    ['qos=1', number('qos', '=', 1)],
    ['id:38850', number('id', '=', 38850)],
    ['no:17-42,50', number('no', '=', [17, 42], 50)],
    ['size>1k', number('size', '>', 1000)],
    ['size>=1.5KiB', number('size', '>=', 1536)],
    ['size<2m', number('size', '<', 2_000_000)],
    ['code:128,0x87', number('code', '=', 128, 135)],
    ['rtt>200ms', number('rtt', '>', 200_000)],
    ['rtt>200', number('rtt', '>', 200_000)],
    ['rtt<=1.5s', number('rtt', '<=', 1_500_000)],
    ['rtt<850us', number('rtt', '<', 850)],
    ['since<=1.5s', number('since', '<=', 1_500_000)],
    ['since:10s-20s,1', number('since', '=', [10_000_000, 20_000_000], 1_000)],
    ['gap:5s-10s', number('gap', '=', [5_000_000, 10_000_000])],
    ['with:17,20', { kind: 'exchange', numbers: [17, 20] }],
    ['is:unanswered,dup', { kind: 'state', states: ['unanswered', 'dup'] }],
    [
      'time>12:01:03',
      { kind: 'time', comparison: '>', values: [{ at: 43_263_000_000, span: 1_000_000 }] },
    ],
    [
      'time:0:01,23:59:59.221',
      {
        kind: 'time',
        comparison: '=',
        values: [
          { at: 60_000_000, span: 60_000_000 },
          { at: 86_399_221_000, span: 1_000 },
        ],
      },
    ],
    [
      '$.params.temperature>30',
      {
        kind: 'field',
        path: ['params', 'temperature'],
        test: { comparison: '>', value: 30 },
      },
    ],
    [
      '$[0]["a:b c"].d!="30"',
      { kind: 'field', path: [0, 'a:b c', 'd'], test: { comparison: '!=', value: '30' } },
    ],
    ['$.ok=true', { kind: 'field', path: ['ok'], test: { comparison: '=', value: true } }],
    ['$.a:null', { kind: 'field', path: ['a'], test: { comparison: ':', value: null } }],
    ['$.m:set', { kind: 'field', path: ['m'], test: { comparison: ':', value: 'set' } }],
    ['$.a<=-1e3', { kind: 'field', path: ['a'], test: { comparison: '<=', value: -1000 } }],
    ['$.params', { kind: 'field', path: ['params'], test: null }],
    ['topic~^/sys/.+/post$', { kind: 'expression', within: 'topic', source: '^/sys/.+/post$' }],
    ['text~a{1,3},b', { kind: 'expression', within: 'text', source: 'a{1,3},b' }],
    [
      String.raw`TEXT~"a \"b\" (\d|\\w)"`,
      { kind: 'expression', within: 'text', source: String.raw`a "b" (\d|\w)` },
    ],
    ['$.id~^38', { kind: 'field', path: ['id'], test: { comparison: '~', value: '^38' } }],
    ['$.id~38', { kind: 'field', path: ['id'], test: { comparison: '~', value: '38' } }],
    ['a~b', word('a~b')],
    ['$SYS/broker', word('$SYS/broker')],
  ])('reads %s', (text, expected) => {
    expect(parsed(text)).toEqual(expected);
  });

  it('binds a negation first, then terms side by side, then OR', () => {
    expect(parsed('-a b OR c')).toEqual({
      kind: 'or',
      nodes: [{ kind: 'and', nodes: [{ kind: 'not', node: word('a') }, word('b')] }, word('c')],
    });
  });

  it('lets parentheses bind before everything else', () => {
    expect(parsed('a -(b OR c)')).toEqual({
      kind: 'and',
      nodes: [word('a'), { kind: 'not', node: { kind: 'or', nodes: [word('b'), word('c')] } }],
    });
  });
});

describe('a mistake in a display filter', () => {
  it.each<[string, number, number, readonly string[]]>([
    ['tpye:publish', 0, 4, filterKeys],
    ['type:publish,publsh', 13, 19, filterTypes],
    ['is:lost', 3, 7, filterStates],
    ['dir:up', 4, 6, ['sent', 'received']],
    ['type>publish', 4, 5, [':']],
    ['a type:', 7, 7, ['<value>']],
    ['with>17', 4, 5, [':']],
    ['with:x', 5, 6, ['<number>']],
    ['qos:x', 4, 5, ['<number>']],
    ['conn:first', 5, 10, ['<number>']],
    ['no:42-17', 3, 8, ['<number>']],
    ['no:17-', 3, 6, ['<number>']],
    ['no>17-42', 3, 8, ['<number>']],
    ['size>1q', 5, 7, ['<size>']],
    ['rtt>1h', 4, 6, ['<duration>']],
    ['time>25:00', 5, 10, ['<time>']],
    ['size>1,2', 7, 8, ['<one value>']],
    ['topic:a/#/b', 6, 11, ['<topic filter>']],
    ['"open', 0, 5, ['"']],
    ['(a OR b', 7, 7, [')']],
    ['a)', 1, 2, ['<term>', 'OR', '<end>']],
    ['()', 1, 2, ['<term>']],
    ['a OR', 4, 4, ['<term>']],
    ['OR a', 0, 2, ['<term>']],
    ['a - b', 2, 3, ['<term>']],
    ['$.', 1, 2, ['<field>']],
    ['$.a.', 3, 4, ['<field>']],
    ['$.a>', 4, 4, ['<value>']],
    ['a topic~', 8, 8, ['<value>']],
    ['qos~1', 3, 4, [':']],
    ['text:a', 4, 5, ['~']],
    ['text~*a', 5, 6, ['<something to repeat>']],
    ['topic~"a \\"b\\" ["', 15, 16, [']']],
    ['$.a~x[', 5, 6, [']']],
    ['topic~^/sys/(a|b)', 6, 13, ['<quotes>']],
    ['text~(a|b)', 5, 6, ['<quotes>']],
    ['text~a"b c"', 5, 7, ['<quotes>']],
  ])('in %s is marked from %i to %i', (text, start, end, expected) => {
    expect(parseFilter(text)).toEqual({ ok: false, error: { start, end, expected } });
  });

  it('is what no stack can hold', () => {
    const text = '('.repeat(5_000);
    expect(parseFilter(text)).toEqual({
      ok: false,
      error: { start: 64, end: 65, expected: ['<fewer parentheses>'] },
    });
  });
});
