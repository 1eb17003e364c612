export const clipboard = {
  copied: 'Copied',
  notCopied: 'Not copied',
  packets_one: 'Copied {{number}} packet',
  packets_other: 'Copied {{number}} packets',
  some: {
    message_one: 'Copied {{number}} packet, left out {{others}} without a message',
    message_other: 'Copied {{number}} packets, left out {{others}} without a message',
    topic_one: 'Copied {{number}} packet, left out {{others}} without a topic',
    topic_other: 'Copied {{number}} packets, left out {{others}} without a topic',
  },
  none: {
    message: 'Not copied: no selected packet has a message',
    topic: 'Not copied: no selected packet has a topic',
  },
  tooMany: 'Not copied: more than {{number}} packets. Export has no limit.',
  tooLarge: 'Not copied: packets of more than {{size}}. Export has no limit.',
} as const;
