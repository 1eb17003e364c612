import type { FindingRule } from '../../../shared/alibaba/diagnosis/rules.ts';

/** What is wrong in a few words, where the finding's own sentence is too long for a packet's row. */
export const shortFindings = {
  'suback-refused': 'Subscription refused',
  'suback-refused-platform': 'Subscription refused',
  'suback-foreign-platform': 'No topic of this device',
  'suback-publish-only-platform': 'Topic only for publishing',
  'suback-undefined-platform': 'Topic not defined or not allowed',
  'suback-undefined-local': 'Topic not defined or not allowed',
  'payload-too-large-platform': 'Larger than the cloud takes',
  'kicked-platform': 'Kicked by the same device',
  'notified-platform': 'End of the connection announced',
  'publish-unanswered-platform': 'Not acknowledged',
  'packet-id-reused': 'Packet identifier reused',
  'reconnect-loop': 'Lost soon after connecting',
  'reconnect-loop-platform': 'Lost soon after connecting',
  'alink-unanswered-platform': 'No answer from the cloud',
  'rrpc-unanswered-platform': 'No answer from the device',
  'cloud-request-unanswered-platform': 'No answer from the device',
  'first-subscribe-platform': 'Subscription not yet in force',
  'keep-alive-missed': 'Silent beyond the keep alive',
  'topic-unknown-platform': 'Topic unknown to the cloud',
  'topic-other-device-platform': 'Topic of another device',
  'topic-subscribe-only-platform': 'Topic only for subscribing',
} as const satisfies Partial<Record<FindingRule, string>>;
