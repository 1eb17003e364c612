import { expect, test } from 'vitest';
import { ANSWER_OVERDUE_US, ExchangeTracker, expectsAnswer } from './exchange.ts';

const PUBLISH_QOS1 = 0x32;
const PUBLISH_QOS2 = 0x34;
const PUBACK = 0x40;
const PUBREC = 0x50;
const PUBREL = 0x62;
const PUBCOMP = 0x70;

test('both sides may use the same packet identifier at once', () => {
  const tracker = new ExchangeTracker();
  expect(tracker.add(0, 'sent', PUBLISH_QOS1, 7, 0)).toBe(-1);
  expect(tracker.add(1, 'received', PUBLISH_QOS1, 7, 1)).toBe(-1);
  expect(tracker.add(2, 'sent', PUBACK, 7, 2)).toBe(1);
  expect(tracker.add(3, 'received', PUBACK, 7, 3)).toBe(0);
});

test('a QoS 2 message makes two pairs', () => {
  const tracker = new ExchangeTracker();
  tracker.add(0, 'sent', PUBLISH_QOS2, 9, 0);
  expect(tracker.add(1, 'received', PUBREC, 9, 1)).toBe(0);
  expect(tracker.add(2, 'sent', PUBREL, 9, 2)).toBe(-1);
  expect(tracker.add(3, 'received', PUBCOMP, 9, 3)).toBe(2);
});

test('a PUBREL goes on from the PUBREC with its identifier, once and whoever sends', () => {
  const tracker = new ExchangeTracker();
  expect(tracker.goesOnFrom(0, 'received', PUBREC, 9)).toBe(-1);
  expect(tracker.goesOnFrom(1, 'sent', PUBREC, 9)).toBe(-1);
  expect(tracker.goesOnFrom(2, 'sent', PUBREL, 8)).toBe(-1);
  expect(tracker.goesOnFrom(3, 'sent', PUBREL, 9)).toBe(0);
  expect(tracker.goesOnFrom(4, 'received', PUBREL, 9)).toBe(1);
  expect(tracker.goesOnFrom(5, 'received', PUBREL, 9)).toBe(-1);
});

test('a reused identifier answers the newer request', () => {
  const tracker = new ExchangeTracker();
  tracker.add(0, 'sent', PUBLISH_QOS1, 1, 0);
  tracker.add(1, 'sent', PUBLISH_QOS1, 1, 1);
  expect(tracker.add(2, 'received', PUBACK, 1, 2)).toBe(1);
  expect(tracker.add(3, 'received', PUBACK, 1, 3)).toBe(-1);
});

test.each([
  ['CONNECT', 0x10, 0x20],
  ['SUBSCRIBE', 0x82, 0x90],
  ['UNSUBSCRIBE', 0xa2, 0xb0],
  ['PINGREQ', 0xc0, 0xd0],
])('%s is paired with its answer', (_name, request, answer) => {
  const tracker = new ExchangeTracker();
  tracker.add(0, 'sent', request, 0, 0);
  expect(tracker.add(1, 'received', answer, 0, 1)).toBe(0);
});

test('a QoS 0 message and an answer expect nothing', () => {
  expect(expectsAnswer(0x30)).toBe(false);
  expect(expectsAnswer(PUBACK)).toBe(false);
  expect(expectsAnswer(PUBLISH_QOS1)).toBe(true);
});

test('a ping is overdue when the next one is due', () => {
  const tracker = new ExchangeTracker();
  tracker.keepAlive = 60;
  tracker.add(0, 'sent', 0xc0, 0, 0);
  expect(tracker.takeOverdue(59_000_000)).toEqual([]);
  expect(tracker.takeOverdue(60_000_000)).toEqual([0]);
});

test('an overdue request is told once, an answered one never', () => {
  const tracker = new ExchangeTracker();
  tracker.add(0, 'sent', PUBLISH_QOS1, 1, 100);
  tracker.add(1, 'sent', PUBLISH_QOS1, 2, 200);
  tracker.add(2, 'received', PUBACK, 1, 300);
  expect(tracker.takeOverdue(150 + ANSWER_OVERDUE_US)).toEqual([]);
  expect(tracker.takeOverdue(200 + ANSWER_OVERDUE_US)).toEqual([1]);
  expect(tracker.takeOverdue(900 + ANSWER_OVERDUE_US)).toEqual([]);
});
