/** Findings about single packets. */
export const packetFindings = {
  'suback-refused': {
    what: 'The broker refused the subscription (code {{code}}).',
    why: '128 means failure: no right to this topic filter, or the filter is not valid here.',
    todo: 'Check the filter for typing mistakes, and the rights of this user on the broker.',
  },
  'suback-refused-platform': {
    what: 'The platform refused the subscription (code {{code}}).',
    why: '128 means failure: the topic is not defined for the product, the device may only publish to it, it belongs to another device, or the device already has 100 subscriptions.',
    todo: 'Compare the topic with the product’s topic list in the console: it must exist there with the permission to subscribe. Custom topics begin with /productKey/deviceName/.',
  },
  'qos-2-platform': {
    what: 'QoS 2 is not supported by the platform.',
    why: 'IoT Platform knows QoS 0 and 1. What it does with QoS 2 is not documented.',
    todo: 'Publish with QoS 1.',
  },
  'retain-platform': {
    what: 'The platform does not keep retained messages.',
    why: 'Over MQTT 3.1.1 IoT Platform ignores RETAIN: devices that subscribe later do not get the message.',
    todo: 'Switch retain off; for the last known state use properties or the device shadow.',
  },
  'topic-too-long-platform': {
    what: 'The topic is longer than the platform takes.',
    why: 'IoT Platform takes topics of up to 128 bytes; a Chinese character counts three.',
    todo: 'Shorten the topic.',
  },
  'topic-too-deep-platform': {
    what: 'The topic has more levels than the platform takes.',
    why: 'A custom topic may have 7 slashes.',
    todo: 'Use fewer levels.',
  },
  'payload-too-large-platform': {
    what: 'The message is larger than the platform takes ({{size}} bytes).',
    why: 'IoT Platform takes messages of up to 256 KB; larger ones are refused or dropped.',
    todo: 'Split the data, or upload it as a file.',
  },
} as const;
