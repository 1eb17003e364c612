import { describe, expect, test } from 'vitest';
import { findingRules } from '../../shared/alibaba/diagnosis/rules.ts';
import { findings as english } from './en/findings.ts';
import { mqttFindings } from './en/mqtt-findings.ts';
import { findings as chinese } from './zh-CN/findings.ts';

/** Values that every finding of a connection or of a packet carries. */
const shared = ['host', 'port', 'keepAlive', 'code'];
/** What the rest of the session tells of a message without PUBACK. */
const unacknowledged = [
  ...['number', 'waited', 'life'],
  ...['before', 'after', 'inSecond', 'window', 'limit'],
];
const ofOneKind: Readonly<Record<string, readonly string[]>> = {
  'unknown-cause': ['raw'],
  'tls-untrusted': ['root'],
  'tls-root-untrusted-platform': ['root'],
  'tls-wrong-root-platform': ['root'],
  'tls-intercepted-platform': ['root'],
  'payload-too-large-platform': ['size'],
  'suback-undefined-platform': ['topic'],
  'suback-undefined-local': ['topic'],
  unanswered: ['type', 'waited'],
  'ping-unanswered': ['waited'],
  'publish-sent-again': ['again', 'number', 'waited'],
  'publish-left': ['number', 'waited', 'life'],
  'publish-silent': ['number', 'waited', 'life'],
  'publish-silent-platform': ['number', 'waited', 'life'],
  'publish-unanswered': unacknowledged,
  'publish-unanswered-platform': unacknowledged,
  'publish-too-many-platform': unacknowledged,
  'publish-too-large-platform': unacknowledged,
  'publish-topic-unanswered-platform': unacknowledged,
  'packet-id-reused': ['id'],
  'reconnect-loop': ['count'],
  'reconnect-loop-platform': ['count'],
  'connect-rate-platform': ['limit'],
  'publish-rate-qos-0-platform': ['limit'],
  'publish-rate-qos-1-platform': ['limit'],
  'too-many-filters-platform': ['count'],
  'too-many-subscriptions-platform': ['count'],
  'securemode-transport-platform': ['mode', 'transport', 'expected'],
  'keep-alive-short-platform': ['min'],
  'keep-alive-long-platform': ['max'],
  'notified-platform': ['text'],
  'keep-alive-missed': ['seconds'],
  'topic-unknown-platform': ['topic'],
  'topic-other-device-platform': ['topic'],
  'topic-subscribe-only-platform': ['topic'],
  'first-subscribe-platform': ['topic'],
  'alink-id-reused-platform': ['id'],
  'properties-filtered-platform': ['names', 'reason'],
  'properties-not-in-model-platform': ['names', 'reason'],
  'alink-code-platform': ['alink', 'message', 'meaning'],
  'alink-unanswered-platform': ['topic'],
  'cloud-request-unanswered-platform': ['topic'],
};

describe.each([
  ['English', english],
  ['Chinese', chinese],
])('the %s texts of findings', (_name, texts) => {
  test('are there for every rule and for no other', () => {
    expect(Object.keys(texts).sort()).toEqual(
      [...findingRules, ...Object.keys(mqttFindings)].sort(),
    );
  });

  test('name no value that a finding of the rule does not carry', () => {
    for (const rule of findingRules) {
      const { what, why, todo } = texts[rule];
      const named = [...`${what}${why}${todo}`.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      for (const name of named) expect([...shared, ...(ofOneKind[rule] ?? [])]).toContain(name);
    }
  });

  test('hold no character that separates keys', () => {
    for (const rule of findingRules) expect(rule).toMatch(/^[a-z0-9-]+$/);
  });
});
