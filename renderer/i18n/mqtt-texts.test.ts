import { expect, it } from 'vitest';
import type { PacketField } from '../../shared/contract/packets.ts';
import { decodePacket } from '../../shared/mqtt/decode-packet.ts';
import { packetTypeNames } from '../../shared/mqtt/packet-types.ts';
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

it('whatever the decoder says of a packet is there in Chinese', () => {
  const said = new Set(
    samplePackets.flatMap(([level, source]) =>
      meaningsOf(decodePacket(packetOf(source), { level }).fields),
    ),
  );
  expect([...said].filter((text) => !isName(text) && !hasChinese(text))).toEqual([]);
});
