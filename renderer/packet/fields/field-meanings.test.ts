import { expect, it } from 'vitest';
import type { PacketField } from '../../../shared/contract/packets.ts';
import { decodePacket } from '../../../shared/mqtt/decode-packet.ts';
import { outline } from '../../../shared/mqtt/testing/field-tree.ts';
import { packetOf } from '../../../shared/mqtt/testing/packet-of.ts';
import { inChinese } from '../../i18n/mqtt-texts.ts';
import { withMeanings } from './field-meanings.ts';

const field = (name: string, value: string, meaning = '', children: PacketField[] = []) => ({
  name,
  value,
  meaning,
  start: 0,
  end: 0,
  children,
});
const explainer = {
  aliased: 'a',
  topic: (topic: string) => (topic === 'a' ? 'what a is for' : ''),
  say: (meaning: string) => meaning.toUpperCase(),
};

it('every meaning is said, and topics are explained in front of it, wherever they stand', () => {
  const fields = [
    field('Topic Name', ''),
    field('Subscription', 'a', 'QoS 1', [field('Topic Filter', 'a')]),
    field('Properties', '', '', [field('Response Topic', 'a'), field('Content Type', 'a')]),
    field('Will Topic', 'b'),
    field('Payload', '5 bytes'),
    field('User Name', '5 bytes'),
  ];
  expect(outline(withMeanings(fields, explainer))).toEqual([
    'Topic Name [0, 0) (what a is for)',
    'Subscription [0, 0) a (what a is for · QOS 1)',
    '  Topic Filter [0, 0) a',
    'Properties [0, 0)',
    '  Response Topic [0, 0) a (what a is for)',
    '  Content Type [0, 0) a',
    'Will Topic [0, 0) b',
    'Payload [0, 0) 5 BYTES',
    'User Name [0, 0) 5 bytes',
  ]);
});

it('bytes that nothing decodes are named, hidden and cut in Chinese', () => {
  const connect = packetOf("10 24 00 04 'MQTT' 04 ce 00 0a 00 02 'id'");
  const reserved = Uint8Array.from([0x00, 0xf0, 0xa2, 0x04, ...new Uint8Array(70_000)]);
  const shown = [connect.with(1, 0x08), reserved].map((bytes) => {
    const { fields } = decodePacket(bytes, { level: 4 });
    return withMeanings(fields, { ...explainer, say: inChinese }).at(-1);
  });
  expect(shown[0]).toMatchObject({ name: '未解码的字节', value: '已遮盖，6 字节' });
  expect(shown[1]).toMatchObject({ name: '未解码的字节', meaning: '保留的报文类型' });
  expect(shown[1]?.value.slice(-20)).toMatch(/ 00 …（另有 \d+ 字节）$/);
});
