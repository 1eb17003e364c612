import { describe, expect, it } from 'vitest';
import { completeFilter } from './complete-filter.ts';
import { filterKeys, filterStates } from './filter-node.ts';
import { parseFilter } from './parse-filter.ts';

const topics = ['a/temp', 'temp/a', 'with space, comma', '/sys/x'];

/** Completes at the `|` in the text. */
function complete(marked: string) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { start, end, suggestions } = completeFilter(text, caret, { topics });
  return { replaced: text.slice(start, end), at: start, suggestions };
}

describe('completion', () => {
  it('offers every key where a term begins', () => {
    const { suggestions, at } = complete('type:publish |');
    expect(suggestions).toHaveLength(filterKeys.length);
    expect(suggestions).toContain('topic:');
    expect(suggestions).toContain('rtt>');
    expect(at).toBe(13);
  });

  it.each([
    ['ty|', 'ty', ['type:']],
    ['wi|', 'wi', ['with:']],
    ['s|', 's', ['size>', 'since>']],
    ['co|', 'co', ['conn:', 'code:']],
    ['-T|', 'T', ['type:', 'topic:', 'text~', 'time>']],
    ['(a OR -to|pic:x', 'topic', ['topic']],
    ['type:pub|', 'pub', ['publish', 'puback', 'pubrec', 'pubrel', 'pubcomp']],
    [
      'type:publish,p|ng',
      'png',
      ['publish', 'puback', 'pubrec', 'pubrel', 'pubcomp', 'pingreq', 'pingresp', 'ping'],
    ],
    ['dir:|', '', ['sent', 'received']],
    ['is:|lost x', 'lost', [...filterStates]],
    ['topic:TEMP|', 'TEMP', ['temp/a', 'a/temp']],
    ['topic:"with s|pace"', '"with space"', ['"with space, comma"']],
    ['topic:/s|', '/s', ['/sys/x']],
    ['size:|', '', []],
    ['"ty|', '"ty', []],
    ['$.ty|', '$.ty', []],
    ['zz|', 'zz', []],
    ['(a b)|', '', []],
  ])('of %s replaces %j', (marked, replaced, suggestions) => {
    expect(complete(marked)).toMatchObject({ replaced, suggestions });
  });

  it.each([
    ['ping|', 'ping', 'type:ping'],
    ['qos:0 -ping|', '-ping', '-type:ping'],
    ['(not  ping|)', 'not  ping', '-type:ping'],
    ['knot ping|', 'ping', 'type:ping'],
    ['PING|REQ', 'PINGREQ', 'type:pingreq'],
    ['unanswered| x', 'unanswered', 'is:unanswered'],
    ['-(sent| OR a)', 'sent', 'dir:sent'],
    ['|connection', 'connection', 'type:connection'],
  ])('offers what is likely meant by the bare word of %s', (marked, replaced, suggestion) => {
    expect(complete(marked)).toMatchObject({ replaced, suggestions: [suggestion] });
  });

  it.each([
    '"ping|"',
    '"ping|',
    'ping|s',
    'ping|/a',
    'a/ping|',
    'topic:sent|',
    '$.ping|',
    'text~dup|',
  ])('takes the word of %s as what it is', (marked) => {
    expect(complete(marked).suggestions).toEqual([]);
  });

  it('offers topics that are read as they are', () => {
    for (const suggestion of complete('topic:|').suggestions) {
      expect(parseFilter(`topic:${suggestion}`).ok).toBe(true);
    }
  });
});
