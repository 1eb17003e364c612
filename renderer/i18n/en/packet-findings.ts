const topicUndefined = {
  what: 'The cloud refused the subscription: the topic is not defined, or the device may not subscribe to it (code {{code}}).',
  why: 'Every device has only user/update, user/update/error and user/get below /productKey/deviceName/. Any other topic there must be defined for the product first, with the permission to subscribe. Until then the device receives nothing that is sent to {{topic}}.',
} as const;

/** Findings about single packets. */
export const packetFindings = {
  'suback-refused': {
    what: 'The broker refused the subscription (code {{code}}).',
    why: '128 means failure: no right to this topic filter, or the filter is not valid here.',
    todo: 'Check the filter for typing mistakes, and the rights of this user on the broker.',
  },
  'suback-refused-platform': {
    what: 'The cloud refused the subscription (code {{code}}).',
    why: '128 means failure: the topic is not defined for the product, the device may only publish to it, it belongs to another device, or the device already has 100 subscriptions.',
    todo: 'Compare the topic with the product’s topic list in the Alibaba Cloud IoT console: it must exist there with the permission to subscribe. Custom topics begin with /productKey/deviceName/.',
  },
  'qos-2-platform': {
    what: 'QoS 2 is not supported by the cloud.',
    why: 'IoT Platform knows QoS 0 and 1. What it does with QoS 2 is not documented.',
    todo: 'Publish with QoS 1.',
  },
  'retain-platform': {
    what: 'The cloud does not keep retained messages.',
    why: 'Over MQTT 3.1.1 IoT Platform ignores RETAIN: devices that subscribe later do not get the message.',
    todo: 'Switch retain off; for the last known state use properties or the device shadow.',
  },
  'topic-too-long-platform': {
    what: 'The topic is longer than the cloud takes.',
    why: 'IoT Platform takes topics of up to 128 bytes; a Chinese character counts three.',
    todo: 'Shorten the topic.',
  },
  'topic-too-deep-platform': {
    what: 'The topic has more levels than the cloud takes.',
    why: 'A custom topic may have 7 slashes.',
    todo: 'Use fewer levels.',
  },
  'payload-too-large-platform': {
    what: 'The message is larger than the cloud takes ({{size}} bytes).',
    why: 'IoT Platform takes messages of up to 256 KB; larger ones are refused or dropped.',
    todo: 'Split the data, or upload it as a file.',
  },
  'suback-foreign-platform': {
    what: 'The cloud refused the subscription: it is no topic of this device (code {{code}}).',
    why: 'A device may subscribe to its own topics only: those below /sys/, /ext/, /ota/ and /shadow/ with its own product key and device name, and custom ones that begin with /productKey/deviceName/. A misspelt level, another device’s name, or # over system topics ends with 128.',
    todo: 'Compare the topic level by level with the product’s topic list in the Alibaba Cloud IoT console, product key and device name first.',
  },
  'suback-publish-only-platform': {
    what: 'The cloud refused the subscription: the device may only publish there (code {{code}}).',
    why: 'The topic exists, but with the permission to publish. What the cloud answers comes on another topic, most often the same with _reply behind it.',
    todo: 'Subscribe to the topic with _reply behind it if you want the answer; for a custom topic, change its permission in the Alibaba Cloud IoT console.',
  },
  'suback-undefined-platform': {
    ...topicUndefined,
    todo: 'Open the product in the Alibaba Cloud IoT console, and define this custom topic with the permission to subscribe (or to publish and subscribe). Then subscribe again.',
  },
  'suback-undefined-local': {
    ...topicUndefined,
    todo: 'On the local platform, define this topic under “Platform”, “Topics” with the permission to subscribe. Then subscribe again.',
  },
  'securemode-transport-platform': {
    what: 'securemode={{mode}} does not fit {{transport}}.',
    why: 'The client ID tells the cloud how the device connects: 2 over TLS and WebSocket over TLS, 3 over TCP and WebSocket. If it says otherwise, the cloud refuses the connection.',
    todo: 'Send securemode={{expected}} over {{transport}}, or change the transport.',
  },
  'keep-alive-short-platform': {
    what: 'The keep alive of {{keepAlive}} s is below the cloud’s {{min}} s.',
    why: 'The cloud takes 30 to 1200 seconds and refuses less, mostly with CONNACK code 3. Some client libraries have 15 s by default (Arduino PubSubClient), and 0 counts as too short too.',
    todo: 'Set the keep alive between 30 and 1200 seconds; 300 or more is recommended.',
  },
  'keep-alive-long-platform': {
    what: 'The keep alive of {{keepAlive}} s is above the cloud’s {{max}} s.',
    why: 'The cloud takes 30 to 1200 seconds. According to the help it refuses more; according to its SDK it goes on with 1200 s.',
    todo: 'Set the keep alive to 1200 seconds or less.',
  },
  'will-platform': {
    what: 'The cloud does not send will messages.',
    why: 'The CONNECT carries a will. Over MQTT 3.1.1 IoT Platform does not support it: nobody is told when this device is lost.',
    todo: 'Leave the will out. Whoever needs to know subscribes to the device’s online state (/as/mqtt/status) through the rule engine or AMQP.',
  },
  'kicked-platform': {
    what: 'The cloud ends this connection: another program or board connected as the same device.',
    why: 'It said so on /ext/notify (“Kicked by the same device”). An identity (product key, device name and secret) may be online once, and the newer connection wins.',
    todo: 'Find the other one, or register another device for it. If it was Tricorder that connected here, the other one may be the real device.',
  },
  'notified-platform': {
    what: 'The cloud announces the end of this connection: {{text}}',
    why: 'It says on /ext/notify why it is about to close.',
    todo: 'Act on what it says; then connect again.',
  },
  'alink-code-platform': {
    what: 'The cloud answered with code {{alink}}: {{meaning}}.',
    why: 'Any code but 200 means that the request was not carried out as a whole. The answer’s own words: “{{message}}”.',
    todo: 'Compare the request with the product’s thing model; the packet holds the whole answer, and the one before it the request.',
  },
  'properties-filtered-platform': {
    what: 'Code 200, but not taken over: {{names}}.',
    why: 'The cloud leaves out properties that do not follow the thing model and answers with 200 all the same. Of the first it says: “{{reason}}”. The Alibaba Cloud IoT console shows no value for them.',
    todo: 'Compare identifiers (upper and lower case count) and types with the product’s thing model.',
  },
} as const;
