import { describe, expect, it } from 'vitest';
import type { PacketDetail } from '../../shared/contract/packets.ts';
import { decodePacket } from '../../shared/mqtt/decode-packet.ts';
import { packetOf } from '../../shared/mqtt/testing/packet-of.ts';
import { copiesOf, copyOfPackets, type PacketCopy, type WholePacket } from './copy-packet.ts';

const copiedTogether = (what: PacketCopy, packets: readonly WholePacket[]) =>
  copyOfPackets(what, packets, 'mqtt://broker:1883');

function packet(source: string, row: Partial<PacketDetail['row']> = {}) {
  const bytes = packetOf(source);
  const { fields, payload } = decodePacket(bytes, { level: 4 });
  const detail: PacketDetail = {
    row: {
      row: 6,
      time: 1_763_800_000_123_456,
      direction: 'sent',
      connection: 1,
      header: bytes[0] ?? 0,
      packetId: null,
      topic: null,
      size: bytes.length,
      code: null,
      peer: null,
      roundTrip: null,
      related: null,
      relatedAfter: null,
      unanswered: false,
      broken: false,
      ...row,
    },
    fields,
    findings: [],
    before: null,
    bytes: '',
    payload,
  };
  const copy = (what: PacketCopy) => copiedTogether(what, [{ detail, bytes }]);
  return { detail, bytes, copy };
}

const publish = packet("33 09 00 03 'a/b' 00 0a 'hi'", { topic: 'a/b', packetId: 10 });
const binary = packet("30 07 00 03 'a/b' ff 00", { topic: 'a/b' });
const suback = packet('90 04 00 0a 01 80', { packetId: 10, code: 0x80 });

describe('a packet that is copied', () => {
  it('gives its topic, its payload, its bytes and a command', () => {
    expect(publish.copy('topic')).toBe('a/b');
    expect(publish.copy('payload')).toBe('hi');
    expect(publish.copy('hex')).toBe('33 09 00 03 61 2f 62 00 0a 68 69');
    expect(publish.copy('command')).toBe('mosquitto_pub -h broker -p 1883 -q 1 -r -t a/b -m hi');
    expect(binary.copy('payload')).toBe('ff 00');
  });

  it('gives the JSON that an export has of it', () => {
    expect(JSON.parse(publish.copy('json'))).toEqual({
      no: 7,
      time: '2025-11-22T08:26:40.123456Z',
      direction: 'sent',
      size: 11,
      type: 'PUBLISH',
      qos: 1,
      dup: false,
      retain: true,
      packetId: 10,
      topic: 'a/b',
      payload: 'hi',
      fields: {},
    });
    expect(JSON.parse(binary.copy('json'))).toMatchObject({ payloadBase64: '/wA=' });
    expect(JSON.parse(suback.copy('json'))).toMatchObject({ code: 128, codeName: 'Failure' });
    expect(JSON.parse(packet('00 01', { broken: true }).copy('json'))).toMatchObject({
      type: 'BROKEN',
      bytesBase64: 'AAE=',
    });
  });

  it('is written together with others, each from a line of its own', () => {
    expect(copiedTogether('topic', [publish, binary])).toBe('a/b\na/b');
    expect(copiedTogether('payload', [publish, binary])).toBe('hi\nff 00');
    expect(copiedTogether('hex', [suback, binary])).toBe(
      '90 04 00 0a 01 80\n30 07 00 03 61 2f 62 ff 00',
    );
    expect(copiedTogether('command', [publish, binary])).toBe(
      'mosquitto_pub -h broker -p 1883 -q 1 -r -t a/b -m hi\n' +
        "printf %s '/wA=' | base64 -d | mosquitto_pub -h broker -p 1883 -t a/b -s",
    );
  });

  it('is one of a JSON array together with others', () => {
    const array = JSON.parse(copiedTogether('json', [publish, suback]));
    expect(array).toEqual([JSON.parse(publish.copy('json')), JSON.parse(suback.copy('json'))]);
  });

  it('is text only where an export has it as text', () => {
    const ended = packet("30 08 00 03 'a/b' 'on' 00", { topic: 'a/b' });
    expect(ended.copy('payload')).toBe('6f 6e 00');
    expect(JSON.parse(ended.copy('json'))).toMatchObject({ payloadBase64: 'b24A' });
  });

  it('offers what it has', () => {
    expect(copiesOf(publish.detail.row)).toEqual(['topic', 'payload', 'json', 'hex', 'command']);
    expect(copiesOf(suback.detail.row)).toEqual(['json', 'hex']);
  });
});
