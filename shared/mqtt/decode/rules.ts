import type { Finding } from '../../contract/packets.ts';

interface Rule {
  readonly severity: Finding['severity'];
  /** The clause it rests on in 3.1.1, and in 5.0. The same text where only one version has it. */
  readonly sources: readonly [before5: string, from5: string];
}

const rule = (severity: Finding['severity'], before5: string, from5 = before5): Rule => ({
  severity,
  sources: [before5, from5],
});

/**
 * Every rule that the decoder can find broken. The texts to each are in the catalogues; what 3.1
 * has in common with 3.1.1 is cited by the clause of 3.1.1.
 */
export const decodeRules = {
  'mqtt-reserved-type': rule('error', 'MQTT 3.1.1 §2.2.1', 'MQTT 5.0 §2.1.2'),
  'mqtt-reserved-flags': rule('error', '[MQTT-2.2.2-1]', '[MQTT-2.1.3-1]'),
  'mqtt-publish-qos': rule('error', '[MQTT-3.3.1-4]'),
  'mqtt-dup-qos0': rule('error', '[MQTT-3.3.1-2]'),
  'mqtt-integer-malformed': rule('error', 'MQTT 3.1.1 §2.2.3', 'MQTT 5.0 §1.5.5'),
  'mqtt-integer-not-minimal': rule('error', '[MQTT-1.5.5-1]'),
  'mqtt-truncated': rule('error', 'MQTT 3.1.1 §2.2.3', 'MQTT 5.0 §2.1.4'),
  'mqtt-bytes-after-packet': rule('error', 'MQTT 3.1.1 §2.2.3', 'MQTT 5.0 §2.1.4'),
  'mqtt-field-overruns': rule('error', 'MQTT 3.1.1 §2.2.3', 'MQTT 5.0 §2.1.4'),
  'mqtt-trailing-bytes': rule('error', 'MQTT 3.1.1 §2.2.3', 'MQTT 5.0 §2.1.4'),
  'mqtt-too-many-entries': rule('warning', 'MQTT 3.1.1 §3.8.3', 'MQTT 5.0 §3.8.3'),
  'mqtt-invalid-utf8': rule('error', '[MQTT-1.5.3-1]', '[MQTT-1.5.4-1]'),
  'mqtt-null-character': rule('error', '[MQTT-1.5.3-2]', '[MQTT-1.5.4-2]'),
  'mqtt-control-character': rule('hint', 'MQTT 3.1.1 §1.5.3', 'MQTT 5.0 §1.5.4'),
  'mqtt-packet-id-zero': rule('error', '[MQTT-2.3.1-1]', '[MQTT-2.2.1-3]'),
  'mqtt-wildcard-in-topic': rule('error', '[MQTT-3.3.2-2]'),
  'mqtt-topic-empty': rule('error', '[MQTT-4.7.3-1]', 'MQTT 5.0 §3.3.2.1'),
  'mqtt-topic-alias-zero': rule('error', '[MQTT-3.3.2-8]'),
  'mqtt-topic-alias-unknown': rule('warning', 'MQTT 5.0 §3.3.2.3.4'),
  'mqtt-payload-not-utf8': rule('error', 'MQTT 5.0 §3.3.2.3.2'),
  'mqtt-protocol-name': rule('error', '[MQTT-3.1.2-1]'),
  'mqtt-protocol-level': rule('error', '[MQTT-3.1.2-2]'),
  'mqtt-connect-reserved-flag': rule('error', '[MQTT-3.1.2-3]'),
  'mqtt-will-qos': rule('error', '[MQTT-3.1.2-14]', '[MQTT-3.1.2-12]'),
  'mqtt-will-qos-without-will': rule('error', '[MQTT-3.1.2-13]', '[MQTT-3.1.2-11]'),
  'mqtt-will-retain-without-will': rule('error', '[MQTT-3.1.2-15]', '[MQTT-3.1.2-13]'),
  'mqtt-password-without-user-name': rule('error', '[MQTT-3.1.2-22]'),
  'mqtt-client-id-empty': rule('error', '[MQTT-3.1.3-7]'),
  'mqtt-client-id-length': rule('hint', 'MQTT 3.1 §3.1'),
  'mqtt-connack-flags': rule('error', 'MQTT 3.1.1 §3.2.2.1', '[MQTT-3.2.2-1]'),
  'mqtt-session-present-refused': rule('error', '[MQTT-3.2.2-4]', '[MQTT-3.2.2-6]'),
  'mqtt-connack-of-older-version': rule('warning', 'MQTT 5.0 §3.2.2.3'),
  'mqtt-undefined-code': rule('error', 'MQTT 3.1.1 §3.2.2.3', 'MQTT 5.0 §2.4'),
  'mqtt-undefined-suback-code': rule('error', '[MQTT-3.9.3-2]'),
  'mqtt-subscribe-empty': rule('error', '[MQTT-3.8.3-3]', '[MQTT-3.8.3-2]'),
  'mqtt-unsubscribe-empty': rule('error', '[MQTT-3.10.3-2]'),
  'mqtt-answer-empty': rule('error', 'MQTT 3.1.1 §3.9.3', '[MQTT-3.8.4-6]'),
  'mqtt-subscription-qos': rule('error', '[MQTT-3-8.3-4]', 'MQTT 5.0 §3.8.3.1'),
  'mqtt-subscription-reserved': rule('error', '[MQTT-3-8.3-4]', '[MQTT-3.8.3-5]'),
  'mqtt-retain-handling': rule('error', 'MQTT 5.0 §3.8.3.1'),
  'mqtt-no-local-shared': rule('error', '[MQTT-3.8.3-4]'),
  'mqtt-filter-empty': rule('error', '[MQTT-4.7.3-1]'),
  'mqtt-filter-multi-level': rule('error', '[MQTT-4.7.1-2]', '[MQTT-4.7.1-1]'),
  'mqtt-filter-single-level': rule('error', '[MQTT-4.7.1-3]', '[MQTT-4.7.1-2]'),
  'mqtt-filter-share-name': rule('error', '[MQTT-4.8.2-2]'),
  'mqtt-property-unknown': rule('error', 'MQTT 5.0 §2.2.2.2'),
  'mqtt-property-not-allowed': rule('error', 'MQTT 5.0 §2.2.2.2'),
  'mqtt-property-repeated': rule('error', 'MQTT 5.0 §2.2.2.2'),
  'mqtt-property-value': rule('error', 'MQTT 5.0 §2.2.2.2'),
} as const satisfies Record<string, Rule>;

/** A rule that the decoder can find broken: the key of its texts in the catalogues. */
export type DecodeRule = keyof typeof decodeRules;

/** All of them, for the test that holds the catalogues to the list. */
export const decodeRuleNames = Object.keys(decodeRules) as readonly DecodeRule[];
