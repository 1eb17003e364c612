import { expect, it } from 'vitest';
import type { PacketField } from '../../shared/contract/packets.ts';
import { decodePacket } from '../../shared/mqtt/decode-packet.ts';
import { type ProtocolLevel, packetTypeNames } from '../../shared/mqtt/packet-types.ts';
import { reasonCodeName } from '../../shared/mqtt/reason-codes.ts';
import { packetOf } from '../../shared/mqtt/testing/packet-of.ts';
import { samplePackets } from '../../shared/mqtt/testing/sample-packets.ts';
import { inChinese } from './mqtt-texts.ts';

const meaningsOf = (fields: readonly PacketField[]): string[] =>
  fields.flatMap(({ meaning, children }) => [meaning, ...meaningsOf(children)]);

/** Names of the standard (`Session Expiry Interval`) and of versions, which Chinese leaves as they are. */
const isName = (text: string) =>
  text === '' || /^[A-Z][\w-]*((, | (of )?)([A-Z][\w-]*|[\d.]+))*$/.test(text);

const hasChinese = (text: string) => /\p{Script=Han}/u.test(inChinese(text));

it('every code has its Chinese name', () => {
  const names = new Set<string>();
  for (const type of packetTypeNames)
    for (let code = 0; code < 256; code += 1)
      for (const level of [4, 5] as const) names.add(reasonCodeName(type, code, level) ?? '');
  names.delete('');
  expect([...names].filter((name) => !hasChinese(name))).toEqual([]);
});

const levels: readonly ProtocolLevel[] = [3, 4, 5];

/** A packet cut off at every place, with bytes behind its end, and with every byte overwritten. */
function* brokenForms(packet: Uint8Array): Generator<Uint8Array> {
  for (let end = 1; end < packet.length; end += 1) yield packet.subarray(0, end);
  yield Uint8Array.from([...packet, 0]);
  for (let at = 0; at < packet.length; at += 1)
    for (const byte of [0x00, 0x06, 0x30, 0x7f, 0x80, 0x84, 0xff]) yield packet.with(at, byte);
}

it('whatever the decoder says of a packet, whole or broken, is there in Chinese', () => {
  const said = new Set<string>();
  for (const [, source] of samplePackets)
    for (const level of levels)
      for (const bytes of [packetOf(source), ...brokenForms(packetOf(source))])
        for (const text of meaningsOf(decodePacket(bytes, { level }).fields)) said.add(text);
  expect([...said].filter((text) => !isName(text) && !hasChinese(text))).toEqual([]);
});
