import { describe, expect, it } from 'vitest';
import { createExpressionTest, ExpressionError } from './expression-test.ts';

const matches = (source: string, text: string) => createExpressionTest(source)(text);

describe('a regular expression', () => {
  it.each<[string, string, boolean]>([
    ['b+', 'aBBc', true],
    ['^b', 'ab', false],
    ['a$', 'ab', false],
    ['colou?r', 'Color', true],
    ['\\bpost\\b', 'property/post', true],
    ['\\bpost\\b', 'post_reply', false],
    ['"code":[45]\\d\\d', '{"code":460}', true],
    ['^.$', '😀', true],
    ['Ä', 'ä', true],
  ])('%j in %j: %s', (source, text, expected) => {
    expect(matches(source, text)).toBe(expected);
  });

  it.each<[string, number, number, string]>([
    ['a)', 0, 2, '\\)'],
    ['(a', 0, 2, ')'],
    ['a[b', 1, 3, ']'],
    ['+a', 0, 1, '<something to repeat>'],
    ['a{2}{3}', 1, 7, '<something to repeat>'],
    ['a{3,2}', 1, 6, '<rising range>'],
    ['a{1001}', 1, 7, '<rising range>'],
    ['[z-a]', 1, 4, '<rising range>'],
    ['a\\', 0, 2, '<escape>'],
    ['(a)\\1', 3, 5, '<escape>'],
    ['a(?=b)', 1, 4, '<no looking around>'],
    ['(?<!b)', 0, 6, '<no looking around>'],
  ])('that is wrong, %s, is so from %i to %i', (source, start, end, expected) => {
    try {
      createExpressionTest(source);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ExpressionError);
      expect(error).toMatchObject({ start, end, expected: [expected] });
    }
  });

  it('is what no stack can hold', () => {
    expect(() => createExpressionTest('('.repeat(4_000))).toThrow(ExpressionError);
  });

  it('comes to an end where going back would take forever', () => {
    const row = 'a'.repeat(50_000);
    for (const source of ['(a+)+b', '(a|a)*b', 'a*a*a*a*b', '(a|ab)*(a|b)*c']) {
      expect(matches(source, row)).toBe(false);
    }
  });
});
