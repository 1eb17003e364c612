import { describe, expect, test } from 'vitest';
import { platformActSchema } from '../../shared/contract/platform.ts';
import {
  type ActDraft,
  type ActKind,
  actFields,
  actOf,
  fieldProblem,
  firstActDraft,
} from './act-draft.ts';

const first = firstActDraft({ productKey: 'a1pk', deviceName: 'lamp' }, null);
const draft = (part: Partial<ActDraft>): ActDraft => ({ ...first, ...part });
const kinds = Object.keys(actFields) as ActKind[];

test.each(kinds)('what the form of %s begins with can be sent as it is', (kind) => {
  const act = actOf(draft({ kind, service: 'blink' }));
  expect(platformActSchema.safeParse(act).success).toBe(true);
});

test('empty optional fields are left out', () => {
  expect(actOf(draft({ kind: 'rrpc', payload: 'x' }))).toEqual({ kind: 'rrpc', payload: 'x' });
  expect(actOf(draft({ kind: 'broadcast', payload: 'x' }))).toEqual({
    kind: 'broadcast',
    payload: 'x',
  });
  expect(actOf(draft({ kind: 'start-ota' }))).not.toHaveProperty('module');
  expect(actOf(draft({ kind: 'call-service', service: 's' }))).not.toHaveProperty('sync');
});

describe('a field that the platform would not take is named, and nothing is sent', () => {
  test.each([
    ['set-property', 'values', '{"a":', 'not-json'],
    ['set-property', 'values', '[1]', 'not-an-object'],
    ['call-service', 'service', '', 'not-an-identifier'],
    ['rrpc', 'rrpcTopic', 'no-slash', 'not-a-topic'],
    ['rrpc', 'rrpcTopic', '/a/+', 'not-a-topic'],
    ['publish', 'topic', '', 'not-a-topic'],
    ['broadcast', 'broadcastName', 'a/b', 'not-a-name'],
    ['push-config', 'content', '', 'empty'],
    ['start-ota', 'version', ' ', 'empty'],
    ['start-ota', 'url', 'firmware.bin', 'not-a-url'],
    ['start-ota', 'size', '0', 'not-a-size'],
    ['start-ota', 'sign', 'zz', 'not-a-digest'],
  ] as const)('%s, %s: "%s"', (kind, field, text, problem) => {
    const wrong = draft({ kind, [field]: text });
    expect(fieldProblem(wrong, field)).toBe(problem);
    expect(actOf(wrong)).toBeNull();
  });

  test('a digest has the length of its method', () => {
    const md5 = '0'.repeat(32);
    expect(fieldProblem(draft({ signMethod: 'Md5', sign: md5 }), 'sign')).toBeNull();
    expect(fieldProblem(draft({ signMethod: 'SHA256', sign: md5 }), 'sign')).toBe('not-a-digest');
  });
});
