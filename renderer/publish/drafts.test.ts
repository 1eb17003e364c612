import { describe, expect, it } from 'vitest';
import { thingModelSchema } from '../../shared/alibaba/thing-model.ts';
import { messageSchema } from '../../shared/contract/sessions.ts';
import { draftStore, firstDraft, messageDraft, messageOf, planOf, putDraft } from './drafts.ts';

const triple = {
  productKey: 'a1B2c3D4e5F',
  deviceName: 'lamp-01',
  signMethod: 'hmacsha256',
  clientId: '',
} as const;

const local = { kind: 'local', ...triple, keepAlive: 60, cleanSession: false } as const;

describe('the draft of a message', () => {
  it('begins with a property post of the device on the platform', () => {
    const draft = firstDraft(local, null, 1);
    expect(draft).toMatchObject({ kind: 'property-post', template: true, qos: 1 });
    expect(draft.topic).toBe('/sys/a1B2c3D4e5F/lamp-01/thing/event/property/post');
    expect(draft.payload).toContain('thing.event.property.post');
    expect(messageSchema.safeParse(messageOf(draft)).success).toBe(true);
  });

  it('begins with what the product has, where its thing model is known', () => {
    const properties = [{ identifier: 'power', dataType: { type: 'bool' } }];
    const { payload } = firstDraft(local, thingModelSchema.parse({ properties }), 1);
    expect(payload).toContain('"params": { "power": 0 }');
  });

  it('begins empty on any other broker, with the QoS the user prefers', () => {
    expect(firstDraft(undefined, null, 1)).toMatchObject({ topic: '', payload: '', qos: 1 });
  });

  it('is kept per session', () => {
    const draft = firstDraft(undefined, null, 1);
    putDraft('s1', { ...draft, topic: 'a' });
    putDraft('s2', { ...draft, topic: 'b' });
    expect(draftStore.getState()).toMatchObject({ s1: { topic: 'a' }, s2: { topic: 'b' } });
  });

  it('is the same after being saved as a message, text or bytes', () => {
    const text = {
      ...firstDraft(undefined, null, 1),
      topic: 'a',
      payload: '{{id}}',
      template: false,
    };
    const bytes = { ...text, isHex: true, payload: '00 ff', template: true };
    for (const draft of [text, bytes]) {
      const { template, ...written } = draft;
      expect({ ...draft, ...messageDraft(messageOf(draft)) }).toMatchObject(written);
    }
    expect(messageDraft(messageOf(text)).template).toBe(false);
    expect(messageOf(bytes).payload).toEqual({ encoding: 'base64', data: 'AP8=' });
  });
});

describe('the plan of a repeat', () => {
  const draft = firstDraft(undefined, null, 1);

  it('goes on until stopped, without jitter, unless told', () => {
    expect(planOf(draft)).toEqual({ everySeconds: 5 });
    expect(planOf({ ...draft, count: 3, jitterMs: 50 })).toEqual({
      everySeconds: 5,
      count: 3,
      jitterMs: 50,
    });
    expect(planOf({ ...draft, jitterMs: '' })).toEqual({ everySeconds: 5 });
  });

  it.each([
    { everySeconds: '' },
    { everySeconds: 0.05 },
    { everySeconds: 86_401 },
    { count: 0 },
    { count: 1.5 },
    { count: 1_000_001 },
    { jitterMs: -1 },
    { jitterMs: 0.5 },
  ] as const)('is none with %o', (change) => {
    expect(planOf({ ...draft, ...change })).toBeNull();
  });
});
