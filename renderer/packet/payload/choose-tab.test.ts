import { describe, expect, it } from 'vitest';
import { bestTab, nextTab, type PayloadLooks } from './choose-tab.ts';

const binary: PayloadLooks = { image: false, json: null, printable: false, cbor: false };
const text: PayloadLooks = { ...binary, printable: true };
const number: PayloadLooks = { ...text, json: 'scalar' };
const object: PayloadLooks = { ...text, json: 'structure' };
const cbor: PayloadLooks = { ...binary, cbor: true };
const image: PayloadLooks = { ...binary, image: true };

describe('the tab of a payload', () => {
  it('is the one that shows most of it', () => {
    expect([image, object, number, text, cbor, binary].map(bestTab)).toEqual([
      'image',
      'json',
      'json',
      'text',
      'cbor',
      'hex',
    ]);
  });

  it('stays where the user chose it, as long as it has something to show', () => {
    const chosen = { tab: 'json', chosen: true, topic: 'a' } as const;
    expect(nextTab(chosen, object, 'b', false)).toBe('json');
    expect(nextTab(chosen, text, 'b', false)).toBe('text');
    expect(nextTab({ ...chosen, tab: 'hex' }, object, 'b', false)).toBe('hex');
    expect(nextTab({ ...chosen, tab: 'changes' }, object, 'b', true)).toBe('changes');
    expect(nextTab({ ...chosen, tab: 'changes' }, object, 'b', false)).toBe('json');
  });

  it('does not jump between messages of one topic', () => {
    const shown = { tab: 'text', chosen: false, topic: 'a' } as const;
    expect(nextTab(shown, number, 'a', true)).toBe('text');
    expect(nextTab(shown, number, 'b', true)).toBe('json');
    expect(nextTab(shown, object, 'a', true)).toBe('json');
    expect(nextTab({ ...shown, tab: 'hex' }, text, 'a', true)).toBe('text');
  });
});
