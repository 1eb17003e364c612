import { describe, expect, it } from 'vitest';
import { jsonTerms } from './json-terms.ts';

const at = (path: string, value: string, steps: readonly string[] = ['any']) => ({
  path,
  steps,
  value,
  from: 0,
  to: 0,
});

describe('a value of a JSON payload is filtered for', () => {
  it.each([
    ['a number', '$.params.temperature', '21.5', '$.params.temperature=21.5'],
    ['a text, in quotes', '$.name', '"a \\"b\\" \\u6e29"', '$.name="a \\"b\\" 温"'],
    ['a text that looks like a number', '$.id', '"7"', '$.id="7"'],
    ['a truth value', '$.list[0]', 'true', '$.list[0]=true'],
    ['null', '$["odd name"]', 'null', '$["odd name"]=null'],
    ['an object, by being there', '$.params', '{"a": 1}', '$.params'],
    ['an array, by being there', '$.list', '[1]', '$.list'],
    ['a long text, by being there', '$.text', JSON.stringify('x'.repeat(513)), '$.text'],
  ])('%s', (_what, path, value, term) => {
    expect(jsonTerms(at(path, value))).toEqual({ same: term, others: `-${term}` });
  });

  it('unless it is the payload as a whole', () => {
    expect(jsonTerms(at('$', '{}', []))).toBeNull();
  });
});
