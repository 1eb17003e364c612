import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';

/** Whether a text holds a match. */
export type ExpressionTest = (text: string) => boolean;

/** Where an expression is wrong, `end` exclusive, and what was expected there as in FilterError. */
export class ExpressionError extends Error {
  readonly start: number;
  readonly end: number;
  readonly expected: readonly string[];

  constructor(start: number, end: number, expected: readonly string[]) {
    super(`expected ${expected.join(' or ')} from ${start} to ${end}`);
    this.start = start;
    this.end = end;
    this.expected = expected;
  }
}

/** What to write instead, by what RE2 says of a mistake; all else is what it does not know. */
const expectedFor: Readonly<Record<string, string>> = {
  'missing closing )': ')',
  'unexpected )': '\\)',
  'missing closing ]': ']',
  'missing argument to repetition operator': '<something to repeat>',
  'invalid nested repetition operator': '<something to repeat>',
  'invalid character class range': '<rising range>',
  'invalid repeat count': '<rising range>',
  'invalid escape sequence': '<escape>',
  'trailing backslash at end of expression': '<escape>',
  'expression nests too deeply': '<fewer parentheses>',
  'expression too large': '<simpler expression>',
};

/**
 * Makes an expression executable, case ignored. RE2 takes time in proportion to a text and to the
 * expression, whatever they are: JavaScript's own engine can be held up for hours by one of them
 * (`(a+)+b`), and the host with it.
 *
 * @throws ExpressionError where it is none of RE2's (https://github.com/google/re2/wiki/Syntax)
 */
export function createExpressionTest(source: string): ExpressionTest {
  const expression = compile(source);
  return (text) => expression.test(text);
}

function compile(source: string): RE2JS {
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw mistakeIn(source, error);
  }
}

/** RE2 names the part that is wrong, not where it stands. */
function mistakeIn(source: string, error: RE2JSException): ExpressionError {
  if (!(error instanceof RE2JSSyntaxException)) {
    return new ExpressionError(0, source.length, ['<simpler expression>']);
  }
  const part = error.input ?? '';
  const found = part === '' ? -1 : source.lastIndexOf(part);
  const [start, end] = found < 0 ? [0, source.length] : [found, found + part.length];
  return new ExpressionError(start, end, [expectedFor[error.error] ?? '<no looking around>']);
}
