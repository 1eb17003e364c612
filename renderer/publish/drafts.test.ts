import { describe, expect, it } from 'vitest';
import { messageSchema } from '../../shared/contract/sessions.ts';
import { draftStore, firstDraft, messageOf, putDraft } from './drafts.ts';

const triple = {
  productKey: 'a1B2c3D4e5F',
  deviceName: 'lamp-01',
  signMethod: 'hmacsha256',
  clientId: '',
} as const;

describe('the draft of a message', () => {
  it('begins with a property post of the device on the platform', () => {
    const draft = firstDraft({ kind: 'local', ...triple, keepAlive: 60, cleanSession: false });
    expect(draft.topic).toBe('/sys/a1B2c3D4e5F/lamp-01/thing/event/property/post');
    expect(JSON.parse(draft.payload)).toMatchObject({ method: 'thing.event.property.post' });
    expect(messageSchema.safeParse(messageOf(draft)).success).toBe(true);
  });

  it('begins empty on any other broker', () => {
    expect(firstDraft(undefined)).toMatchObject({ topic: '', payload: '', qos: 0 });
  });

  it('is kept per session', () => {
    const draft = firstDraft(undefined);
    putDraft('s1', { ...draft, topic: 'a' });
    putDraft('s2', { ...draft, topic: 'b' });
    expect(draftStore.getState()).toMatchObject({ s1: { topic: 'a' }, s2: { topic: 'b' } });
  });
});
