import { describe, expect, it } from 'vitest';
import { decodeRuleNames } from '../../shared/mqtt/decode/rules.ts';
import { mqttFindings as english } from './en/mqtt-findings.ts';
import { mqttFindings as chinese } from './zh-CN/mqtt-findings.ts';

const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);

describe('the texts to the findings of the packet decoder', () => {
  it.each([
    ['English', english],
    ['Chinese', chinese],
  ])('exist in %s for exactly the rules that the decoder knows', (_, texts) => {
    expect(Object.keys(texts).sort()).toEqual([...decodeRuleNames].sort());
  });

  it.each(decodeRuleNames)('say what, why and what to do with the same variables: %s', (rule) => {
    for (const part of ['what', 'why', 'todo'] as const) {
      expect(english[rule][part]).not.toBe('');
      expect(chinese[rule][part]).not.toBe('');
      expect(variables(chinese[rule][part]).sort()).toEqual(variables(english[rule][part]).sort());
    }
  });
});
