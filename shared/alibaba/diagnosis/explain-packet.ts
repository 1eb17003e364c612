import type { DeviceTarget } from '../../contract/devices.ts';
import type { Direction, Finding } from '../../contract/packets.ts';
import { packetTypeOf, qosOf, retainOf } from '../../mqtt/packet-types.ts';
import { utf8Length } from '../../mqtt/utf8.ts';
import { topicObstacle } from '../topic-obstacle.ts';
import { permissionFor, type TopicOwner } from '../topics.ts';
import {
  connackRule,
  type DiagnosisContext,
  isPlatform,
  reasonRule,
  targetValues,
} from './codes.ts';
import { connectRules } from './packet/connect-rules.ts';
import { noContent, type PacketContent } from './packet/packet-content.ts';
import { receivedRules } from './packet/received-rules.ts';
import { type Broken, type FindingRule, finding } from './rules.ts';

/** What of a packet a diagnosis looks at: the fields of its row. */
export interface PacketFacts {
  /** The first byte. */
  readonly header: number;
  /** The return or reason code, the worst one of a SUBACK; null where there is none. */
  readonly code: number | null;
  readonly direction: Direction;
  /** Of a PUBLISH; a SUBSCRIBE's filters joined by ", ". */
  readonly topic: string | null;
  /** Bytes on the wire. */
  readonly size: number;
}

/** Limits of IoT Platform (D-30527): of a topic in bytes of UTF-8 and slashes, of a payload in bytes. */
export const PLATFORM_LIMITS = { topicBytes: 128, topicSlashes: 7, payloadBytes: 262_144 } as const;

/** Bytes of a PUBLISH's payload before MQTT 5, from the size of the packet (§2.2.3, §3.3.2). */
function payloadBytes({ header, topic, size }: PacketFacts): number {
  const lengthBytes = size < 2 + 128 ? 1 : size < 3 + 16_384 ? 2 : size < 4 + 2_097_152 ? 3 : 4;
  const identifier = qosOf(header) === 0 ? 0 : 2;
  return size - 1 - lengthBytes - 2 - utf8Length(topic ?? '') - identifier;
}

/** True for a PUBLISH with more payload than the platform takes of a device (D-30527). */
export function isPayloadTooLarge(publish: PacketFacts): boolean {
  return payloadBytes(publish) > PLATFORM_LIMITS.payloadBytes;
}

/** The limit of slashes is one of custom topics: some of the platform's own have eight. */
function topicRules(topic: string, owner: TopicOwner): FindingRule[] {
  const rules: FindingRule[] = [];
  if (utf8Length(topic) > PLATFORM_LIMITS.topicBytes) rules.push('topic-too-long-platform');
  const slashes = topic.split('/').length - 1;
  if (slashes > PLATFORM_LIMITS.topicSlashes && permissionFor(topic, owner) === null)
    rules.push('topic-too-deep-platform');
  return rules;
}

function publishRules(facts: PacketFacts, owner: TopicOwner): FindingRule[] {
  const rules = topicRules(facts.topic ?? '', owner);
  if (qosOf(facts.header) === 2) rules.push('qos-2-platform');
  if (retainOf(facts.header)) rules.push('retain-platform');
  if (isPayloadTooLarge(facts)) rules.push('payload-too-large-platform');
  return rules;
}

/** Why a subscription was refused: what the topic tells, where only one filter was asked for. */
function refusalRule(filter: string, target: DeviceTarget): FindingRule {
  if (target.kind === 'broker') return 'suback-refused';
  const isOne = filter !== '' && !filter.includes(', ');
  const obstacle = isOne ? topicObstacle(filter, target, 'subscribe') : null;
  switch (obstacle) {
    case 'foreign':
      return 'suback-foreign-platform';
    case 'publish-only':
      return 'suback-publish-only-platform';
    case 'undefined':
      return target.kind === 'local' ? 'suback-undefined-local' : 'suback-undefined-platform';
    default:
      return 'suback-refused-platform';
  }
}

function rulesFor(facts: PacketFacts, target: DeviceTarget): readonly FindingRule[] {
  const type = packetTypeOf(facts.header);
  const code = facts.code ?? 0;
  const platform = isPlatform(target);
  switch (type) {
    case 'CONNACK':
      return [connackRule(code, platform)].filter((rule) => rule !== null);
    case 'SUBACK':
      if (code === 0x80) return [refusalRule(facts.topic ?? '', target)];
      return [reasonRule(code)].filter((rule) => rule !== null);
    case 'PUBLISH':
      if (facts.direction === 'received' || target.kind === 'broker') return [];
      return publishRules(facts, target);
    case 'SUBSCRIBE':
      if (target.kind === 'broker') return [];
      return (facts.topic ?? '').split(', ').flatMap((filter) => topicRules(filter, target));
    default:
      return [reasonRule(code)].filter((rule) => rule !== null);
  }
}

/** What is read inside a packet tells of a platform's session only. */
function contentRules(
  { direction, topic }: PacketFacts,
  { connect, payload }: PacketContent,
  target: DeviceTarget,
): readonly Broken[] {
  if (!isPlatform(target)) return [];
  if (connect !== null) return connectRules(connect, target);
  const isAnswer = direction === 'received' && payload !== null && topic !== null;
  return isAnswer ? receivedRules(topic, payload) : [];
}

/**
 * What is wrong with one packet: a refusal explained, or something sent that the platform does not
 * take. Values: those of the target, `topic`, `code` (-1 without one), `size` in bytes, and what the
 * rule has of its own.
 *
 * @param content what `wantsContent` asks for; without it, what only the content tells is not found
 */
export function explainPacket(
  facts: PacketFacts,
  { target }: DiagnosisContext,
  content: PacketContent = noContent,
): Finding[] {
  const rules = rulesFor(facts, target);
  const broken = contentRules(facts, content, target);
  // Nearly every packet: a capture is looked through in a third of the time.
  if (rules.length === 0 && broken.length === 0) return [];
  const values = {
    ...targetValues(target),
    topic: facts.topic ?? '',
    code: facts.code ?? -1,
    size: facts.size,
  };
  return [
    ...[...new Set(rules)].map((rule) => finding(rule, values)),
    ...broken.map((one) => finding(one.rule, { ...values, ...one.values })),
  ];
}
