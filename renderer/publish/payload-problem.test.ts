import { expect, it } from 'vitest';
import { firstDraft } from './drafts.ts';
import { payloadProblem, placeOf } from './payload-problem.ts';

const draft = firstDraft(undefined, null, 0);

it('a payload is held against what it is: a template, bytes, or just text', () => {
  const payload = '{{nope}}';
  expect(payloadProblem({ ...draft, payload }, true)).toMatchObject({ reason: 'unknown' });
  expect(payloadProblem({ ...draft, payload, isHex: true }, true)).toMatchObject({
    reason: 'not-hex',
  });
  expect(payloadProblem({ ...draft, payload, template: false }, true)).toBeNull();
});

it('a place is told as line and column', () => {
  expect(placeOf('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
  expect(placeOf('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
});
