import { describe, expect, it } from 'vitest';
import { mosquittoCommand } from './mosquitto-command.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const message = { topic: 'a/b', payload: utf8('hi'), qos: 0, retain: false };

describe('a mosquitto_pub command', () => {
  it('says where to, how and what', () => {
    expect(mosquittoCommand({ ...message, qos: 1, retain: true }, 'mqtt://127.0.0.1:1883')).toBe(
      'mosquitto_pub -h 127.0.0.1 -p 1883 -q 1 -r -t a/b -m hi',
    );
    expect(mosquittoCommand(message, 'mqtts://[::1]:8883')).toBe(
      'mosquitto_pub -h ::1 -p 8883 --tls-use-os-certs -t a/b -m hi',
    );
  });

  it('leaves the address out where the capture does not tell it', () => {
    expect(mosquittoCommand(message, 'a file')).toBe('mosquitto_pub -t a/b -m hi');
  });

  it('quotes what a shell would read otherwise', () => {
    const payload = utf8(`{"say": "it's $HOME"}\n`);
    expect(mosquittoCommand({ ...message, topic: '$SYS/a b', payload }, '')).toBe(
      `mosquitto_pub -t '$SYS/a b' -m '{"say": "it'\\''s $HOME"}\n'`,
    );
  });

  it('carries an empty payload as none, and what a shell cannot hold as Base64', () => {
    expect(mosquittoCommand({ ...message, payload: utf8('') }, '')).toBe('mosquitto_pub -t a/b -n');
    for (const bytes of [[0], [0, 255], [0, 255, 16], [0x61, 0x0d]]) {
      const base64 = Buffer.from(bytes).toString('base64');
      expect(mosquittoCommand({ ...message, payload: Uint8Array.from(bytes) }, '')).toBe(
        `printf %s '${base64}' | base64 -d | mosquitto_pub -t a/b -s`,
      );
    }
  });

  it('sends what is too long for an argument through a pipe', () => {
    const payload = utf8('x'.repeat(100_001));
    expect(mosquittoCommand({ ...message, payload }, '')).toMatch(
      /^printf %s x{100001} \| mosquitto_pub -t a\/b -s$/,
    );
  });
});
