/** Topics to offer, and what to mind about a topic before it is used. */
export const topics = {
  suggestions: 'Suggestions',
  custom: 'Defined on the local platform',
  seen: 'Seen in this session',
  platform: 'Topics of the platform',
  reply: {
    hint: 'The answer to: {{purpose}}',
    publish: 'Your answer to: {{purpose}}',
    subscribe: 'The answer to: {{purpose}}',
  },
  warnings: {
    placeholder: 'Put a real value in the place of {{name}}.',
    publish: {
      'subscribe-only':
        'The device may only subscribe to this topic: the cloud will drop what is published here.',
      undefined:
        'The cloud takes this only if the topic is defined for the product with the permission to publish.',
      foreign: 'This is no topic of this device: the cloud will drop what is published here.',
    },
    subscribe: {
      'publish-only':
        'The device may only publish to this topic: the cloud will refuse it with 128.',
      undefined:
        'The cloud grants this only if the topic is defined for the product with the permission to subscribe.',
      foreign: 'This is no topic of this device: the cloud will refuse it with 128.',
    },
  },
} as const;
