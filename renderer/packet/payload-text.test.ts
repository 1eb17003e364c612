import { describe, expect, it } from 'vitest';
import { bytesOf, readPayload } from './payload-text.ts';

const read = (text: string, cut = false) => readPayload(new TextEncoder().encode(text), cut);

describe('a payload', () => {
  it('is shown as JSON if it parses', () => {
    expect(read('{"a":1}')).toMatchObject({ best: 'json', json: '{\n  "a": 1\n}', valid: true });
    expect(read('21.5')).toMatchObject({ best: 'json', json: '21.5' });
  });

  it('is shown as text if it is UTF-8 but no JSON', () => {
    expect(read('on 温度')).toMatchObject({ best: 'text', text: 'on 温度', json: null });
    expect(read('{"a":')).toMatchObject({ best: 'text', json: null });
    expect(read('')).toMatchObject({ best: 'text', text: '' });
  });

  it('is shown as bytes if it is binary', () => {
    expect(readPayload(Uint8Array.of(0xff, 0xfe, 0x41), false)).toMatchObject({
      best: 'hex',
      valid: false,
      text: '\ufffd\ufffdA',
    });
    expect(readPayload(Uint8Array.of(1, 2, 3), false).best).toBe('hex');
  });

  it('stays text if it was cut within a character, and is no JSON then', () => {
    const bytes = new TextEncoder().encode('"温度"').subarray(0, 5);
    expect(readPayload(bytes, true)).toMatchObject({ best: 'text', valid: true, text: '"温' });
    expect(read('12', true).json).toBeNull();
  });

  it('comes as Base64', () => {
    expect([...bytesOf('AP8Q')]).toEqual([0, 255, 16]);
  });
});
