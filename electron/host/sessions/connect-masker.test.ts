import fc from 'fast-check';
import { generate } from 'mqtt-packet';
import { expect, test } from 'vitest';
import { ConnectMasker } from './connect-masker.ts';

const SECRET = 'FAFD82A3D602B37F';
const connect = generate({
  cmd: 'connect',
  protocolId: 'MQTT',
  protocolVersion: 4,
  clientId: 'c',
  clean: true,
  keepalive: 60,
  username: 'dn&pk',
  password: Buffer.from(SECRET),
});
const ping = generate({ cmd: 'pingreq' });

test('no chunking lets a password through, and nothing else changes', () => {
  const stream = Buffer.concat([connect, ping]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (cuts) => {
      const masker = new ConnectMasker();
      const out: Buffer[] = [];
      for (let at = 0, turn = 0; at < stream.length; turn += 1) {
        const size = cuts[turn % cuts.length] ?? 1;
        out.push(masker.push(Buffer.from(stream.subarray(at, at + size))));
        at += size;
      }
      const recorded = Buffer.concat(out);
      expect(recorded.toString('latin1')).toBe(
        stream.toString('latin1').replace(SECRET, '*'.repeat(SECRET.length)),
      );
    }),
  );
});

test('the bytes that go to the broker are not touched', () => {
  const chunk = Buffer.from(connect);
  new ConnectMasker().push(chunk);
  expect(chunk.equals(connect)).toBe(true);
});
