import { beforeAll, describe, expect, it } from 'vitest';
import { i18n } from '../i18n/setup.ts';
import { aRow } from '../stores/view/test-rows.ts';
import { startEnglish } from './ladder.test-support.ts';
import { answerBeside, packetLabel, packetSentence } from './packet-text.ts';

beforeAll(startEnglish);

const onCloud = { side: 'cloud', finding: undefined } as const;
const labelOf = (change: Parameters<typeof aRow>[1]) =>
  packetLabel(aRow(4, change), onCloud, i18n.t);

describe('the label of an arrow', () => {
  it('names type, identifier, QoS and topic, and says in words what it does', () => {
    expect(labelOf({ header: 0x32, packetId: 7, topic: 'a/b' })).toEqual({
      type: 'PUBLISH',
      marks: '7 · QoS 1',
      subject: 'a/b',
      gist: 'a/b',
      cut: 'start',
      core: null,
      words: 'Device sends a message',
      severity: null,
    });
    expect(labelOf({ header: 0x30, direction: 'received' }).words).toBe('Cloud sends a message');
    expect(labelOf({ header: 0x3a, packetId: 7 }).words).toBe('Device sends a message (again)');
  });

  it('says what of its subject tells most', () => {
    const gistOf = (change: Parameters<typeof aRow>[1]) => labelOf(change).gist;
    expect(gistOf({ header: 0x30, topic: '/sys/a1/lamp/thing/event/property/post' })).toBe(
      'property/post',
    );
    expect(gistOf({ header: 0x30, topic: 'alarm' })).toBe('alarm');
    expect(gistOf({ header: 0x10, topic: 'a1.lamp|securemode=2,ext=3|' })).toBe('a1.lamp');
    expect(gistOf({ header: 0x10, topic: 'a1.lamp' })).toBe('a1.lamp');
    expect(gistOf({ header: 0x20, topic: null, code: 0 })).toBe('Connection accepted');
    expect(gistOf({ header: 0xc0, topic: null })).toBe('');
  });

  it('says what was refused', () => {
    const refused = { direction: 'received', topic: null } as const;
    expect(labelOf({ ...refused, header: 0x90, packetId: 2, code: 128 })).toMatchObject({
      subject: 'Failure (128)',
      core: '128',
      words: 'Subscription refused',
      severity: 'error',
    });
    expect(labelOf({ ...refused, header: 0x20, code: 5 }).words).toBe('Sign-in refused');
    expect(labelOf({ ...refused, header: 0x40, code: 0x87 }).words).toBe('Refused');
  });

  it('says which answer never came', () => {
    const missing = (header: number) => labelOf({ header, unanswered: true }).words;
    expect(missing(0x10)).toBe('no CONNACK came');
    expect(missing(0x32)).toBe('no PUBACK came');
    expect(missing(0x34)).toBe('no PUBREC came');
    expect(missing(0x62)).toBe('no PUBCOMP came');
    expect(missing(0x82)).toBe('no SUBACK came');
    expect(missing(0xc0)).toBe('no PINGRESP came');
  });

  it('calls the other side what it is', () => {
    const broker = { ...onCloud, side: 'broker' } as const;
    const received = aRow(4, { header: 0x30, direction: 'received' });
    expect(packetLabel(received, broker, i18n.t).words).toBe('Broker sends a message');
  });

  it('says what a problem says that points at it, where the packet shows nothing as bad by itself', () => {
    const values = {};
    const kick = { severity: 'error', rule: 'kicked-platform', values, source: '' } as const;
    const setting = { ...onCloud, finding: kick };
    expect(packetLabel(aRow(4, { header: 0x30 }), setting, i18n.t)).toMatchObject({
      words: 'Kicked by the same device',
      severity: 'error',
    });
    const refused = aRow(4, { header: 0x90, topic: null, code: 128 });
    expect(packetLabel(refused, setting, i18n.t).words).toBe('Subscription refused');
    const lost = aRow(4, { header: 0x32, unanswered: true });
    expect(packetLabel(lost, onCloud, i18n.t).severity).toBe('warning');
    expect(packetLabel(lost, setting, i18n.t).severity).toBe('error');
  });

  it('says what is no packet', () => {
    expect(labelOf({ broken: true, topic: null })).toMatchObject({
      type: 'BROKEN',
      words: 'bytes that are no MQTT packet',
      severity: 'error',
    });
  });
});

describe('the latency', () => {
  it('stands at the answer, of the protocol or above it, and not at the request', () => {
    const beside = (change: Parameters<typeof aRow>[1]) => answerBeside(aRow(4, change), false);
    expect(beside({ peer: 3, roundTrip: 21 })).toEqual({ row: 3, after: 21 });
    expect(beside({ related: 2, relatedAfter: 30 })).toEqual({ row: 2, after: 30 });
    expect(beside({ peer: 5, roundTrip: 21 })).toBeNull();
    expect(beside({ peer: 5, roundTrip: 21, related: 3, relatedAfter: 9 })).toEqual({
      row: 3,
      after: 9,
    });
    expect(beside({})).toBeNull();
  });

  it('stands at the request where its answer is hidden', () => {
    const beside = (change: Parameters<typeof aRow>[1]) => answerBeside(aRow(4, change), true);
    expect(beside({ peer: 5, roundTrip: 21 })).toEqual({ row: 5, after: 21 });
    expect(beside({ related: 9, relatedAfter: 30 })).toEqual({ row: 9, after: 30 });
    expect(beside({ unanswered: true, related: 9, relatedAfter: 30 })).toBeNull();
  });
});

it('a packet is told in one sentence', () => {
  const row = aRow(4, { header: 0x32, packetId: 7, topic: 'a/b', peer: 5, roundTrip: 21_000 });
  expect(packetSentence(row, onCloud, i18n.t)).toMatch(
    /^packet 5, [\d:.]+, sent, PUBLISH 7 · QoS 1, a\/b, Device sends a message, answered by 6 after 21 ms$/,
  );
  const answer = aRow(5, {
    header: 0x40,
    direction: 'received',
    topic: null,
    packetId: 7,
    peer: 4,
    roundTrip: 21_000,
  });
  expect(packetSentence(answer, onCloud, i18n.t)).toContain(
    'received, PUBACK 7, Message has arrived, answers 5 after 21 ms',
  );
});
