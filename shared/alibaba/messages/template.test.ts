import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandTemplate, placeholderForms, templateProblem } from './template.ts';

const values = {
  id: 4_294_967_295,
  counter: 7,
  now: 1_767_323_045_678,
  triple: { productKey: 'a1B2c3D4e5F', deviceName: 'lamp-01' },
  request: null,
  random: () => 0.5,
};
const full = { triple: true, request: true };
const expand = (text: string, random = 0.5) =>
  expandTemplate(text, { ...values, random: () => random });

describe('a payload template', () => {
  it.each([
    ['{"id":"{{id}}"}', '{"id":"4294967295"}'],
    ['{{ counter }}', '7'],
    ['{{now}}', '1767323045678'],
    ['{{utc}}', '2026-01-02T03:04:05.678+0000'],
    ['{{triple.productKey}}/{{triple.deviceName}}', 'a1B2c3D4e5F/lamp-01'],
    ['nothing { to } fill }} in', 'nothing { to } fill }} in'],
    ['', ''],
  ])('turns %s into %s', (text, filled) => {
    expect(expand(text)).toBe(filled);
  });

  it.each([
    ['{{random 10 30}}', '10', '20', '30'],
    ['{{random 30 10}}', '10', '20', '30'],
    ['{{random 0.0 30}}', '0.0', '15.0', '30.0'],
    ['{{random -1.25 1}}', '-1.25', '-0.12', '1.00'],
    ['{{random 5 5}}', '5', '5', '5'],
  ])('takes both bounds and their decimals from %s', (text, low, middle, high) => {
    expect([0, 0.5, 1 - 2 ** -53].map((random) => expand(text, random))).toEqual([
      low,
      middle,
      high,
    ]);
  });

  it('makes each random number anew', () => {
    let drawn = 0;
    const filled = expandTemplate('{{random 0 9}} {{random 0 9}}', {
      ...values,
      random: () => (drawn++ === 0 ? 0.1 : 0.9),
    });
    expect(filled).toBe('1 9');
  });

  it('writes two braces for four', () => {
    expect(expand('{{{{id}} is {{id}}')).toBe('{{id}} is 4294967295');
  });

  it.each([
    ['{"a": "{{nope}}"}', 'unknown', '{{nope}}'],
    ['{{}}', 'unknown', '{{}}'],
    ['{{id 1}}', 'unknown', '{{id 1}}'],
    ['{{toString}}', 'unknown', '{{toString}}'],
    ['{{id}} {{now', 'unclosed', '{{now'],
    ['{{random}}', 'bad-random', '{{random}}'],
    ['{{random 1 x}}', 'bad-random', '{{random 1 x}}'],
    ['{{random 1 2 3}}', 'bad-random', '{{random 1 2 3}}'],
    ['{{random 0 9007199254740992}}', 'bad-random', '{{random 0 9007199254740992}}'],
  ])('refuses %s and says where', (text, reason, placeholder) => {
    const problem = templateProblem(text, full);
    expect(problem?.reason).toBe(reason);
    expect(text.slice(problem?.start, problem?.end)).toBe(placeholder);
    expect(expand(text)).toBeNull();
  });

  it('refuses the triple of a device that has none', () => {
    expect(templateProblem('{{triple.deviceName}}', { ...full, triple: false })).toMatchObject({
      reason: 'no-triple',
    });
    expect(expandTemplate('{{triple.deviceName}}', { ...values, triple: null })).toBeNull();
    expect(templateProblem('{{id}}', { ...full, triple: false })).toBeNull();
  });

  it('takes values of the request that it answers, and refuses them where there is none', () => {
    const text = '{"id": "{{request.id}}", "t": {{request.params.t}}}';
    const request = (path: string) => `<${path}>`;
    expect(expandTemplate(text, { ...values, request })).toBe('{"id": "<id>", "t": <params.t>}');
    expect(templateProblem(text, { ...full, request: false })).toMatchObject({
      reason: 'no-request',
      start: 8,
    });
    expect(expand(text)).toBeNull();
    expect(templateProblem('{{request.id 1}}', full)).toMatchObject({ reason: 'unknown' });
  });

  it('fills every form it offers', () => {
    for (const form of placeholderForms) expect(templateProblem(form, full), form).toBeNull();
  });

  it('leaves any text whose braces are doubled as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'id', ' ', '"') }), (text) => {
        const escaped = text.replaceAll('{{', '{{{{');
        // An odd run of braces cannot be told from an escape and a brace.
        fc.pre(!/\{{3}/.test(text));
        expect(expand(escaped)).toBe(text);
      }),
    );
  });
});
