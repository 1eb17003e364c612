import type { Finding } from '../../contract/packets.ts';

interface Rule {
  readonly severity: Finding['severity'];
  readonly source: string;
}

const mqtt5 = (clause: string): Rule => ({ severity: 'error', source: `MQTT 5.0 §${clause}` });
const error = (source: string): Rule => ({ severity: 'error', source });
const hint = (source: string): Rule => ({ severity: 'hint', source });
const warning = (source: string): Rule => ({ severity: 'warning', source });

/**
 * Every rule there is. Its name is the key of its texts below `findings.` in the catalogues, so a
 * rule without texts does not compile; `-platform` is IoT Platform's meaning where it differs from
 * MQTT's.
 */
export const rules = {
  'dns-failed': error('RFC 1035'),
  'dns-failed-platform': error('D-73742'),
  'connection-refused': error('RFC 9293'),
  'connection-refused-platform': error('D-73742'),
  unreachable: error('RFC 1122'),
  'timed-out': error('RFC 9293'),
  'timed-out-platform': error('D-73742'),
  'tls-failed': error('MQTT 3.1.1 §5.4'),
  'tls-failed-platform': error('D-73742'),
  'tls-untrusted': error('RFC 5280 §6.1'),
  'tls-self-signed': error('RFC 5280 §6.1'),
  'tls-expired': error('RFC 5280 §4.1.2.5'),
  'tls-expired-platform': error('D-73742'),
  'tls-not-yet-valid': error('RFC 5280 §4.1.2.5'),
  'tls-not-yet-valid-platform': error('D-73742'),
  'tls-other-name': error('RFC 6125 §6'),
  'tls-other-name-platform': error('D-73742'),
  'tls-r1-untrusted-platform': error('D-73742'),
  'tls-root-untrusted-platform': error('D-73742'),
  'tls-root-missing-platform-8883': error('D-73742'),
  'tls-wrong-root-platform': error('D-73742'),
  'tls-wrong-root-platform-8883': error('D-73742'),
  'tls-intercepted-platform': error('D-73742'),
  'websocket-refused': error('MQTT 3.1.1 §6'),
  'websocket-refused-platform': error('D-63656'),
  'connack-version': error('[MQTT-3.1.2-2]'),
  'connack-version-platform': error('D-30540'),
  'connack-client-id': error('[MQTT-3.1.3-9]'),
  'connack-client-id-platform': error('D-148610'),
  'connack-unavailable': error('MQTT 3.1.1 §3.2.2.3'),
  'connack-unavailable-platform': error('D-148610'),
  'connack-credentials': error('MQTT 3.1.1 §3.2.2.3'),
  'connack-credentials-platform': error('D-148610'),
  'connack-not-authorized': error('MQTT 3.1.1 §3.2.2.3'),
  'connack-not-authorized-platform': error('D-148610'),
  'connack-unknown': error('MQTT 3.1.1 §3.2.2.3'),
  'registration-parameters-platform': error('D-148610'),
  'registration-unavailable-platform': error('D-148610'),
  'registration-refused-platform': error('D-148610'),
  'no-connack': error('MQTT 3.1.1 §3.1.4'),
  'no-connack-platform': error('D-30527'),
  'closed-by-broker': error('MQTT 3.1.1 §4.8'),
  'closed-by-broker-platform': error('D-30527'),
  'disconnected-by-broker': error('MQTT 5.0 §3.14'),
  'connection-reset': error('RFC 9293'),
  'connection-reset-platform': error('D-30527'),
  'keep-alive-timeout': error('[MQTT-3.1.2-24]'),
  'protocol-error': error('[MQTT-4.8.0-1]'),
  'secret-unreadable': error(''),
  'local-platform-not-running': error(''),
  'storage-failed': error(''),
  'registration-unanswered': error('DOCREPO 动态注册'),
  'unknown-cause': error(''),

  'suback-refused': error('[MQTT-3.9.3-2]'),
  'suback-refused-platform': error('D-30527'),
  'suback-foreign-platform': error('D-30527'),
  'suback-publish-only-platform': error('D-44542'),
  'suback-undefined-platform': error('D-44542'),
  'suback-undefined-local': error('D-44542'),
  'securemode-transport-platform': error('D-73742'),
  'keep-alive-short-platform': error('D-30527'),
  'keep-alive-long-platform': warning('D-30527'),
  'will-platform': warning('D-30540'),
  'qos-2-platform': warning('D-30540'),
  'retain-platform': warning('D-30540'),
  'topic-too-long-platform': warning('D-30527'),
  'topic-too-deep-platform': warning('D-30527'),
  'payload-too-large-platform': error('D-30527'),

  'kicked-platform': error('D-44542'),
  'notified-platform': warning('Link SDK 4'),
  'alink-code-platform': error('D-120329'),
  'properties-filtered-platform': hint('D-120329'),

  'ping-unanswered': warning('[MQTT-3.12.4-1]'),
  unanswered: warning('MQTT 3.1.1 §4.4'),
  'packet-id-reused': error('[MQTT-2.3.1-2]'),
  'reconnect-loop': warning('[MQTT-3.1.4-2]'),
  'reconnect-loop-platform': warning('D-30527'),
  'connect-rate-platform': warning('D-30527'),
  'publish-rate-qos-0-platform': warning('D-30527'),
  'publish-rate-qos-1-platform': warning('D-30527'),
  'too-many-filters-platform': error('D-30527'),
  'too-many-subscriptions-platform': error('D-30527'),
  'properties-not-in-model-platform': hint('D-120329'),
  'publish-sent-again': hint('MQTT 3.1.1 §4.4'),
  'publish-left': warning('MQTT 3.1.1 §4.3.2'),
  'publish-silent': warning('MQTT 3.1.1 §4.3.2'),
  'publish-silent-platform': warning('MQTT 3.1.1 §4.3.2'),
  'publish-unanswered': warning('MQTT 3.1.1 §4.3.2'),
  'publish-unanswered-platform': warning('D-44542'),
  'publish-too-many-platform': warning('D-30527'),
  'publish-too-large-platform': warning('D-30527'),
  'publish-topic-unanswered-platform': warning('D-44542'),
  'keep-alive-missed': warning('[MQTT-3.1.2-24]'),
  'topic-unknown-platform': warning('D-30527'),
  'topic-other-device-platform': warning('D-30527'),
  'topic-subscribe-only-platform': warning('D-30527'),
  'alink-unanswered-platform': warning('D-120329'),
  'first-subscribe-platform': warning('D-30527'),
  'alink-id-reused-platform': hint('D-120329'),
  'rrpc-unanswered-platform': warning('D-30527'),
  'cloud-request-unanswered-platform': warning('D-120329'),

  'reason-unspecified': mqtt5('2.4'),
  'reason-protocol': mqtt5('4.13'),
  'reason-version': mqtt5('3.1.2.2'),
  'reason-client-id': mqtt5('3.1.3.1'),
  'reason-credentials': mqtt5('3.2.2.2'),
  'reason-not-authorized': mqtt5('2.4'),
  'reason-unavailable': mqtt5('2.4'),
  'reason-banned': mqtt5('2.4'),
  'reason-keep-alive': mqtt5('3.1.2.10'),
  'reason-taken-over': mqtt5('3.1.4'),
  'reason-topic': mqtt5('4.7'),
  'reason-too-large': mqtt5('3.2.2.3.6'),
  'reason-too-fast': mqtt5('2.4'),
  'reason-payload-format': mqtt5('3.3.2.3.2'),
  'reason-not-supported': mqtt5('3.2.2.3'),
  'reason-elsewhere': mqtt5('4.11'),
  'reason-connect-time': mqtt5('3.14.2.1'),
  'reason-unknown': mqtt5('2.4'),
} as const satisfies Record<string, Rule>;

/** The name of a rule. */
export type FindingRule = keyof typeof rules;

/** The names of all rules. */
export const findingRules = Object.keys(rules) as FindingRule[];

/** The texts of one rule in one language: what happened, why, and what to do about it. */
export interface FindingTexts {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** A rule that was broken, with the values of its own that its texts name. */
export interface Broken {
  readonly rule: FindingRule;
  readonly values: Finding['values'];
}

/** A finding of a rule, with the values that its texts may name. */
export function finding(rule: FindingRule, values: Finding['values']): Finding {
  return { ...rules[rule], rule, values };
}
